// What workers wrote into a summary: their own band, what they did, whom it was shared with. Nothing in it comes from the person.
import type { DeclinedBecause, Outcome } from '../conversation/recorded.ts'
import type { WorkerBand } from '../triage/worker-band.ts'

export interface Decision {
  /** Id of the service that was offered. */
  readonly service: string
  readonly accepted: boolean
  /** Of a decline; null for an acceptance. */
  readonly reason: DeclinedBecause | null
  readonly by: string
  /** ISO 8601, UTC. */
  readonly at: string
}

export interface WorkerRecord {
  /** Oldest first; the last one with a reason counts. */
  readonly bands: readonly WorkerBand[]
  /** Services accepted or declined, oldest first; the last one about a service counts. */
  readonly decisions: readonly Decision[]
  readonly safeguarding: { readonly action: string; readonly by: string; readonly at: string } | null
  readonly sharedWith: readonly string[]
  readonly withdrawnAt: string | null
  readonly withoutConsent: { readonly reason: string; readonly approvedBy: string } | null
  readonly verifiedByCallBack: boolean
  readonly actions: readonly string[]
  readonly outcome: Outcome | null
  readonly closedReason: string | null
}

/** Where no worker has written anything yet. */
export const NOTHING_RECORDED: WorkerRecord = {
  bands: [],
  decisions: [],
  safeguarding: null,
  sharedWith: [],
  withdrawnAt: null,
  withoutConsent: null,
  verifiedByCallBack: false,
  actions: [],
  outcome: null,
  closedReason: null
}
