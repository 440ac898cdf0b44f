// When the second ear may ask its one question. Own-words specification, section 6. What it hears is the reader's affair.
import type { Flow } from '../flow/flow.ts'
import { currentAnswers, isShort, mayWrite, type Place, type Snapshot } from '../flow/step.ts'
import type { Exchange } from './exchange.ts'

/** Messages of theirs that must lie between two such questions on one day. */
const MESSAGES_BETWEEN = 5

/** Places where a question may be put at all. */
const ASKING: readonly Place['kind'][] = ['question', 'pause', 'shelf', 'page']

export const today = (now: Date): string => now.toISOString().slice(0, 10)

/**
 * Whether it may ask now: never once danger or suicide stands, never while somebody is waited for, never twice running, and by text
 * not in short mode, where every line stays on a phone that may be read.
 */
export function mayListen(flow: Flow, snapshot: Snapshot, place: Place, exchange: Exchange, now: Date): boolean {
  const { memory } = snapshot
  if (!ASKING.includes(place.kind) || !mayWrite(snapshot) || memory.urgent) return false
  if (place.kind === 'question' && place.returning) return false
  const { suicide, audience, ageBand } = currentAnswers(snapshot)
  // For a child somebody is called from the first, whether they asked or not: that alone is not waiting.
  if (memory.handover && ageBand !== 'under16') return false
  const stands = suicide === 'mightAct' || suicide === 'atTimes' || memory.checks.some(isOfSuicide)
  if (stands || audience === 'harmer') return false
  if (memory.channel === 'sms' && isShort(flow, snapshot)) return false
  const { listened, listenedOn, count } = exchange
  return listened === 0 || listenedOn !== today(now) || count - listened >= MESSAGES_BETWEEN
}

const isOfSuicide = (check: Snapshot['memory']['checks'][number]): boolean =>
  check.kind === 'concern' && check.concern === 'suicide'
