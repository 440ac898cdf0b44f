// Of somebody two readings disagree about, the least that still divides them: what a reader needs to find the rule.
import type { Answers } from '../../../src/questions/answer.ts'
import type { QuestionId } from '../../../src/questions/catalogue.ts'
import type { Person } from './person.ts'

function* withLessSaid<P extends Person>(person: P): Generator<P> {
  const { answers } = person
  for (const id of Object.keys(answers) as QuestionId[]) {
    const { [id]: answer, ...others } = answers
    yield { ...person, answers: others as Answers }
    if (answer !== 'skip') yield { ...person, answers: { ...answers, [id]: 'skip' } }
    if (typeof answer === 'string' || answer === undefined) continue
    for (const option of answer) yield { ...person, answers: { ...answers, [id]: [option] } }
  }
  for (const signal of person.signals) yield { ...person, signals: person.signals.filter(other => other !== signal) }
  if (person.outOfHours) yield { ...person, outOfHours: false }
}

/** How much somebody said; skips weigh less than answers, so that taking away always ends. */
const said = ({ answers, signals, outOfHours }: Person) =>
  Object.values(answers).reduce((sum, answer) => sum + (answer === 'skip' ? 1 : 1 + answer.length), 0) +
  signals.length +
  (outOfHours ? 1 : 0)

/** The same person with everything taken away that can be, as long as `differs` stays true of them. */
export function smallest<P extends Person>(person: P, differs: (person: P) => boolean): P {
  for (const less of withLessSaid(person)) {
    if (said(less) < said(person) && differs(less)) return smallest(less, differs)
  }
  return person
}
