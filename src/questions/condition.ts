// Conditions over answers as plain data: flows route by them, triage flags by them, the proofs read them.
import type { Answers, Channel, Signal } from './answer.ts'
import { SKIP } from './answer.ts'
import type { OptionOf, QuestionId } from './catalogue.ts'

export type Condition =
  | { readonly question: QuestionId; readonly is: readonly string[] }
  | { readonly given: QuestionId }
  | { readonly channel: Channel }
  | { readonly signal: Signal }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly atLeast: number; readonly of: readonly Condition[] }

/** The answer is one of these options (for a pick-any question: contains one of them). A missing answer is none of them. */
export const is = <const Q extends QuestionId>(
  question: Q,
  ...options: readonly (OptionOf<Q> | typeof SKIP)[]
): Condition => ({ question, is: options })

/** Answered, and not with a skip. */
export const given = (question: QuestionId): Condition => ({ given: question })
export const on = (channel: Channel): Condition => ({ channel })
/** Something said in free text that the person has confirmed with a plain yes. */
export const confirmed = (signal: Signal): Condition => ({ signal })
export const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions })
export const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions })
export const not = (condition: Condition): Condition => ({ not: condition })
export const atLeast = (count: number, ...of: readonly Condition[]): Condition => ({ atLeast: count, of })

/** What conditions are held against. */
export interface Facts {
  readonly answers: Answers
  readonly channel: Channel
  readonly signals?: readonly Signal[]
}

/** Whether a condition holds. A missing answer satisfies nothing but a `not`: write safety rules without `not`. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every(c => holds(c, facts))
  if ('any' in condition) return condition.any.some(c => holds(c, facts))
  if ('not' in condition) return !holds(condition.not, facts)
  if ('atLeast' in condition) return condition.of.filter(c => holds(c, facts)).length >= condition.atLeast
  if ('channel' in condition) return condition.channel === facts.channel
  if ('signal' in condition) return facts.signals?.includes(condition.signal) ?? false
  if ('given' in condition) return (facts.answers[condition.given] ?? SKIP) !== SKIP
  const answer = facts.answers[condition.question]
  if (answer === undefined) return false
  return typeof answer === 'string' ? condition.is.includes(answer) : answer.some(value => condition.is.includes(value))
}

/** Every question a condition reads. */
export function questionsOf(condition: Condition): QuestionId[] {
  if ('all' in condition) return condition.all.flatMap(questionsOf)
  if ('any' in condition) return condition.any.flatMap(questionsOf)
  if ('not' in condition) return questionsOf(condition.not)
  if ('atLeast' in condition) return condition.of.flatMap(questionsOf)
  if ('channel' in condition || 'signal' in condition) return []
  return ['given' in condition ? condition.given : condition.question]
}
