// Which answer raises which flag and brings which card, alone or together with what else.
import type { Channel } from '../../questions/answer.ts'
import type { QuestionId } from '../../questions/catalogue.ts'
import { type Condition, questionsOf } from '../../questions/condition.ts'
import type { MessageKey } from '../../wording/keys.ts'
import { decided } from './decided.ts'
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

/** One answer, and the questions nobody is asked who can give it: no other person's answer belongs beside it. */
export interface Chosen {
  readonly question: QuestionId
  readonly option: string
  readonly never: ReadonlySet<QuestionId>
  /** Null: either. */
  readonly channel: Channel | null
}

/** Null: the answer has no part in the condition. */
function partIn(condition: Condition, { question, option, never, channel }: Chosen): { also: Condition | null } | null {
  if (!questionsOf(condition).includes(question)) return null
  const known = { never, ...(channel ? { channel } : {}) }
  const chosen = decided(condition, { ...known, answer: { question, is: option } })
  const without = decided(condition, { ...known, answer: { question, is: null } })
  if (chosen === false || JSON.stringify(chosen) === JSON.stringify(without)) return null
  return { also: chosen === true ? null : chosen }
}

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
