// Who is next. The only place that says what a band, a worker's own above all, does to the order of a list.
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

/**
 * The urgent first; then by order of concern, not enough known before medium; of two alike, by type of handover, and then
 * whoever has waited longest. For Array.sort.
 */
export const byUrgency = (one: Waiting, other: Waiting): number =>
  Number(isAtFront(other)) - Number(isAtFront(one)) ||
  byConcern(standing(one), standing(other)) ||
  RANK.indexOf(one.type) - RANK.indexOf(other.type) ||
  one.requestedAt.getTime() - other.requestedAt.getTime()

interface Heard {
  readonly band: BandName
  readonly heardAt: Date
}

/** Those nobody was asked to join: by order of concern, and of two alike whoever was heard last. For Array.sort. */
export const byConcernAndNews = (one: Heard, other: Heard): number =>
  byConcern(one.band, other.band) || other.heardAt.getTime() - one.heardAt.getTime()
