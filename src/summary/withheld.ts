// What the person keeps from the worker: their own decision, line by line.
import type { Reading } from '../conversation/ports.ts'
import type { QuestionId } from '../questions/catalogue.ts'

/** The questions withheld now: the latest decision about each one counts. */
export function withheldIn({ withheld }: Pick<Reading, 'withheld'>): ReadonlySet<QuestionId> {
  const latest = new Map(withheld.map(decision => [decision.question, decision.withheld]))
  return new Set([...latest].filter(([, isWithheld]) => isWithheld).map(([question]) => question))
}
