// What one thing a person did changes, and what is said to it. Everything else about a turn is the store's.
import type { FlowEvent } from '../flow/events.ts'
import type { Flow } from '../flow/flow.ts'
import { currentAnswers, placeOf, type Snapshot, steps } from '../flow/step.ts'
import { HANDED_OVER_KEPT, SMS_VALID } from '../limits.ts'
import type { AnswerRecord } from '../questions/answer.ts'
import { perspectiveOf } from '../questions/perspective.ts'
import type { Lexicon } from '../wording/lexicon.ts'
import type { Words } from '../wording/words.ts'
import { compose } from './compose.ts'
import type { Change, Conversation, NewMessage } from './conversation.ts'
import { refusal } from './gate.ts'
import { handoverOf } from './handover-request.ts'
import { hashSecret, refuseSameWord } from './keep-word.ts'
import type { PersonEvent } from './person-event.ts'
import { personSays } from './person-says.ts'
import type { Availability, Desk } from './ports.ts'
import { recordsOf } from './provenance.ts'
import { translate } from './translate.ts'
import { unclaimedOf, type Went } from './unclaimed.ts'

export interface Room {
  readonly flow: Flow
  readonly words: Words
  /** What is read in a person's words: their own language first, then English. */
  readonly lexicons: readonly Lexicon[]
  readonly desk: Desk
}

/** Decides a turn. Null when nothing changes: a conversation that was left takes no event. */
export async function decide(
  conversation: Conversation,
  event: PersonEvent,
  now: Date,
  { flow, words, lexicons, desk }: Room
): Promise<Change | null> {
  if (conversation.status !== 'open') return null
  if (event.type === 'withhold' || event.type === 'mayKnow') {
    const { type: _type, ...decision } = event
    const line = { ...decision, at: now.toISOString() }
    return { messages: [], withheld: [line], announce: isWatched(conversation) }
  }

  const { channel, snapshot: before } = conversation
  const place = placeOf(flow, before)
  const about = perspectiveOf(currentAnswers(before))
  const isFirst = channel === 'sms' && conversation.lastSeq === 0
  const [first, ...others] = translate(event, { place, words, lexicons, channel, about, isFirst })
  if (!first) return null
  const main = await hashSecret(first, place, before)
  if ('sameWord' in main) return refuseSameWord(main.sameWord, conversation, words)
  const events: FlowEvent[] = [main, ...others]
  const { snapshot, effects } = steps(flow, before, events)
  const isRefused = effects.some(effect => effect.type === 'note' && effect.note !== 'wordsKept')
  const spoken = { event, main, place, about, words, accepted: !isRefused }
  const said = personSays(spoken)
  const answers = recordsOf({ ...spoken, channel, now })
  if (snapshot.state === 'left') {
    // A page that was emptied by silence ends by itself: they were last heard before, and had not pressed the exit.
    const isSilent = event.type === 'leave' && event.silent === true
    return { ...left(snapshot, said, answers), ...(isSilent ? {} : toKnow(before, snapshot, 'exit')) }
  }

  const needsTruth = snapshot.memory.handover || effects.some(effect => effect.type === 'card')
  const availability = needsTruth ? await desk.availability(now) : UNKNOWN
  const request = handoverOf(before, snapshot, availability.open)
  const owner = request && conversation.owner.kind === 'assistant' ? ({ kind: 'queue' } as const) : conversation.owner
  const after = placeOf(flow, snapshot)
  const replies = compose(effects, {
    words,
    channel,
    about: perspectiveOf(currentAnswers(snapshot)),
    place: after,
    alerted: snapshot.memory.handover,
    settles: after.kind === 'waiting' && after.asked && (place.kind !== 'waiting' || main.type === 'PERSON'),
    garbled: main.type === 'WORDS' && event.type === 'typed' && isShort(event.text),
    availability
  })
  const allowed = replies.filter(message => isAllowed(message, { ...conversation, owner }, now))
  return {
    snapshot,
    owner,
    ...(event.type === 'language' ? { locale: words.locale } : {}),
    ...(request ? { handover: request, expiresAt: later(conversation, now) } : {}),
    ...toKnow(before, snapshot, 'quiet'),
    messages: [...said, ...allowed],
    answers,
    ...(channel === 'sms' ? { sendNotAfter: new Date(now.getTime() + SMS_VALID) } : {}),
    announce: request !== null || isWatched(conversation)
  }
}

/** A slip of the thumb rather than a story: up to this many words. Whoever wrote more is told that it will be read. */
const FEW_WORDS = 4
const isShort = (text: string): boolean => text.trim().split(/\s+/).length <= FEW_WORDS

/** Nobody knows who is on duty, so nothing is claimed. */
const UNKNOWN: Availability = { onDuty: false, open: true, opensAt: null }

const isWatched = ({ owner }: Conversation): boolean => owner.kind !== 'assistant'

const isAllowed = (message: NewMessage, to: Conversation, now: Date): boolean =>
  message.from !== 'person' && refusal({ from: message.from, kind: message.kind, notAfter: null }, to, now) === null

/** What staff may know of somebody nobody was asked to join; for most there is nothing, and nothing is written. */
function toKnow(before: Snapshot, after: Snapshot, went: Went): Pick<Change, 'unclaimed'> {
  const unclaimed = unclaimedOf(after, went)
  return unclaimed || unclaimedOf(before, went) ? { unclaimed } : {}
}

/** What the person said while leaving is kept for the record; nothing is said back. */
const left = (snapshot: Snapshot, said: readonly NewMessage[], answers: readonly AnswerRecord[]): Change => ({
  snapshot,
  status: 'left',
  messages: said,
  answers,
  endAccess: true,
  announce: true
})

const later = ({ expiresAt }: Conversation, now: Date): Date =>
  new Date(Math.max(expiresAt.getTime(), now.getTime() + HANDED_OVER_KEPT))
