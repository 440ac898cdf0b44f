// What a drawing needs to speak in words: the locale's sentences, and names for rules too long to spell out.
import type { QuestionId } from '../../questions/catalogue.ts'
import type { Condition } from '../../questions/condition.ts'
import type { MessageKey } from '../../wording/keys.ts'

export interface QuestionWords {
  readonly text: string
  readonly sms?: string
  readonly options?: Readonly<Record<string, string>>
}

export interface DrawingWords {
  readonly questions: Readonly<Record<QuestionId, QuestionWords>>
  readonly messages: Readonly<Record<MessageKey, string>>
  /** Rules that have a name of their own in the specification. */
  readonly rules: readonly { readonly rule: Condition; readonly name: string }[]
}

const list = (parts: readonly string[], last: string): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`

const isSame = (one: Condition, other: Condition): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A condition as a practice lead would say it, e.g. `“Do they live with you?” is No`. */
export function conditionInWords(condition: Condition, words: DrawingWords): string {
  const named = words.rules.find(({ rule }) => isSame(rule, condition))
  if (named) return named.name
  const inWords = (inner: Condition) => conditionInWords(inner, words)
  const bracketed = (inner: Condition) =>
    'any' in inner && inner.any.length > 1 && !words.rules.some(({ rule }) => isSame(rule, inner))
      ? `(${inWords(inner)})`
      : inWords(inner)
  if ('all' in condition) return condition.all.map(bracketed).join(' and ')
  if ('any' in condition) return condition.any.length > 0 ? condition.any.map(inWords).join(', or ') : 'never'
  if ('not' in condition) return `not: ${bracketed(condition.not)}`
  if ('atLeast' in condition) return `at least ${condition.atLeast} of: ${condition.of.map(inWords).join('; ')}`
  if ('channel' in condition) return condition.channel === 'web' ? 'on the web' : 'by SMS'
  if ('signal' in condition) return `confirmed: ${condition.signal}`
  if ('given' in condition) return `“${words.questions[condition.given].text}” was answered`
  const { text, options } = words.questions[condition.question]
  const answers = condition.is.map(option => (option === 'skip' ? 'skipped' : (options?.[option] ?? option)))
  return `“${text}” is ${list(answers, 'or')}`
}
