// Conditions with something already known: what one channel, one speaker or one answer leaves open of them.
import type { Channel, Signal } from '../../questions/answer.ts'
import type { QuestionId } from '../../questions/catalogue.ts'
import { type Condition, questionsOf } from '../../questions/condition.ts'
import type { Step } from '../language.ts'

export interface Known {
  readonly channel?: Channel
  /** One question whose answer is known; null: it has none. */
  readonly answer?: { readonly question: QuestionId; readonly is: string | null }
  /** Something written, and confirmed with a plain yes. */
  readonly signal?: Signal
  /** Questions that are never asked here, and so have no answer. */
  readonly never?: ReadonlySet<QuestionId>
}

type Decided = Condition | boolean

const left = (parts: readonly Decided[]): Condition[] => parts.filter(part => typeof part !== 'boolean')

/** Counted: what is sure is taken off the number, what cannot be is dropped. */
function counted(atLeast: number, parts: readonly Decided[]): Decided {
  const open = left(parts)
  const missing = atLeast - parts.filter(part => part === true).length
  if (missing <= 0) return true
  return open.length < missing ? false : { atLeast: missing, of: open }
}

/** A condition with some of it known: true or false where nothing else is left of it. */
export function decided(condition: Condition, known: Known): Decided {
  const inner = (parts: readonly Condition[]) => parts.map(part => decided(part, known))
  if ('channel' in condition) return known.channel ? condition.channel === known.channel : condition
  if ('not' in condition) {
    const part = decided(condition.not, known)
    return typeof part === 'boolean' ? !part : { not: part }
  }
  if ('all' in condition) {
    const parts = inner(condition.all)
    if (parts.includes(false)) return false
    const open = left(parts)
    return open.length > 1 ? { all: open } : (open[0] ?? true)
  }
  if ('any' in condition) {
    const parts = inner(condition.any)
    if (parts.includes(true)) return true
    const open = left(parts)
    return open.length > 1 ? { any: open } : (open[0] ?? false)
  }
  if ('atLeast' in condition) return counted(condition.atLeast, inner(condition.of))
  if ('signal' in condition) return condition.signal === known.signal || condition
  const { answer, never } = known
  if ('given' in condition && condition.given === answer?.question) return answer.is !== null && answer.is !== 'skip'
  if ('question' in condition && condition.question === answer?.question) {
    return answer.is !== null && condition.is.includes(answer.is)
  }
  if (questionsOf(condition).some(question => never?.has(question))) return false
  return condition
}

/** The steps that are left of a section; one that is sure to be walked stands without its condition. */
export const stepsWith = (steps: readonly Step[], known: Known): Step[] =>
  steps.flatMap((step): Step[] => {
    if (step.kind !== 'when') return [step]
    const condition = decided(step.condition, known)
    const inner = stepsWith(step.steps, known)
    if (typeof condition === 'boolean') return condition ? inner : []
    return [{ ...step, condition, steps: inner }]
  })
