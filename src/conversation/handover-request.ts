// The handover a turn asks for, worked out anew after every answer: what is said while waiting moves a person up the queue.

import { currentFacts, type Snapshot } from '../flow/step.ts'
import { holds, is } from '../questions/condition.ts'
import { assess } from '../triage/band.ts'
import { handoverType } from '../triage/handover-type.ts'
import type { HandoverRequest } from './conversation.ts'
import { markOf } from './marks-told.ts'
import { hasUnasked } from './unclaimed.ts'

/**
 * The handover as it stands after a turn, when the turn asks for one or changes anything of it; otherwise null. Somebody
 * who asks for a person gets one, whatever they came for; urgent stays urgent.
 */
export function handoverOf(before: Snapshot, after: Snapshot, open: boolean): HandoverRequest | null {
  if (!after.memory.handover) return null
  const request = requestFor(after, open)
  if (!before.memory.handover) return request
  const known = requestFor(before, open)
  return JSON.stringify(known) === JSON.stringify(request) ? null : request
}

/** What is asked for as the answers stand. */
export function requestFor(snapshot: Snapshot, open: boolean): HandoverRequest {
  const facts = currentFacts(snapshot)
  const { band } = assess(facts)
  const type = handoverType(facts, !open)
  const also = {
    band,
    harmer: holds(is('audience', 'harmer'), facts),
    unasked: hasUnasked(snapshot),
    mark: markOf(snapshot)
  }
  if (type === 'urgent_safeguarding') return { type, urgent: true, ...also }
  if (snapshot.memory.urgent || type === 'urgent') return { type: 'urgent', urgent: true, ...also }
  return { type: type === 'none' ? 'standard' : type, urgent: false, ...also }
}
