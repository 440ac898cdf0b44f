// What one thing a person did changes, and what is said to it. Everything else about a turn is the store's.
import type { FlowEvent } from '../flow/events.ts'
import type { Flow } from '../flow/flow.ts'
import { currentAnswers, mayWrite, type Place, placeOf, type Snapshot, steps } from '../flow/step.ts'
import { HANDED_OVER_KEPT } from '../limits.ts'
import type { AnswerRecord } from '../questions/answer.ts'
import { type Perspective, perspectiveOf } from '../questions/perspective.ts'
import type { Lexicon } from '../wording/lexicon.ts'
import type { Words } from '../wording/words.ts'
import { isAfterSilence, isOpening, isPictureOnly, isTooEarly, wantsPage } from './by-text.ts'
import { compose, sentence } from './compose.ts'
import type { Change, Conversation, NewMessage } from './conversation.ts'
import { handoverOf } from './handover-request.ts'
import { hashSecret, refuseSameWord } from './keep-word.ts'
import type { PersonEvent } from './person-event.ts'
import { personSays } from './person-says.ts'
import type { Availability, Desk } from './ports.ts'
import { recordsOf } from './provenance.ts'
import { mayBeSaid, pushed } from './pushed.ts'
import { takeOffer } from './take-offer.ts'
import { translate } from './translate.ts'
import { unclaimedOf, type Went } from './unclaimed.ts'

export interface Room {
  readonly flow: Flow
  readonly words: Words
  /** What is read in a person's words: their own language first, then English. */
  readonly lexicons: readonly Lexicon[]
  readonly desk: Desk
  /** Of the page, as people know it; null where there is none to send anybody to. */
  readonly webAddress: string | null
}

/** Decides a turn. Null when nothing changes: a conversation that was left takes no event. */
export async function decide(
  conversation: Conversation,
  event: PersonEvent,
  now: Date,
  { flow, words, lexicons, desk, webAddress }: Room
): Promise<Change | null> {
  if (conversation.status !== 'open') return null
  if (event.type === 'withhold' || event.type === 'mayKnow') {
    const { type: _type, ...decision } = event
    const line = { ...decision, at: now.toISOString() }
    return { messages: [], withheld: [line], announce: isWatched(conversation) }
  }

  if (event.type === 'stay' || event.type === 'callBack') return takeOffer(event, conversation, words, now)

  const { channel, snapshot: before } = conversation
  const place = placeOf(flow, before)
  const about = perspectiveOf(currentAnswers(before))
  const isEarly = isTooEarly(event, conversation)
  const setting = { place, words, lexicons, channel, about, mayWrite: mayWrite(before), isEarly }
  const times = { isFirst: isOpening(conversation), isBack: isAfterSilence(conversation, now) }
  const [first, ...others] = translate(event, { ...setting, ...times })
  if (!first) return event.type === 'typed' ? keepOnly(event, { conversation, place, about, words, now }) : null
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
    settles:
      after.kind === 'waiting' && after.asked && (place.kind !== 'waiting' || asksWhoIsThere(main, channel, isEarly)),
    // Danger, a wish or words were heard: only where the question is asked again was something not counted.
    early: isEarly && events.at(-1)?.type === 'REPEAT',
    page: wantsPage(event, { flow, channel, snapshot }, lexicons) ? webAddress : null,
    garbled: main.type === 'WORDS' && event.type === 'typed' && isShort(event.text),
    availability
  })
  const to = { ...conversation, owner, snapshot, heardAt: now, textsBlocked: false }
  const allowed = replies.filter(message => mayBeSaid(message, to, now))
  return {
    snapshot,
    owner,
    ...(event.type === 'language' ? { locale: words.locale } : {}),
    ...(request ? { handover: request, expiresAt: later(conversation, now) } : {}),
    ...toKnow(before, snapshot, 'quiet'),
    messages: [...said, ...allowed],
    answers,
    heard: true,
    ...pushed(to, now),
    announce: request !== null || isWatched(conversation)
  }
}

/** A slip of the thumb rather than a story: up to this many words. Whoever wrote more is told that it will be read. */
const FEW_WORDS = 4
const isShort = (text: string): boolean => text.trim().split(/\s+/).length <= FEW_WORDS

/** Nobody knows who is on duty, so nothing is claimed. */
const UNKNOWN: Availability = { onDuty: false, open: true, opensAt: null }

const isWatched = ({ owner }: Conversation): boolean => owner.kind !== 'assistant'

/** By text nothing else shows that words arrived: whoever waits and writes is told again who is there. */
const asksWhoIsThere = ({ type }: FlowEvent, channel: Conversation['channel'], isEarly: boolean): boolean =>
  type === 'PERSON' || (channel === 'sms' && !isEarly && (type === 'WORDS' || type === 'HEARD' || type === 'REPEAT'))

interface Kept {
  readonly conversation: Conversation
  readonly place: Place
  readonly about: Perspective
  readonly words: Words
  readonly now: Date
}

/** Words that move nothing are kept. A picture is not opened: that is said, where anything may be said. */
function keepOnly(event: PersonEvent, { conversation, place, about, words, now }: Kept): Change {
  const said = personSays({ event, main: { type: 'WORDS' }, place, about, words, accepted: true })
  const to = { ...conversation, heardAt: now, textsBlocked: false }
  const note = isPictureOnly(event) ? [sentence(words, conversation.channel, 'note', 'noPictures')] : []
  const allowed = note.filter(message => mayBeSaid(message, to, now))
  return { messages: [...said, ...allowed], heard: true, ...pushed(to, now), announce: isWatched(conversation) }
}

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
  heard: true,
  endAccess: true,
  announce: true
})

const later = ({ expiresAt }: Conversation, now: Date): Date =>
  new Date(Math.max(expiresAt.getTime(), now.getTime() + HANDED_OVER_KEPT))
