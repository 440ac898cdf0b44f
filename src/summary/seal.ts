// Numbers stay hidden wherever the person repeated them. Domain guide, section 6, row 8. Of a safe word only a hash is
// known, so where it was repeated in other words nobody can find it (decision 012).
import { MASK } from '../conversation/person-says.ts'
import type { Reading } from '../conversation/ports.ts'
import { isSecret } from '../conversation/secret-word.ts'
import { SKIP } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'

/** Fewer digits than this are a time or an age, not a way to reach somebody. */
const NUMBER_DIGITS = 7
/** Marks of writing direction, which a phone copies along with a number, are no part of it. */
const NUMBER = /\+?\d[\d\s().\p{Cf}-]+\d/gu
const EMAIL = /[^\s<>,;]+@[^\s<>,;]+/g
const GAP = '[\\s().\\p{Cf}-]*'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The same words, whatever their case and spacing, and only as whole words: "sun" does not hide "Sunday". */
const wordsPattern = (secret: string): string =>
  `(?<![\\p{L}\\p{N}])${secret.split(/\s+/).map(escaped).join('\\s+')}(?![\\p{L}\\p{N}])`

/** The same number, however it is spaced and with whatever prefix: 0, +44, 0044. */
function numberPattern(number: string): string | null {
  const digits = number.replace(/\D/g, '')
  if (digits.length < NUMBER_DIGITS) return null
  const core = digits.replace(/^(?:0044|44)0?|^0/, '')
  return `(?<!\\d)(?:\\+?\\d{1,4}${GAP})??${[...core].join(GAP)}(?!\\d)`
}

/** Hides every occurrence of these secrets in a text, and of every number and address inside them. */
export function sealing(secrets: readonly string[]): (text: string) => string {
  // Longest first, and the whole before its parts, so that nothing is left of it.
  const whole = secrets
    .map(secret => secret.trim())
    .filter(secret => secret !== '')
    .sort((a, b) => b.length - a.length)
  if (whole.length === 0) return text => text
  const emails = whole.flatMap(secret => secret.match(EMAIL) ?? [])
  const numbers = whole.flatMap(secret => secret.match(NUMBER) ?? []).flatMap(number => numberPattern(number) ?? [])
  const pattern = new RegExp([...[...whole, ...emails].map(wordsPattern), ...numbers].join('|'), 'giu')
  return text => text.replace(pattern, MASK)
}

const isMasked = (question: QuestionId | undefined): boolean =>
  question !== undefined && QUESTIONS[question].masked && !isSecret(question)

/** Everything in this conversation that is never shown: every number ever given, withheld ones too. */
export function secretsIn({ answers, messages }: Reading): string[] {
  const given = answers.filter(record => isMasked(record.question)).flatMap(record => [record.value, record.verbatim])
  const typed = messages.filter(
    ({ from, kind, question }) => from === 'person' && kind === 'said' && isMasked(question)
  )
  return [...given.flat(), ...typed.map(message => message.text)].filter(
    secret => secret !== null && secret !== SKIP && secret !== MASK
  ) as string[]
}
