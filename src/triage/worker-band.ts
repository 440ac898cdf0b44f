// The worker's own band beside the assistant's: both are kept, the worker's wins. Domain guide, section 4.
import type { Band, BandName } from './band.ts'

/** What a worker may decide: one of the four bands, never "not enough known". The highest first. */
export const WORKER_BANDS = ['immediate', 'high', 'medium', 'standard'] as const satisfies readonly BandName[]
export type WorkerBandName = (typeof WORKER_BANDS)[number]

export interface WorkerBand {
  readonly band: WorkerBandName
  /** Why, in the worker's own words. */
  readonly reason: string
  readonly worker: string
  /** ISO 8601, UTC. */
  readonly at: string
}

export interface BandInForce {
  readonly band: BandName
  readonly decidedBy: 'assistant' | 'worker'
  /** What the assistant worked out, kept whatever a worker decides. */
  readonly assistant: Band
  /** Every decision of a worker, oldest first; the last one counts. */
  readonly workers: readonly WorkerBand[]
}

/** Whether a worker's band may be kept: it needs a reason, because the next worker has to understand it. */
export const hasReason = ({ reason }: Pick<WorkerBand, 'reason'>): boolean => reason.trim() !== ''

/** The decision that counts: the last one. Without a reason it is none. */
export const lastDecision = (decisions: readonly WorkerBand[]): WorkerBand | null =>
  decisions.findLast(hasReason) ?? null

/** The band that counts. */
export function bandInForce(assistant: Band, decisions: readonly WorkerBand[]): BandInForce {
  const workers = decisions.filter(hasReason)
  const last = lastDecision(decisions)
  return { band: last?.band ?? assistant.band, decidedBy: last ? 'worker' : 'assistant', assistant, workers }
}
