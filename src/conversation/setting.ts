// Everything a turn is read and decided with: where the person stands, and what is true around them at this moment.
import type { Flow } from '../flow/flow.ts'
import { ANSWERED_MAX } from '../flow/hearing.ts'
import { currentAnswers, isShort, mayWrite, placeOf, type Snapshot } from '../flow/step.ts'
import type { Channel } from '../questions/answer.ts'
import { perspectiveOf } from '../questions/perspective.ts'
import type { Lexicon } from '../wording/lexicon.ts'
import type { Words } from '../wording/words.ts'
import { isAfterSilence, isOpening, isTooEarly } from './by-text.ts'
import type { Conversation } from './conversation.ts'
import { type Exchange, noExchange } from './exchange.ts'
import type { Setting } from './open-at.ts'
import type { PersonEvent } from './person-event.ts'
import type { Desk } from './ports.ts'
import type { Practice } from './practice.ts'
import { prompt } from './prompts.ts'
import { mayListen } from './second-ear.ts'

export interface Room {
  readonly flow: Flow
  readonly words: Words
  /** What is read in a person's words: their own language first, then English. */
  readonly lexicons: readonly Lexicon[]
  readonly desk: Desk
  /** Of the page, as people know it; null where there is none to send anybody to. */
  readonly webAddress: string | null
  /** The second ear: whether words in which nothing was heard may mean that something is wrong. */
  readonly ear: (text: string) => boolean
  readonly practice: Practice
}

const DAY = 24 * 60 * 60 * 1_000

export const exchangeOf = ({ exchange }: Snapshot): Exchange => ({
  ...noExchange,
  ...(exchange as Exchange | undefined)
})

/** They are younger than eighteen, or have written something that shows it and has not been asked about yet. */
export const isYoung = (snapshot: Snapshot): boolean => {
  const { ageBand } = currentAnswers(snapshot)
  const isWaiting = snapshot.memory.checks.some(check => check.kind === 'question' && check.question === 'ageBand')
  return ageBand === 'under16' || isWaiting
}

/** What we said: every question on their path, for a phone quotes what stands far above, and what was said last. */
function oursOf(snapshot: Snapshot, { ours }: Exchange, words: Words, channel: Channel): readonly string[] {
  const about = perspectiveOf(currentAnswers(snapshot))
  const asked = snapshot.memory.log.map(({ question }) => prompt(words, question, channel, about).text)
  return [...asked, ...ours]
}

export function settingOf(conversation: Conversation, event: PersonEvent, now: Date, room: Room): Setting {
  const { channel, snapshot, heardAt } = conversation
  const { flow, words, lexicons, ear, practice } = room
  const place = placeOf(flow, snapshot)
  const exchange = exchangeOf(snapshot)
  return {
    place,
    words,
    lexicons,
    channel,
    about: perspectiveOf(currentAnswers(snapshot)),
    mayWrite: mayWrite(snapshot),
    isEarly: isTooEarly(event, conversation),
    isFirst: isOpening(conversation),
    isBack: isAfterSilence(conversation, now),
    ours: oursOf(snapshot, exchange, words, channel),
    misses: snapshot.memory.misses,
    isAnsweredOut: snapshot.memory.misses >= ANSWERED_MAX && now.getTime() - heardAt.getTime() < DAY,
    listens: () =>
      practice.secondEar &&
      event.type === 'typed' &&
      mayListen(flow, snapshot, place, exchange, now) &&
      ear(event.text),
    practice,
    short: isShort(flow, snapshot),
    young: isYoung(snapshot)
  }
}
