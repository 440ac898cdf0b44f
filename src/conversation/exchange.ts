// What a conversation remembers of the talking itself, beside the flow: it decides no answer, only what is said again and what is not.
import type { Topic } from '../questions/topic.ts'
import { wordsOf } from '../reading/fold.ts'
import type { NewMessage } from './conversation.ts'

export interface Exchange {
  /** What we said last, newest last: it may come back quoted, and is not theirs then. */
  readonly ours: readonly string[]
  /** Their last text, in the reader's form, and when it came (ISO 8601, UTC). */
  readonly text: string
  readonly at: string
  /** Messages of theirs so far. */
  readonly count: number
  /** At which of them a lesser concern was last acknowledged, and when the second ear last asked; 0: never. */
  readonly acknowledged: number
  readonly listened: number
  /** The day the second ear last asked (YYYY-MM-DD). */
  readonly listenedOn: string
  /** Cards said by text before we might write: each kind once. */
  readonly doorCards: readonly string[]
  /** Asked beside something graver: answered with the next message. */
  readonly owed: readonly Topic[]
  /** By text: what they wrote while waiting was acknowledged. */
  readonly waitAcknowledged: boolean
}

export const noExchange: Exchange = {
  ours: [],
  text: '',
  at: '',
  count: 0,
  acknowledged: 0,
  listened: 0,
  listenedOn: '',
  doorCards: [],
  owed: [],
  waitAcknowledged: false
}

/** So many of our own messages are known again when they come back. */
const OURS_KEPT = 4
/** The same text again within this time, in ms, is the same text under another id. Own-words specification, section 7. */
const SAME_TEXT_WITHIN = 5_000

/** How a text is compared with the one before. */
const comparable = (text: string): string => wordsOf(text).join(' ')

/** twin: the same text brought a second time. again: they wrote the same once more. */
export type Sameness = 'twin' | 'again' | null

export function samenessOf(text: string, { text: before, at }: Exchange, now: Date): Sameness {
  const form = comparable(text)
  if (form === '' || form !== before) return null
  return now.getTime() - Date.parse(at) < SAME_TEXT_WITHIN ? 'twin' : 'again'
}

/** With what we have said now. */
export const saying = (exchange: Exchange, said: readonly NewMessage[]): Exchange => ({
  ...exchange,
  ours: [...exchange.ours, ...said.map(({ text }) => text)].slice(-OURS_KEPT)
})

/** With one more message of theirs. */
export const hearing = (exchange: Exchange, text: string | null, now: Date): Exchange => ({
  ...exchange,
  count: exchange.count + 1,
  text: text === null ? '' : comparable(text),
  at: now.toISOString()
})
