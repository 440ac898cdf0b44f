import type { Words } from '../../wording/words.ts'
import type { StepFact } from './facts.ts'
import { inSameOrder } from './in-order.ts'

/** A question is itself wherever it stands; any other step is told apart by when it happens too. */
const idOf = ({ step, isQuestion, only }: StepFact): string => (isQuestion ? step : `${step} | ${only}`)

/** Which steps of one path are new, gone, moved, or under another condition. */
export function changesOfPath(
  words: Words,
  path: string,
  before: readonly StepFact[],
  after: readonly StepFact[]
): string[] {
  const was = new Map(before.map(fact => [idOf(fact), fact]))
  const now = new Map(after.map(fact => [idOf(fact), fact]))
  const kept = inSameOrder(
    [...was.keys()].filter(id => now.has(id)),
    [...now.keys()].filter(id => was.has(id))
  )
  const when = (only: string) => (only ? words.drawn('change-when', { condition: only }) : words.drawn('change-always'))
  const sort = ({ isQuestion }: StepFact) => (isQuestion ? 'question' : 'step')

  const gone = before
    .filter(fact => !now.has(idOf(fact)))
    .map(fact => words.drawn(`change-${sort(fact)}-gone`, { path, step: fact.step, only: when(fact.only) }))
  const others = after.flatMap((fact, index) => {
    const former = was.get(idOf(fact))
    const previous = after[index - 1]
    const place = previous ? words.drawn('change-after', { step: previous.step }) : words.drawn('change-first')
    const values = { path, step: fact.step, place, only: when(fact.only) }
    if (!former) return [words.drawn(`change-${sort(fact)}-new`, values)]
    return [
      ...(kept.has(idOf(fact)) ? [] : [words.drawn(`change-${sort(fact)}-moved`, values)]),
      ...(former.only === fact.only ? [] : [words.drawn('change-condition', { ...values, was: when(former.only) })])
    ]
  })
  return [...others, ...gone]
}
