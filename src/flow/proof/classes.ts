// One answer for every class of answers that no condition can tell apart.
import type { Answer, Channel } from '../../questions/answer.ts'
import type { QuestionId } from '../../questions/catalogue.ts'
import { type Condition, holds, questionsOf } from '../../questions/condition.ts'
import type { Question } from '../../questions/question.ts'
import { fits } from '../memory.ts'

/** The parts of conditions that read one question and nothing else. */
function readersOf(question: QuestionId, condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(inner => readersOf(question, inner))
  if ('any' in condition) return condition.any.flatMap(inner => readersOf(question, inner))
  if ('atLeast' in condition) return condition.of.flatMap(inner => readersOf(question, inner))
  if ('not' in condition) return readersOf(question, condition.not)
  return questionsOf(condition).includes(question) ? [condition] : []
}

function subsets(options: readonly string[]): string[][] {
  const found: string[][] = [[]]
  for (const option of options) found.push(...found.map(subset => [...subset, option]))
  return found
}

/** Every answer that fits a question: all options, all combinations of a pick-any question, some words for a text. */
export function everyAnswer(question: Question): Answer[] {
  if (question.kind === 'text') return ['some words']
  const candidates: Answer[] = question.kind === 'many' ? subsets(question.options) : [...question.options]
  return candidates.filter(value => fits(question, value))
}

/** One answer of each class, by what the given conditions say of it. An option that only asks for more is its own. */
export function answerClasses(
  id: QuestionId,
  question: Question,
  conditions: readonly Condition[],
  channel: Channel
): Answer[] {
  const readers = conditions.flatMap(condition => readersOf(id, condition))
  const classes = new Map<string, Answer>()
  for (const value of everyAnswer(question)) {
    const told = readers.map(reader => holds(reader, { answers: { [id]: value }, channel }))
    const name = question.kind === 'ack' ? String(value) : told.join()
    if (!classes.has(name)) classes.set(name, value)
  }
  return [...classes.values()]
}
