// A message that is nothing but numbers of the list: "2", "(2)", "two", "1 and 3". "24" is never 2 and 4.
import { ALONE, type Question } from '../questions/question.ts'
import { plain, wordsOf } from './fold.ts'
import type { Prepared } from './prepare.ts'
import type { Reply } from './reading.ts'

const SEPARATORS = /[\s,;&+\u060c\u061b]+/
/** What people put around a number; a sign or a fraction makes it another number. */
const AROUND = /^[([#]*(\d{1,2})[)\].:!]*$/

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
    .filter(part => part !== '' && !prepared.some(({ and }) => and.has(part)))
  const numbers = parts.map(part => numberOf(part, prepared))
  const known = numbers.filter(number => number !== undefined)
  return known.length > 0 && known.length === numbers.length ? [...new Set(known)] : undefined
}

/** "1?": a number that somebody is not sure of. */
const DOUBTED = /\d\s*\?+\s*$/

/**
 * Reads picked numbers; the one after the last option is skip. One with a question mark is asked back. Undefined when the
 * message is anything else.
 */
export function pickNumbers(text: string, question: Question, prepared: readonly Prepared[]): Reply | undefined {
  if (!DOUBTED.test(text)) return picked(text, question, prepared)
  const read = picked(text.replace(/[?\s]+$/, ''), question, prepared)
  return read?.kind === 'answer' ? { kind: 'meant', value: read.value } : undefined
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
