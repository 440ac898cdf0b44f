// The one gate: every word that goes to a person passes here, whoever speaks. Laws 2 and 3 stand in this file and nowhere else.
import { SMS_LIVE, SMS_SEGMENTS_MAX, SMS_VALID } from '../limits.ts'
import type { Channel } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { MessageKey } from '../wording/keys.ts'
import type { MessageKind, Owner, Speaker, Status } from './conversation.ts'
import { isUnsafe, type Returns } from './returns.ts'

export interface Outgoing {
  readonly from: Exclude<Speaker, 'person'>
  readonly kind: MessageKind
  readonly question?: QuestionId
  readonly key?: MessageKey
  /** The worker who speaks. */
  readonly workerId?: string
  /** Texts it takes to send; left out where that is no matter. */
  readonly segments?: number
}

/** What decides, by text, whether a phone may light up now. */
export interface Reach {
  /** They have said that it is all right to write, and since they last came back too. */
  readonly mayWrite: boolean
  /** When they last wrote. */
  readonly heardAt: Date
  /** The carrier takes no text to this number any more. */
  readonly blocked: boolean
  /** Somebody is near, they wrote: until they write again nothing leaves. */
  readonly near: boolean
  /** The end of a time they agreed to, when it is that time now; null when it is not. */
  readonly agreedUntil: Date | null
}

export interface Recipient {
  readonly channel: Channel
  readonly owner: Owner
  /** Supervisors who have joined in, by id: the person was told that they are there. */
  readonly helpers: readonly string[]
  readonly status: Status
  readonly returns: Returns
  readonly reach: Reach
}

export type Refusal =
  | 'left'
  | 'unsafe'
  | 'closed'
  | 'late'
  | 'notYours'
  | 'workerSpeaks'
  | 'notAsked'
  | 'blocked'
  | 'near'
  | 'notLive'
  | 'tooLong'

/** Cards that name no service and no topic of ours. */
const DOOR_CARDS: readonly string[] = [
  'emergency',
  'emergencyTeamTold',
  'emergencyNobodyHere',
  'suicideFirstText',
  'suicideWithDanger',
  'actBegun'
]

/**
 * All that may be said by text before somebody has said that it is all right: the question itself, the emergency text, and the lines
 * for a life at risk. Own-words specification, section 3: by SMS.
 */
export const isForTheDoor = ({ kind, question, key }: Outgoing): boolean =>
  (kind === 'ask' && question === 'channelOk') || (kind === 'card' && DOOR_CARDS.includes(key ?? ''))

/**
 * Whether words that were already accepted may still leave: checked again at the moment of sending. Somebody who has left
 * hears nothing; what is late is not said; what was said before a worker closed the conversation still arrives. Where somebody
 * else may have the phone, nobody hears anything, and by text nothing but the first question until they say it is all right.
 */
export function silenced(
  words: Outgoing & { readonly notAfter: Date | null },
  to: Omit<Recipient, 'owner' | 'helpers'>,
  now: Date
): Refusal | null {
  if (to.status === 'left') return 'left'
  if (isUnsafe(to.returns)) return 'unsafe'
  if (words.notAfter && now > words.notAfter) return 'late'
  if (to.channel !== 'sms') return null
  if (to.reach.blocked) return 'blocked'
  if (to.reach.near) return 'near'
  return to.reach.mayWrite || isForTheDoor(words) ? null : 'notAsked'
}

/** Until when a phone may light up: while they are writing with us, or in a time they agreed to. Domain guide, section 2, never 1. */
export const liveUntil = ({ heardAt, agreedUntil }: Reach): Date =>
  new Date(Math.max(heardAt.getTime() + SMS_LIVE, agreedUntil?.getTime() ?? 0))

/** The moment after which words accepted now must not leave any more. */
export const mustLeaveBy = ({ reach }: Pick<Recipient, 'reach'>, now: Date): Date =>
  new Date(Math.min(now.getTime() + SMS_VALID, liveUntil(reach).getTime()))

/** Whether these words may go to this person now; null means yes, otherwise why not. */
export function refusal(words: Outgoing, to: Recipient, now: Date): Refusal | null {
  const silence = silenced({ ...words, notAfter: null }, to, now)
  if (silence) return silence
  if (to.status === 'closed') return 'closed'
  const wrongSpeaker = notTheirTurn(words, to)
  if (wrongSpeaker || to.channel !== 'sms') return wrongSpeaker
  if (liveUntil(to.reach) < now) return 'notLive'
  return (words.segments ?? 1) > SMS_SEGMENTS_MAX ? 'tooLong' : null
}

/** Law 3: one owner speaks, and beside them only whom the person was told of. */
function notTheirTurn(words: Outgoing, { owner, helpers }: Recipient): Refusal | null {
  if (words.from === 'worker') {
    const isThere = owner.kind === 'worker' && [owner.id, ...helpers].includes(words.workerId ?? '')
    return isThere ? null : 'notYours'
  }
  // While a worker has the conversation the assistant is silent. Only these may pass: the emergency card the person has just
  // asked for, the line that says who is there, and by text whether it is all right to write at all.
  const mayPass = words.kind === 'card' || words.kind === 'status' || isForTheDoor(words)
  return owner.kind === 'worker' && !mayPass ? 'workerSpeaks' : null
}
