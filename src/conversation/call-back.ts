// Somebody agreed to be contacted later: when a worker may begin, what may be recorded, and how it ends. Not a word goes to the
// person from here.
import type { Flow } from '../flow/flow.ts'
import { step } from '../flow/step.ts'
import { windowEnd } from './contact-window.ts'
import type { Conversation } from './conversation.ts'
import type { Decided } from './follow-handover.ts'
import { type Act, onRecord } from './on-record.ts'
import type { Reading } from './ports.ts'
import type { Attempt, AttemptWriting, Recorded, Writing } from './recorded.ts'
import type { Worker } from './worker-turn.ts'
import { signed } from './write-down.ts'

/** What they allow, while contact is allowed at all. */
export interface Agreed {
  readonly times: readonly string[]
  readonly voicemail: 'no' | 'yesNoDetails' | 'yes'
}

/** What the summary says of contacting them, as it stands: null where nobody may. The summary is another room's, so it is handed in. */
export type ContactRule = (reading: Reading, now: Date) => Promise<Agreed | null>

export type CallBackDeed =
  /** A worker is about to contact them. `override`: why at another time than they agreed to; null where no reason was given. */
  | { readonly type: 'begin'; readonly by: Worker; readonly override: string | null }
  /** What came of it. `since`: when they began; null where the call-back is not theirs. `outcome`: what is recorded beside it where they were reached. */
  | {
      readonly type: 'attempt'
      readonly by: Worker
      readonly result: Attempt
      readonly text: string | null
      readonly since: Date | null
      readonly outcome: readonly Writing[]
    }
  /** The end of trying. */
  | { readonly type: 'giveUp'; readonly by: Worker; readonly text: string | null }

/** `overridden`: done, though it was not their time. `forbidden`: nobody may contact them. `notNow`: it is not their time. `notBegun`: nobody said before that they do it. */
export type CallBackOutcome =
  | 'done'
  | 'overridden'
  | 'duplicate'
  | 'gone'
  | 'left'
  | 'closed'
  | 'notAgreed'
  | 'forbidden'
  | 'notNow'
  | 'noVoicemail'
  | 'notBegun'
  /** They have or had whoever may be the partner. */
  | 'partner'

export interface CallBackRoom {
  readonly found: Conversation
  readonly agreed: Agreed | null
  /** What workers wrote down before. */
  readonly records: readonly Recorded[]
  readonly now: Date
  readonly flow: Flow
}

type Turn = Decided<CallBackOutcome>
const no = (result: CallBackOutcome): Turn => ({ change: null, result })

/** Somebody else may know now: whoever tried again would try it on them. */
const STOPS: readonly Attempt[] = ['otherAnswered', 'notSafe']

/** What a worker does about a call-back. Only the time can be overridden, and only with a reason. */
export function callBackBy(deed: CallBackDeed, room: CallBackRoom): Turn {
  const { found, agreed, now } = room
  if (found.status !== 'open') return no(found.status)
  if (found.handoverState?.view.stage !== 'callBack') return no('notAgreed')
  if (deed.type === 'giveUp')
    return keep(deed.by, 'call_back_end', [attempt('givenUp', deed.text)], room, 'CALL_BACK_ENDED')
  if (!agreed) return no('forbidden')
  if (deed.type === 'begin') {
    if (windowEnd(agreed.times, now) !== null) return no('done')
    return deed.override
      ? { ...keep(deed.by, 'override', [attempt('overridden', deed.override)], room), result: 'overridden' }
      : no('notNow')
  }
  const { by, result, text, since, outcome } = deed
  if (!since) return no('notBegun')
  if (result === 'voicemail' && agreed.voicemail === 'no') return no('noVoicemail')
  if (!STOPS.includes(result) && !mayHaveTried(by, since, agreed, room)) return no('notNow')
  const done = [attempt(result, text), ...outcome]
  if (result === 'reached') return keep(by, 'call_back_attempt', done, room, 'CALLED_BACK')
  return keep(by, 'call_back_attempt', done, room, STOPS.includes(result) ? 'CALL_BACK_ENDED' : undefined)
}

/** Now or when it began was their time, or the worker said why not. */
function mayHaveTried(by: Worker, since: Date, { times }: Agreed, { records, now }: CallBackRoom): boolean {
  if ([now, since].some(moment => windowEnd(times, moment) !== null)) return true
  return records.some(
    one => one.kind === 'attempt' && one.result === 'overridden' && one.by === by.name && new Date(one.at) >= since
  )
}

const attempt = (result: AttemptWriting['result'], text: string | null): AttemptWriting => ({
  kind: 'attempt',
  result,
  text
})

/** Written down; with `ends` it is over, and counted. */
function keep(
  by: Worker,
  act: Act,
  written: readonly Writing[],
  { found, flow, now }: CallBackRoom,
  ends?: 'CALLED_BACK' | 'CALL_BACK_ENDED'
): Turn {
  const records = written.map(one => signed(one, by, now))
  const change = { messages: [], records, ...onRecord(by, act), announce: true }
  if (!ends) return { change, result: 'done' }
  const { snapshot } = step(flow, found.snapshot, { type: 'CLOSED' })
  return {
    change: { ...change, snapshot, status: 'closed' },
    acts: [{ type: ends }],
    result: 'done',
    refused: 'notAgreed'
  }
}
