import type { WorkerOutcome } from '../conversation/worker-turn.ts'
import type { StaffKey } from '../wording/keys.ts'

/** Why a worker's words did not go, in plain words; null when they went (or had gone already). */
export const REFUSALS = {
  done: null,
  duplicate: null,
  taken: 'refusedNotYours',
  gone: 'conversationGone',
  left: 'refusedLeft',
  closed: 'refusedClosed',
  late: 'refusedLate',
  notYours: 'refusedNotYours',
  workerSpeaks: 'refusedWorkerSpeaks'
} as const satisfies Record<WorkerOutcome, StaffKey | null>
