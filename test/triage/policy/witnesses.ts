// For a condition: the smallest sets of answers that make it hold. Written over plain data, so that a stored policy works too.
import type { Answer, Answers, Channel, Signal } from '../../../src/questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../../../src/questions/catalogue.ts'
import type { Condition, Facts } from '../../../src/questions/condition.ts'

export interface Witness {
  readonly answers: Answers
  readonly signals: readonly Signal[]
}

const NOTHING: Witness = { answers: {}, signals: [] }

const list = (answer: Answer): readonly string[] => (typeof answer === 'string' ? [answer] : answer)

/** Two sets of answers together; null when they say two things about one question that takes one answer. */
export function join(one: Witness, other: Witness): Witness | null {
  const answers: Partial<Record<QuestionId, Answer>> = { ...one.answers }
  for (const [id, value] of Object.entries(other.answers) as [QuestionId, Answer][]) {
    const before = answers[id]
    if (before === undefined) answers[id] = value
    else if (QUESTIONS[id].kind === 'many') answers[id] = [...new Set([...list(before), ...list(value)])]
    else if (before !== value) return null
  }
  return { answers, signals: [...new Set([...one.signals, ...other.signals])] }
}

const product = (parts: readonly (readonly Witness[])[]): Witness[] =>
  parts.reduce<Witness[]>((all, part) => all.flatMap(one => part.flatMap(other => join(one, other) ?? [])), [NOTHING])

/** Each run of `count` neighbours, the last one meeting the first: every part is in some of them. */
const runs = <T>(count: number, from: readonly T[]): T[][] =>
  from.map((_, start) => [...from, ...from].slice(start, start + count))

const answerTo = (question: QuestionId, option: string): Witness => ({
  answers: { [question]: QUESTIONS[question].kind === 'many' && option !== 'skip' ? [option] : option },
  signals: []
})

/** Throws on `not` and on a channel: no risk flag may rest on something that was not said, or on how it was said. */
export function witnesses(condition: Condition): Witness[] {
  if ('all' in condition) return product(condition.all.map(witnesses))
  if ('any' in condition) return condition.any.flatMap(witnesses)
  if ('signal' in condition) return [{ answers: {}, signals: [condition.signal] }]
  if ('question' in condition) return condition.is.map(option => answerTo(condition.question, option))
  // One way for each part is enough here: the other ways are looked at where that part stands alone.
  if ('atLeast' in condition) {
    const first = condition.of.flatMap(part => witnesses(part).slice(0, 1))
    return runs(condition.atLeast, first).flatMap(chosen => product(chosen.map(one => [one])))
  }
  throw new Error('a risk flag may not rest on `not`, `given` or a channel')
}

export const factsOf = ({ answers, signals }: Witness, channel: Channel = 'web'): Facts => ({
  answers,
  channel,
  signals
})
