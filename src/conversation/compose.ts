// From effects to words. Sentences about people being there are chosen by what is true, in this one place.
import type { Effect, HeardOf, Note } from '../flow/events.ts'
import type { Flow } from '../flow/flow.ts'
import type { Crisis } from '../flow/memory.ts'
import { currentAnswers, isShort, mayWrite, type Place, type Snapshot } from '../flow/step.ts'
import type { Channel } from '../questions/answer.ts'
import type { Perspective } from '../questions/perspective.ts'
import type { Topic } from '../questions/topic.ts'
import type { MessageKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { topicMessage } from './answer-topic.ts'
import { cardKey } from './cards.ts'
import type { NewMessage } from './conversation.ts'
import type { Exchange } from './exchange.ts'
import { givingWay } from './give-way.ts'
import type { Availability } from './ports.ts'
import { promptsOf } from './prompts.ts'
import { sentence } from './sentence.ts'
import { isYoung } from './setting.ts'

/** Who is there, said only as it is. `more`: questions are still offered while they wait. */
export function whoIsThere(
  words: Words,
  channel: Channel,
  { onDuty, open, opensAt }: Availability,
  more: boolean
): NewMessage {
  if (onDuty) return sentence(words, channel, 'status', more ? 'whileYouWait' : 'waiting')
  if (!open && opensAt !== null) return sentence(words, channel, 'status', 'outOfHours', { open: opensAt })
  return sentence(words, channel, 'status', 'nobodyOnDuty')
}

export interface Scene {
  readonly words: Words
  readonly channel: Channel
  readonly flow: Flow
  /** After the step. */
  readonly snapshot: Snapshot
  readonly about: Perspective
  /** Where the person stands after the step. */
  readonly place: Place
  /** People have been alerted to this conversation. */
  readonly alerted: boolean
  /** The person has come to where nothing more is asked, or has asked for a person again: silence would be cruel. */
  readonly settles: boolean
  /** An answer that was written before this question had left. */
  readonly early: boolean
  /** The address of the page, where they asked for it; null otherwise. */
  readonly page: string | null
  /** What they typed; null where they pressed something. */
  readonly quote: string | null
  readonly exchange: Exchange
  /** By text a wish to die is answered before we may write. */
  readonly suicideFirst: boolean
  readonly now: Date
  readonly availability: Availability
}

export interface Composed {
  readonly messages: readonly NewMessage[]
  /** With what was acknowledged, owed and said once. */
  readonly exchange: Exchange
}

const OWN_LIFE: readonly Crisis[] = ['suicide', 'act', 'both']

/** Cards of help at once. */
const STANDS_ALONE: readonly MessageKey[] = ['emergency', 'suicide', 'actBegun', 'suicideWithDanger', 'suicideOther']

/** A lesser concern is acknowledged once in so many messages. Own-words specification, section 3, rung 11. */
const ACKNOWLEDGED_EVERY = 3

/** What is said to what was heard; in short mode it names nothing. */
function heardKey(of: HeardOf, { about, snapshot, flow }: Scene): MessageKey {
  const isOther = about !== 'self' || currentAnswers(snapshot).audience === 'harmer'
  if (of === 'neck') return about === 'self' ? 'neckNow' : 'neckNowOther'
  if (isShort(flow, snapshot)) return 'concernShort'
  if (isOther) return 'concernOther'
  if (of === 'theirSuicide') return 'theirThreatToDie'
  if (of === 'selfHarm') return 'selfHarmHeard'
  return 'concern'
}

/** Own words are kept, in the words that fit where they are. */
function noteKey(note: Note, { place, alerted, availability, flow, snapshot }: Scene): MessageKey {
  if (note !== 'wordsKept') return note
  if (place.kind === 'waiting' || place.kind === 'emergency') return 'keptUnread'
  return alerted && availability.open && !isShort(flow, snapshot) ? 'wordsKept' : 'notFollowed'
}

/** What the assistant says, in order: urgent help first, who is there, what they asked, then the next question. */
export function compose(effects: readonly Effect[], scene: Scene): Composed {
  const { words, channel, flow, snapshot, about, place, alerted, settles, early, page, quote, availability } = scene
  const atTheDoor = channel === 'sms' && !mayWrite(snapshot)
  const young = isYoung(snapshot)
  const ownLife = OWN_LIFE.includes(snapshot.memory.crisis)
  let { exchange } = scene
  const cards: NewMessage[] = []
  const said: NewMessage[] = []
  const answered = new Map<NewMessage, Topic>()
  const acknowledged: NewMessage[] = []
  const answer = (topic: Topic): void => {
    const message = topicMessage(topic, scene)
    // Two questions may have one answer.
    if (said.some(({ text }) => text === message.text)) return
    said.push(message)
    answered.set(message, topic)
  }
  if (early) said.push(sentence(words, channel, 'note', 'stale'))
  // Beside the card of a life or of danger nothing else is said: it waits, and is asked about when they go on.
  const isHelp = effects.some(effect => effect.type === 'card' && STANDS_ALONE.includes(effect.card))
  // By text the one sentence for whoever may not be the person says enough.
  const isToOthers =
    channel === 'sms' && effects.some(effect => effect.type === 'say' && effect.message === 'otherPerson')
  const isThanked = effects.some(effect => effect.type === 'say' && effect.message === 'mayHurt')
  const isSaidAlready = (effect: Effect): boolean =>
    (effect.type === 'heard' && (isHelp || (isThanked && effect.of !== 'neck') || isToOthers)) ||
    (effect.type === 'say' && effect.message === 'otherPerson' && isHelp)
  for (const effect of effects.filter(each => !isSaidAlready(each))) {
    if (effect.type === 'card') {
      const key = cardKey(effect.card, { about, young, atTheDoor, ownLife, alerted, availability })
      if (atTheDoor && !scene.suicideFirst && effect.card === 'suicide') continue
      // Before we may write each kind is said once.
      if (atTheDoor && exchange.doorCards.includes(effect.card)) continue
      if (atTheDoor) exchange = { ...exchange, doorCards: [...exchange.doorCards, effect.card] }
      cards.push(sentence(words, channel, 'card', key))
    }
    if (effect.type === 'say') said.push(sentence(words, channel, 'said', effect.message))
    if (effect.type === 'last') said.push(sentence(words, channel, 'note', effect.message))
    // A card of the same turn says more than that it was heard.
    if (effect.type === 'heard' && !effects.some(({ type }) => type === 'card')) {
      const isRecent = exchange.acknowledged > 0 && exchange.count - exchange.acknowledged < ACKNOWLEDGED_EVERY
      // The question itself, before its turn, shows that it was heard.
      const isAsked =
        effects.some(each => each.type === 'ask' || each.type === 'check') && place.kind === 'question' && place.spoken
      if (effect.of === 'lesser' && isRecent && isAsked) continue
      if (effect.of === 'lesser') exchange = { ...exchange, acknowledged: exchange.count }
      const message = sentence(words, channel, 'note', heardKey(effect.of, scene))
      said.push(message)
      // The plain question about it, or the thanks for saying so, says that it was heard.
      if (isAsked || isThanked) acknowledged.push(message)
    }
    if (effect.type === 'note') {
      // By text one acknowledgement is enough for a wait.
      const isWait = noteKey(effect.note, scene) === 'keptUnread' && channel === 'sms'
      if (isWait && exchange.waitAcknowledged) continue
      if (isWait) exchange = { ...exchange, waitAcknowledged: true }
      said.push(sentence(words, channel, 'note', noteKey(effect.note, scene)))
    }
    if (effect.type === 'topic') answer(effect.topic)
  }
  if (place.kind !== 'waiting') exchange = { ...exchange, waitAcknowledged: false }
  // What they asked beside something graver is answered now, where it may be.
  const isReturning = place.kind === 'question' && place.returning
  const mayAnswer = cards.length === 0 && !atTheDoor && !isReturning && !snapshot.memory.hushed
  if (mayAnswer && exchange.owed.length > 0) {
    for (const topic of exchange.owed) answer(topic)
    exchange = { ...exchange, owed: [] }
  }
  // Under a card, and to somebody who is not alone, nothing is said of who is there.
  const isAlone = place.kind === 'emergency' || snapshot.memory.hushed || effects.some(isEmergency)
  const pauses = effects.flatMap(effect =>
    // By SMS the emergency text stands alone: one reply, then silence until they text (scenario S03).
    effect.type === 'pause' && !(channel === 'sms' && isAlone) ? [sentence(words, channel, 'said', effect.message)] : []
  )
  const asked = effects.some(effect => effect.type === 'handover')
  const status =
    (asked || settles) && !isAlone ? [whoIsThere(words, channel, availability, place.kind !== 'waiting')] : []
  said.push(...status)
  if (page !== null && !isAlone) said.push(sentence(words, channel, 'said', 'pageInstead', { address: page }))
  const check = { words, channel, about, short: isShort(flow, snapshot), young, quote }
  const messages = [...cards, ...said, ...pauses, ...promptsOf(effects, check)]
  if (channel !== 'sms') return { messages, exchange }
  const without = (list: readonly NewMessage[]) => list.map(message => [message, null] as const)
  const yielding = new Map([...without(status), ...[...answered].reverse(), ...without(acknowledged)])
  const { messages: fitting, later } = givingWay(messages, yielding, words)
  return { messages: fitting, exchange: { ...exchange, owed: [...exchange.owed, ...later] } }
}

const isEmergency = (effect: Effect): boolean => effect.type === 'card' && effect.card === 'emergency'
