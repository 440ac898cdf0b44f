// What the person keeps from the worker: their own decision, line by line.
import type { Reading } from '../conversation/ports.ts'
import type { QuestionId } from '../questions/catalogue.ts'

type Decisions = Pick<Reading, 'withheld'>

interface Kept {
  readonly questions: ReadonlySet<QuestionId>
  readonly mayKnow: boolean
}

function keptIn({ withheld }: Decisions): Kept {
  const questions = new Set<QuestionId>()
  let mayKnow = false
  for (const decision of withheld) {
    if ('mayKnow' in decision) mayKnow = decision.mayKnow
    else if (decision.withheld) questions.add(decision.question)
    else questions.delete(decision.question)
    // The agreement ends with the last line given back: what is kept back later is another matter, and asked anew.
    if (questions.size === 0) mayKnow = false
  }
  return { questions, mayKnow }
}

/** The questions withheld now: the latest decision about each one counts. */
export const withheldIn = (decisions: Decisions): ReadonlySet<QuestionId> => keptIn(decisions).questions

/** Whether a worker may learn that something is kept back. Only while something is, and never without the person's yes. */
export const mayKnowIn = (decisions: Decisions): boolean => keptIn(decisions).mayKnow
