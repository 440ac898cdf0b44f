// What the conversation asks of the handover: plain data in, plain data out. The machine behind it is another room's.
import type { Channel } from '../questions/answer.ts'
import type { MessageKey } from '../wording/keys.ts'

/** A member of staff in a conversation. The name is the first name, as the person sees it. */
export interface Colleague {
  readonly id: string
  readonly name: string
}

/**
 * Where a handover stands. queued, offered (was asked whether to wait), fallback (was told that nobody may come) and outOfHours
 * wait; callBack: they are contacted later, in a safe way they gave; claimed: a worker has it and has not spoken yet; silent: not in
 * time; live; grace: the worker's console has gone silent; wrapUp: the worker writes down what was done.
 */
export type Stage =
  | 'queued'
  | 'offered'
  | 'fallback'
  | 'outOfHours'
  | 'callBack'
  | 'claimed'
  | 'silent'
  | 'live'
  | 'grace'
  | 'wrapUp'
  | 'closed'
  | 'left'
  | 'purged'

/** How loud an urgent one is: nobody has said yet that they have seen it, then supervisors are told, then whoever is on call. */
export type Alert = 'none' | 'ringing' | 'supervisor' | 'onCall' | 'seen'

/** Whether the person is there. Waiting for a worker is never silence, so it is told only while one has them. */
export type Presence = 'present' | 'quiet' | 'away'

/** A handover at a glance: what lists show and jobs look for. Ids and first names of staff, no word of the person. */
export interface HandoverView {
  readonly stage: Stage
  readonly alert: Alert
  readonly presence: Presence
  /** Who has it. */
  readonly worker: Colleague | null
  /** Who had it last. */
  readonly last: Colleague | null
  /** A colleague is asked to take it over: `to` is null where anybody may. */
  readonly transfer: { readonly to: Colleague | null } | null
  /** Supervisors who have joined in, and whom the person knows to be there. */
  readonly helpers: readonly Colleague[]
  /** They lost a worker, or came back to the page: next after those in immediate danger. */
  readonly front: boolean
  /** The line was open when last looked. */
  readonly open: boolean
  readonly mayCallBack: boolean
}

/** A handover as it is kept: opaque but for its view, and for when each of its timers is due (ISO 8601, UTC, by timer). */
export interface HandoverState {
  readonly value: unknown
  readonly context: unknown
  readonly due: Readonly<Record<string, string>>
  readonly view: HandoverView
}

export interface HandoverStart {
  readonly channel: Channel
  readonly urgent: boolean
  /** The line is open now. */
  readonly open: boolean
  /** A safe way to reach them later was given, and nothing speaks against it. */
  readonly mayCallBack: boolean
}

export type HandoverEvent =
  /** The person did something. `asks`: for a person, once more. */
  | { readonly type: 'HEARD'; readonly urgent: boolean; readonly mayCallBack: boolean; readonly asks: boolean }
  | { readonly type: 'STAY' | 'CALL_BACK' | 'RETURNED' | 'LEFT' }
  | { readonly type: 'DESK_OPENED' | 'DESK_CLOSED' }
  /** Somebody on duty has seen an urgent one. */
  | { readonly type: 'SEEN'; readonly by: Colleague }
  | { readonly type: 'CLAIM' | 'SPOKE' | 'RELEASE' | 'CLOSE'; readonly by: Colleague }
  /** What was done has been written down. */
  | { readonly type: 'RECORDED'; readonly by: Colleague }
  | { readonly type: 'WORKER_GONE' | 'WORKER_BACK' }
  | { readonly type: 'TRANSFER'; readonly by: Colleague; readonly to: Colleague | null }
  | { readonly type: 'ACCEPT' | 'DECLINE' | 'CANCEL'; readonly by: Colleague }
  | { readonly type: 'SUPERVISOR_JOINS' | 'SUPERVISOR_LEAVES'; readonly by: Colleague }
  /** What was agreed for later has been done, or is given up. */
  | { readonly type: 'CALLED_BACK' | 'CALL_BACK_ENDED' }
  | { readonly type: 'PURGE' }
  /** One of its timers, by the name it has in `due`. */
  | { readonly type: 'TIMER'; readonly timer: string }

/** What people outside are told of a handover: a kind, never a word. */
export type NoticeKind = 'urgent.unacknowledged' | 'worker.lost' | 'left.at_risk'

export type HandoverEffect =
  /** A line that says who is there. `name`: of the colleague it speaks of; `other`: of the one before. */
  | { readonly type: 'say'; readonly message: MessageKey; readonly name?: string; readonly other?: string }
  /** Says whether anybody is there and when the line opens, as it is now. */
  | { readonly type: 'sayWhoIsThere' }
  | { readonly type: 'notice'; readonly notice: NoticeKind }

export interface Stepped {
  readonly state: HandoverState
  readonly effects: readonly HandoverEffect[]
}

/** The handover's rules. Pure: the same state, event and moment always give the same. */
export interface Handovers {
  begin(start: HandoverStart, now: Date): Stepped
  /** Null where the event means nothing: a second claim, a timer that was stopped, a word after leaving. */
  step(state: HandoverState, event: HandoverEvent, now: Date): Stepped | null
}
