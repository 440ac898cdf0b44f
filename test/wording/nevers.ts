// Holds texts against the nevers. What is allowed all the same stands here, with its reason, and nowhere else.
import { NEVER_RULES, type ShownLine } from './never-rules.ts'

interface Exception {
  readonly rule: string
  /** The end of `where`: the same key in every language. */
  readonly where: RegExp
  readonly reason: string
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    rule: 'shows a score or a band',
    where: /pages:riskCheck\.(text|sms)$/,
    reason: "a professional reads of the local pathway by its own name; it is not about the reader's risk"
  },
  {
    rule: 'promises a time',
    where: /page:deviceSilence$/,
    reason: 'what this page itself does after 3 and 10 minutes is certain'
  },
  {
    rule: 'names the service or the topic in a short text',
    where: /^paths\/short-mode-professional\.sms\.txt/,
    reason: 'the specification shortens the path of survivors and friends only; decision 015 asks the practice lead'
  }
]

const isAllowed = (rule: string, { where }: ShownLine, exceptions: readonly Exception[]): boolean =>
  exceptions.some(exception => exception.rule === rule && exception.where.test(where))

/** Every never that a text breaks, by the rule's name. */
export function breaches(lines: readonly ShownLine[], exceptions = EXCEPTIONS): string[] {
  return lines.flatMap(line =>
    NEVER_RULES.filter(({ pattern, only }) => (only?.(line) ?? true) && pattern.test(line.text))
      .filter(({ name }) => !isAllowed(name, line, exceptions))
      .map(({ name }) => `${line.where} ${name}: ${line.text}`)
  )
}
