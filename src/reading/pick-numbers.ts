// A message that is nothing but numbers of the list: "2", "(2)", "two", "1 and 3", "its 2". "24" is never 2 and 4.
import { ALONE, type Question } from '../questions/question.ts'
import { plain, wordsOf } from './fold.ts'
import { lowers } from './meaning.ts'
import type { Book } from './phrase.ts'
import type { Prepared } from './prepare.ts'
import type { Open, Reply } from './reading.ts'
import { Scan } from './scan.ts'

const SEPARATORS = /[\s,;&+\u060c\u061b]+/
/** What people put around a number; a sign or a fraction makes it another number. */
const AROUND = /^["“”„«»'([{#*_]*(\d{1,2})(?:st|nd|rd|th)?["“”«»')\]}.:!*_]*$/
const SIGNS = /^["“”„«»'#*_]+$/
/** "And" in alphabets whose languages have no lists yet. */
const AND: ReadonlySet<string> = new Set(['و', 'и', 'і'])

const isBetween = (part: string, prepared: readonly Prepared[]): boolean =>
  AND.has(part) ||
  SIGNS.test(part) ||
  (wordsOf(part).length > 0 && wordsOf(part).every(word => prepared.some(({ and }) => and.has(word))))

function numberOf(part: string, prepared: readonly Prepared[]): number | undefined {
  const digits = AROUND.exec(part)?.[1]
  if (digits !== undefined) return Number(digits)
  const [word = '', ...more] = wordsOf(part)
  if (more.length > 0) return
  return prepared.map(({ numbers }) => numbers.get(word)).find(number => number !== undefined)
}

/** The numbers of a message, once each, if it holds nothing else. */
function numbersIn(text: string, prepared: readonly Prepared[]): number[] | undefined {
  const parts = plain(text)
    .trim()
    .split(SEPARATORS)
    .filter(part => part !== '' && !isBetween(part, prepared))
  const numbers = parts.map(part => numberOf(part, prepared))
  const known = numbers.filter(number => number !== undefined)
  return known.length > 0 && known.length === numbers.length ? [...new Set(known)] : undefined
}

/** "1?": a number that somebody is not sure of. */
const DOUBTED = /\d\s*\?+\s*$/

/**
 * Reads picked numbers; the one after the last option is skip. One with a question mark, or an "I think", is asked back.
 * Undefined when the message is anything else. `text`: the core of a message.
 */
export function pickNumbers(text: string, open: Open, prepared: readonly Prepared[]): Reply | undefined {
  const { question } = open
  if (DOUBTED.test(text)) return askedBack(picked(text.replace(/[?\s]+$/, ''), question, prepared))
  const read = picked(text, question, prepared)
  if (read) return read
  const led = without(text, prepared, each => each.leads, true)
  const pickedLed = led === undefined ? undefined : picked(led, question, prepared)
  if (pickedLed) return pickedLed
  const doubtless = without(text, prepared, each => each.doubts)
  if (doubtless !== undefined) return askedBack(picked(doubtless, question, prepared))
  const helpless = withoutCall(text, prepared)
  const called = helpless === undefined ? undefined : picked(helpless, question, prepared)
  const isLow = called?.kind === 'answer' && [called.value].flat().some(option => lowers(open.id, String(option)))
  return isLow ? undefined : called
}

const askedBack = (read: Reply | undefined): Reply | undefined =>
  read?.kind === 'answer' ? { kind: 'meant', value: read.value } : undefined

/** The text without a turn of that list at one of its ends, or at its beginning only. */
function without(
  text: string,
  prepared: readonly Prepared[],
  book: (each: Prepared) => Book,
  isFirst = false
): string | undefined {
  const scan = new Scan(text)
  const { length } = scan.words
  const match = prepared
    .flatMap(each => scan.find(book(each)))
    .find(({ start, end }) => start === 0 || (end === length && !isFirst))
  return match && scan.words.filter((_, index) => index < match.start || index >= match.end).join(' ')
}

/** "1 please help": a number and a call for somebody. */
function withoutCall(text: string, prepared: readonly Prepared[]): string | undefined {
  const words = wordsOf(text)
  const isCall = (word: string): boolean =>
    prepared.some(({ rails }) => ['person', 'emergency'].includes(rails.get(word) ?? ''))
  const polite = new Set(
    prepared.flatMap(each => new Scan(text).find(each.polite)).flatMap(({ start, end }) => words.slice(start, end))
  )
  const left = words.filter(word => !isCall(word) && !polite.has(word))
  return left.length < words.length ? left.join(' ') : undefined
}

function picked(text: string, { kind, options, skip }: Question, prepared: readonly Prepared[]): Reply | undefined {
  const numbers = numbersIn(text, prepared)
  if (!numbers) return
  if (numbers.length === 1 && skip && numbers[0] === options.length + 1) return { kind: 'rail', rail: 'skip' }
  const chosen = options.filter((_, index) => numbers.includes(index + 1))
  if (chosen.length !== numbers.length) return
  if (chosen.length > 1 && chosen.some(option => ALONE.includes(option))) return
  if (kind === 'many') return { kind: 'answer', value: chosen }
  const [only] = chosen
  return chosen.length === 1 && only !== undefined ? { kind: 'answer', value: only } : undefined
}
