import type { HandoverType } from '../triage/handover-type.ts'

interface Waiting {
  readonly urgent: boolean
  readonly type: HandoverType
  readonly requestedAt: Date
}

const RANK: readonly HandoverType[] = [
  'urgent',
  'urgent_safeguarding',
  'priority',
  'standard',
  'queued_safe_contact_only',
  'harmer_queue',
  'none'
]

/** Who is next: the urgent first, then by type of handover, then whoever has waited longest. For Array.sort. */
export const byUrgency = (one: Waiting, other: Waiting): number =>
  Number(other.urgent) - Number(one.urgent) ||
  RANK.indexOf(one.type) - RANK.indexOf(other.type) ||
  one.requestedAt.getTime() - other.requestedAt.getTime()
