// What we keep about a thread in Azure, and what is asked of whoever keeps it.
import type { WorkerOutcome } from '../../conversation/worker-turn.ts'
import type { Channel } from '../../questions/answer.ts'
import type { Holder } from './account.ts'

/** opening: its parts are being made. open: it is mirrored. closing: it is being deleted. Without a row there is nothing in Azure. */
export type State = 'opening' | 'open' | 'closing'

export interface Thread {
  /** Ours; a thread is asked for under it. */
  readonly id: string
  readonly conversation: string
  readonly reference: string
  readonly channel: Channel
  readonly workerId: string
  /** The worker's user in Azure. */
  readonly worker: string
  readonly state: State
  readonly visitor: string | null
  /** A thread was asked for: there may be one, even while we do not know its id. */
  readonly asked: boolean
  readonly thread: string | null
  /** The first message stands in it. */
  readonly greeted: boolean
  /** Everything up to this message of ours stands in it. */
  readonly mirroredSeq: number
  readonly polledAt: Date
  readonly behindSince: Date | null
  readonly tries: number
  /** When whoever has taken it must be done. */
  readonly heldUntil: Date
  /** What it mirrors; null when that is deleted here. */
  readonly held: Held | null
}

/** The conversation behind a thread, as plain columns tell it. */
export interface Held extends Holder {
  /** Open, and with a worker. */
  readonly live: boolean
  /** Somebody else may have the person's phone. */
  readonly unsafe: boolean
  readonly lastSeq: number
}

/** What became of one step; what is left out stays as it was. */
export interface Step {
  readonly state?: State
  readonly visitor?: string | null
  readonly asked?: boolean
  readonly thread?: string | null
  readonly greeted?: boolean
  readonly mirroredSeq?: number
  readonly seenSeq?: number
  readonly polledAt?: Date
  readonly behindSince?: Date | null
  readonly tries?: number
  /** When to look again. */
  readonly nextAt: Date
}

export type Unspoken = Exclude<WorkerOutcome, 'done' | 'duplicate'> | 'notOptedIn' | 'notPlain' | 'empty' | 'long'

/** A message of a worker in Azure that was dealt with. */
export interface Heard {
  readonly messageId: string
  /** The message it became. */
  readonly seq: number | null
  /** Why it became none. */
  readonly refused: Unspoken | null
  /** They have been told so. */
  readonly answered: boolean
}

export interface Threads {
  /** Notes a thread to be made for everybody who has a conversation, is in Azure and has none yet. */
  begin(userOf: (holder: Holder) => string | null, now: Date): Promise<number>
  /** Takes a thread on which something is due: until `heldUntil` it is ours. */
  take(now: Date): Promise<{ readonly thread: Thread; readonly holder: string } | null>
  /** Keeps what a step did. False: it took too long, and another has taken the thread. */
  keep(id: string, holder: string, step: Step): Promise<boolean>
  /** There is nothing of it in Azure any more. */
  drop(id: string, holder: string): Promise<void>
  heard(id: string): Promise<readonly Heard[]>
  keepHeard(id: string, heard: Heard): Promise<void>
  /** Something has happened in these threads of Azure. */
  ring(threads: readonly string[], now: Date): Promise<void>
}

/** Our own user in Azure: one for all processes. */
export interface ServiceUser {
  find(): Promise<string | null>
  /** Keeps one that was made; returns the one that was there first. */
  keep(user: string): Promise<string>
  forget(user: string): Promise<void>
}
