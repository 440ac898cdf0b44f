import { dirname, join } from 'node:path'
import { isQuestion, QUESTIONS } from '../../src/questions/catalogue.ts'
import type { Question } from '../../src/questions/question.ts'
import { read } from '../../src/reading/read.ts'
import type { Open, Reading } from '../../src/reading/reading.ts'
import type { Lexicon } from '../../src/wording/lexicon.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'

export const wordbook = await Wordbook.open(
  join(dirname(dirname(import.meta.dirname)), 'locales'),
  () => undefined,
  'all'
)

/** A language and English after it, as the conversation hands them over. */
export const lexiconsOf = (locale: string): Lexicon[] =>
  [...new Set([locale, 'en'])].map(name => wordbook.in(name).lexicon)

/** The question of that id as it stands open in that language; null when nothing is asked. */
export function openAt(at: string | null, locale = 'en'): Open | null {
  if (at === null) return null
  if (!isQuestion(at)) throw new Error(`there is no question ${at}`)
  const question: Question = QUESTIONS[at]
  return { id: at, question, labels: question.options.map(option => wordbook.in(locale).option(at, option)) }
}

/** What one message says, in English. */
export const readAt = (say: string, at: string | null): Reading => read(say, openAt(at), lexiconsOf('en'))
