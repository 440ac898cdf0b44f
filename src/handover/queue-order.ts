// Who is next. The only place that says what a band, a worker's own above all, does to the order of a list.
import type { HandoverView } from '../conversation/handover.ts'
import type { BandName } from '../triage/band.ts'
import { byConcern } from '../triage/concern.ts'
import type { HandoverType } from '../triage/handover-type.ts'
import type { WorkerBandName } from '../triage/worker-band.ts'

interface Waiting {
  /** People were alerted: an I flag, emergency help, or somebody under 16. It never ends. */
  readonly urgent: boolean
  readonly type: HandoverType
  /** What the assistant worked out from the answers, as they stand now. */
  readonly band: BandName
  /** The last band a worker set; null where none did. */
  readonly workerBand: WorkerBandName | null
  readonly requestedAt: Date
  /** They lost a worker, or came back to the page. */
  readonly handover: Pick<HandoverView, 'front' | 'stage'>
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

/** A worker's band may bring somebody to the front. It takes nobody from it: an alert is never silenced by a judgement. */
const isAtFront = ({ urgent, workerBand }: Waiting): boolean => urgent || workerBand === 'immediate'

/** A worker's band counts, whether it is higher or lower. Without one, whoever people were alerted about is immediate. */
const standing = ({ urgent, band, workerBand }: Waiting): BandName => workerBand ?? (urgent ? 'immediate' : band)

const HERE: readonly HandoverView['stage'][] = ['queued', 'offered', 'fallback']

/** Where somebody belongs before bands are looked at: in danger now, has lost their place through no fault of theirs, waited too long. */
function rowOf(item: Waiting, starvedBefore: number): number {
  if (isAtFront(item)) return 0
  if (item.handover.front) return 1
  // Whoever is to be contacted later, or waits for the line to open, is not kept waiting in the chat.
  const isHere = HERE.includes(item.handover.stage)
  return isHere && item.requestedAt.getTime() <= starvedBefore ? 2 : 3
}

/**
 * The order of the queue at a moment, for Array.sort. The urgent first: nobody goes before somebody in danger now. Then whoever lost a worker
 * or came back; then whoever has waited for `starvedAfter` ms, the longest first, so that no band waits for ever; then by order of
 * concern, not enough known before medium; of two alike, by type of handover, and then whoever has waited longest.
 */
export function queueOrder(now: Date, starvedAfter: number): (one: Waiting, other: Waiting) => number {
  const starvedBefore = now.getTime() - starvedAfter
  const byWait = (one: Waiting, other: Waiting) => one.requestedAt.getTime() - other.requestedAt.getTime()
  return (one, other) => {
    const row = rowOf(one, starvedBefore)
    const rows = row - rowOf(other, starvedBefore)
    if (rows !== 0 || row === 2) return rows || byWait(one, other)
    return (
      byConcern(standing(one), standing(other)) ||
      RANK.indexOf(one.type) - RANK.indexOf(other.type) ||
      byWait(one, other)
    )
  }
}

interface Heard {
  readonly band: BandName
  readonly heardAt: Date
}

/** Those who are not in the queue: by order of concern, and of two alike whoever was heard last. For Array.sort. */
export const byConcernAndNews = (one: Heard, other: Heard): number =>
  byConcern(one.band, other.band) || other.heardAt.getTime() - one.heardAt.getTime()
