import type { WorkerOutcome } from '../conversation/worker-turn.ts'
import type { StaffKey } from '../wording/keys.ts'

/** Why a worker's words did not go, in plain words; null when they went (or had gone already). */
export const REFUSALS = {
  done: null,
  duplicate: null,
  taken: 'refusedNotYours',
  gone: 'conversationGone',
  left: 'refusedLeft',
  unsafe: 'refusedUnsafe',
  near: 'refusedNear',
  closed: 'refusedClosed',
  late: 'refusedLate',
  notYours: 'refusedNotYours',
  workerSpeaks: 'refusedWorkerSpeaks',
  notAsked: 'refusedNotAsked',
  blocked: 'refusedBlocked',
  notLive: 'refusedNotLive',
  tooLong: 'refusedTexts'
} as const satisfies Record<WorkerOutcome, StaffKey | null>

/** Why something was not written down, or a conversation not closed; null when it was. */
export const RECORD_REFUSALS = {
  done: null,
  duplicate: null,
  taken: 'recordNotYours',
  gone: 'conversationGone',
  left: 'closeLeft',
  unsafe: 'recordNotYours',
  near: 'recordNotYours',
  closed: 'conversationClosed',
  late: 'recordNotYours',
  notYours: 'recordNotYours',
  workerSpeaks: 'recordNotYours',
  notAsked: 'recordNotYours',
  blocked: 'recordNotYours',
  notLive: 'recordNotYours',
  tooLong: 'recordNotYours'
} as const satisfies Record<WorkerOutcome, StaffKey | null>

/** Why a worker's own band was not kept; null when it was. */
export const BAND_REFUSALS = {
  done: null,
  duplicate: null,
  taken: 'bandNotYours',
  gone: 'conversationGone',
  left: 'bandLeft',
  unsafe: 'bandNotYours',
  near: 'bandNotYours',
  closed: 'conversationClosed',
  late: 'bandNotYours',
  notYours: 'bandNotYours',
  workerSpeaks: 'bandNotYours',
  notAsked: 'bandNotYours',
  blocked: 'bandNotYours',
  notLive: 'bandNotYours',
  tooLong: 'bandNotYours'
} as const satisfies Record<WorkerOutcome, StaffKey | null>
