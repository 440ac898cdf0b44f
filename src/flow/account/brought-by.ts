// Which answer raises which flag and brings which card, alone or together with what else.
import type { Channel, Signal } from '../../questions/answer.ts'
import type { QuestionId } from '../../questions/catalogue.ts'
import type { Condition } from '../../questions/condition.ts'
import type { MessageKey } from '../../wording/keys.ts'
import { decided, type Known } from './decided.ts'
import type { Dialogue, DrawnFlag } from './dialogue.ts'

export interface BroughtFlag {
  readonly flag: DrawnFlag
  /** What else must hold; null: the answer alone is enough. */
  readonly also: Condition | null
}
export interface BroughtCard {
  readonly card: MessageKey
  readonly also: Condition | null
}

/** One answer, or a confirmed signal, and the questions nobody is asked who can give it: their answers do not belong beside it. */
export type Chosen = {
  readonly never: ReadonlySet<QuestionId>
  /** Null: either. */
  readonly channel: Channel | null
} & ({ readonly question: QuestionId; readonly option: string } | { readonly signal: Signal })

/** Null: the answer has no part in the condition. */
function partIn(condition: Condition, chosen: Chosen): { also: Condition | null } | null {
  const { never, channel } = chosen
  const known: Known = { never, ...(channel ? { channel } : {}) }
  const given = 'signal' in chosen ? { signal: chosen.signal } : answered(chosen.question, chosen.option)
  const without = 'signal' in chosen ? {} : answered(chosen.question, null)
  const left = decided(condition, { ...known, ...given })
  if (left === false || JSON.stringify(left) === JSON.stringify(decided(condition, { ...known, ...without })))
    return null
  return { also: left === true ? null : left }
}

const answered = (question: QuestionId, is: string | null): Known => ({ answer: { question, is } })

/** A flag that only counts other flags says nothing about one answer. */
const isCount = ({ when }: DrawnFlag): boolean => 'atLeast' in when

export const flagsBroughtBy = ({ flags }: Dialogue, chosen: Chosen): BroughtFlag[] =>
  flags
    .filter(flag => !isCount(flag))
    .flatMap(flag => {
      const part = partIn(flag.when, chosen)
      return part ? [{ flag, also: part.also }] : []
    })

export const cardsBroughtBy = ({ flow }: Dialogue, chosen: Chosen): BroughtCard[] =>
  flow.cards.flatMap(({ when, card }) => {
    const part = partIn(when, chosen)
    return part ? [{ card, also: part.also }] : []
  })
