// Risk flags as the rest of the house asks for them; which there are, and when they hold, is in policy.ts.
import { any, type Condition, type Facts, holds } from '../questions/condition.ts'
import { type Flag, HIGH, IMMEDIATE, MEDIUM } from './policy.ts'

export { HIGH, IMMEDIATE, MEDIUM }

/** Any I flag: people are alerted at once. */
export const anyImmediate: Condition = any(...IMMEDIATE.map(flag => flag.when))

/** Any flag at all: the "positive" of the specification, section 1. */
export const anyFlag: Condition = any(...[...IMMEDIATE, ...HIGH, ...MEDIUM].map(flag => flag.when))

/** The ids of the flags that hold, in the order of their table. */
export const raised = <F extends Flag>(flags: readonly F[], facts: Facts): F['id'][] =>
  flags.filter(flag => holds(flag.when, facts)).map(flag => flag.id)
