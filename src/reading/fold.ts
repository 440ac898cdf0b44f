// A text as words that can be compared: lower case, no accents, ASCII digits. Linear in its length, and bounded.
import { READ_MAX, WORD_MAX } from '../limits.ts'

export interface Folded {
  readonly words: readonly string[]
  /** The number of the sentence each word stands in. */
  readonly sentences: readonly number[]
  /** The number of the part between commas and the like. */
  readonly clauses: readonly number[]
}

const isDigit = /^\p{Nd}$/u
/** Letters that no decomposition turns into their plain form, though people leave their strokes out. */
const STROKES: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' }
/** Words, keycaps and pictures, and the signs that end a thought. */
const PARTS = /[\p{L}\p{N}]+|\p{Extended_Pictographic}|[.,;:!?()\n\u2013\u2014\u2026\u060c\u061b\u061f\u06d4\u0964]/gu
const ENDS_SENTENCE = /^[.!?\n\u2026\u061f\u06d4\u0964]$/
const ENDS_CLAUSE = /^[,;:()\u2013\u2014\u060c\u061b]$/
/** From this length on a doubled letter is as often a slip as not: "hiting", "hitting". */
const DOUBLES_COUNT_BELOW = 5

/** The value of a digit of any script: in Unicode they stand in runs of ten. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 128) return digit
  let zero = code
  while (code - zero < 9 && isDigit.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}

const cut = (text: string): string =>
  text.length <= READ_MAX ? text : `${text.slice(0, READ_MAX / 2)}\n${text.slice(-READ_MAX / 2)}`

/** One form for all ways to type the same signs; its punctuation still stands. */
export const plain = (text: string): string =>
  cut(text)
    .normalize('NFKC')
    .slice(0, READ_MAX)
    .replace(/\p{Nd}/gu, digitValue)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}\u0640'’‘`´]/gu, '')
    .replace(/[łøđı]/g, sign => STROKES[sign] ?? sign)

/** "nooo" is no, "hiting" is hitting; "xxx" and "see" stay as they are. */
function settle(word: string): string {
  if (/\d/.test(word) || /^(.)\1*$/u.test(word)) return word
  const calm = word.replace(/(\p{L})\1{2,}/gu, '$1')
  return calm.length < DOUBLES_COUNT_BELOW ? calm : calm.replace(/(\p{L})\1/gu, '$1')
}

/** The words of a text, in order, with the sentence and the clause of each. */
export function fold(text: string): Folded {
  const words: string[] = []
  const sentences: number[] = []
  const clauses: number[] = []
  let sentence = 0
  let clause = 0
  for (const [part] of plain(text).matchAll(PARTS)) {
    if (ENDS_SENTENCE.test(part)) sentence += 1
    if (ENDS_SENTENCE.test(part) || ENDS_CLAUSE.test(part)) {
      clause += 1
      continue
    }
    words.push(settle(part.slice(0, WORD_MAX)))
    sentences.push(sentence)
    clauses.push(clause)
  }
  return { words, sentences, clauses }
}

/** The words alone, for what is compared with a text. */
export const wordsOf = (text: string): readonly string[] => fold(text).words
