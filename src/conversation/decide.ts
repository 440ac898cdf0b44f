// What one thing a person did changes, and what is said to it. Everything else about a turn is the store's.
import type { FlowEvent } from '../flow/events.ts'
import { currentAnswers, type Place, placeOf, type Snapshot, steps } from '../flow/step.ts'
import { HANDED_OVER_KEPT } from '../limits.ts'
import type { AnswerRecord } from '../questions/answer.ts'
import { perspectiveOf } from '../questions/perspective.ts'
import { isPictureOnly, wantsPage } from './by-text.ts'
import { compose } from './compose.ts'
import type { Change, Conversation, NewMessage } from './conversation.ts'
import { type Exchange, saying } from './exchange.ts'
import { handoverOf } from './handover-request.ts'
import { hashSecret, refuseSameWord } from './keep-word.ts'
import { asOneText } from './one-text.ts'
import type { PersonEvent } from './person-event.ts'
import { personSays, type Spoken } from './person-says.ts'
import type { Availability } from './ports.ts'
import { recordsOf } from './provenance.ts'
import { mayBeSaid, pushed } from './pushed.ts'
import { sentence } from './sentence.ts'
import { type Room, settingOf } from './setting.ts'
import { takeOffer } from './take-offer.ts'
import { takeWords } from './take-words.ts'
import { isAtRisk, unclaimedOf } from './unclaimed.ts'

/** Decides a turn. Null when nothing changes: a conversation that was left takes no event. */
export async function decide(
  conversation: Conversation,
  event: PersonEvent,
  now: Date,
  room: Room
): Promise<Change | null> {
  const { flow, words, lexicons, desk, webAddress } = room
  if (conversation.status !== 'open') return null
  if (event.type === 'withhold' || event.type === 'mayKnow') {
    const { type: _type, ...decision } = event
    const line = { ...decision, at: now.toISOString() }
    return { messages: [], withheld: [line], announce: isWatched(conversation) }
  }

  if (event.type === 'stay' || event.type === 'callBack') return takeOffer(event, conversation, words, now)

  const { channel, snapshot: before } = conversation
  const setting = settingOf(conversation, event, now, room)
  const { place, about, isEarly, short, young } = setting
  const taken = takeWords(event, conversation, setting, now)
  if (taken === 'twin') return null
  const { events: translated, exchange, silent } = taken
  const person = { place, about, words, channel, short, young }
  const [first, ...others] = translated
  if (!first) return event.type === 'typed' ? keepOnly(event, { ...person, conversation, now, exchange }) : null
  const main = await hashSecret(first, place, before)
  if ('sameWord' in main) return refuseSameWord(main.sameWord, conversation, words)
  const events: FlowEvent[] = [main, ...others]
  const { snapshot, effects } = steps(flow, before, events)
  const isRefused = effects.some(effect => effect.type === 'note' && !KEEPS.includes(effect.note))
  const spoken = { ...person, event, main, accepted: !isRefused }
  const said = personSays(spoken)
  const answers = recordsOf({ ...spoken, now })
  if (snapshot.state === 'left') {
    // A page that was emptied by silence ends by itself: they were last heard before, and had not pressed the exit.
    const isSilent = event.type === 'leave' && event.silent === true
    return { ...left(snapshot, said, answers), ...(isSilent ? {} : goneFrom(conversation, snapshot)) }
  }

  const needsTruth = snapshot.memory.handover || effects.some(({ type }) => type === 'card' || type === 'topic')
  const availability = needsTruth ? await desk.availability(now) : UNKNOWN
  const request = handoverOf(before, snapshot, availability.open)
  const owner = request && conversation.owner.kind === 'assistant' ? ({ kind: 'queue' } as const) : conversation.owner
  const after = placeOf(flow, snapshot)
  const { messages, exchange: spokenOf } = compose(effects, {
    words,
    channel,
    flow,
    snapshot,
    about: perspectiveOf(currentAnswers(snapshot)),
    place: after,
    alerted: snapshot.memory.handover,
    settles: after.kind === 'waiting' && after.asked && (place.kind !== 'waiting' || main.type === 'PERSON'),
    // Danger, a wish or words were heard: only where the question is asked again was something not counted.
    early: isEarly && events.at(-1)?.type === 'REPEAT',
    page: wantsPage(event, { flow, channel, snapshot }, lexicons) ? webAddress : null,
    quote: event.type === 'typed' && !isSameCheck(place, after) ? event.text : null,
    exchange,
    suicideFirst: room.practice.suicideFirst,
    now,
    availability
  })
  const to = { ...conversation, owner, snapshot, heardAt: now, textsBlocked: false }
  const allowed = silent ? [] : messages.filter(message => mayBeSaid(message, to, now))
  const replies = channel === 'sms' ? asOneText(allowed, words) : allowed
  return {
    snapshot: { ...snapshot, exchange: saying(spokenOf, replies) },
    owner,
    ...(event.type === 'language' ? { locale: words.locale } : {}),
    ...(request ? { handover: request, expiresAt: later(conversation, now) } : {}),
    ...toKnow(before, snapshot, 'quiet'),
    messages: [...said, ...replies],
    answers,
    heard: true,
    ...pushed(to, now),
    announce: request !== null || isWatched(conversation)
  }
}

/** Notes beside which what they did was taken all the same. */
/** Asked a second time what was meant: what they write now is not what is asked about. */
const isSameCheck = (before: Place, after: Place): boolean =>
  before.kind === 'check' && after.kind === 'check' && before.name === after.name

const KEEPS: readonly string[] = ['wordsKept', 'notFollowed', 'answerFirst']

/** Nobody knows who is on duty, so nothing is claimed. */
const UNKNOWN: Availability = { onDuty: false, open: true, opensAt: null }

const isWatched = ({ owner }: Conversation): boolean => owner.kind !== 'assistant'

interface Kept extends Omit<Spoken, 'event' | 'main' | 'accepted'> {
  readonly conversation: Conversation
  readonly now: Date
  readonly exchange: Exchange
}

/** Words that move nothing are kept. A picture is not opened: that is said, where anything may be said. */
function keepOnly(event: PersonEvent, { conversation, now, exchange, ...person }: Kept): Change {
  const { words } = person
  const said = personSays({ ...person, event, main: { type: 'WORDS' }, accepted: true })
  const to = { ...conversation, heardAt: now, textsBlocked: false }
  const note = isPictureOnly(event) ? [sentence(words, conversation.channel, 'note', 'noPictures')] : []
  const allowed = note.filter(message => mayBeSaid(message, to, now))
  return {
    snapshot: { ...conversation.snapshot, exchange: saying(exchange, allowed) },
    messages: [...said, ...allowed],
    heard: true,
    ...pushed(to, now),
    announce: isWatched(conversation)
  }
}

/** What staff may know of somebody who is not in the queue; for most there is nothing, and nothing is written. */
function toKnow(before: Snapshot, after: Snapshot, went: 'exit' | 'quiet'): Pick<Change, 'unclaimed'> {
  const unclaimed = unclaimedOf(after, went)
  return unclaimed || unclaimedOf(before, went) ? { unclaimed } : {}
}

/**
 * Whoever left at risk raises the alarm of an urgent one that nobody has, at once: nobody will ever have this one. A worker with whom
 * they spoke of suicide was there, and knows; that somebody came into the room while they talked, nobody on duty may have seen.
 */
function goneFrom({ snapshot: before, owner }: Conversation, after: Snapshot): Pick<Change, 'unclaimed' | 'notices'> {
  const gone = toKnow(before, after, 'exit')
  const went = gone.unclaimed?.went
  const isAlone = owner.kind !== 'worker' || went !== 'suicide'
  return went && isAtRisk(went) && isAlone ? { ...gone, notices: ['left.at_risk'] } : gone
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
