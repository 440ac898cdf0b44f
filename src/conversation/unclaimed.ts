// Who is not in the queue, and of whom staff should know all the same: what they said, or how they went, raises a concern.
import type { Check } from '../flow/check.ts'
import type { Memory } from '../flow/memory.ts'
import { LEFT } from '../flow/states.ts'
import { currentFacts, type Snapshot } from '../flow/step.ts'
import { any, type Condition, confirmed, type Facts, holds, is } from '../questions/condition.ts'
import type { Mark } from '../questions/mark.ts'
import { assess, type BandName } from '../triage/band.ts'
import { anyFlag, HIGH, IMMEDIATE } from '../triage/flags.ts'

/** What their words, or the way they went, say of it: the gravest first. */
const WENT_AS = [
  ['danger', 'leftInDanger'],
  ['suicide', 'leftAfterSuicide'],
  ['plea', 'mayHaveBeenPlea'],
  ['hands', 'otherHands'],
  ['noTexts', 'noMoreTexts']
] as const satisfies readonly (readonly [string, Mark])[]

/** danger, suicide, plea: a life may be at risk. Otherwise by the exit, or without a word. */
export type Went = (typeof WENT_AS)[number][0] | 'exit' | 'quiet'

export interface Unclaimed {
  readonly band: BandName
  readonly went: Went
  /** The last that they wrote was not understood: somebody has to read it. */
  readonly unread: boolean
}

/** The order they are listed in; whoever is in none of these comes after. Own-words specification, section 3. */
export const AT_RISK: readonly Went[] = ['danger', 'suicide', 'plea']
export const isAtRisk = (went: Went): boolean => AT_RISK.includes(went)

/**
 * A flag, or a doubt about safety: "not sure" is never read as no (law 4), and to `dangerNow` a skip counts as unsure. Who
 * said no more than that they may write, or that they may not, is nobody's business.
 */
const RAISES = any(
  anyFlag,
  is('channelOk', 'unsure'),
  is('dangerNow', 'unsure', 'skip'),
  is('personNear', 'yes', 'soon'),
  is('safeTonight', 'no', 'unsure'),
  is('friendSafe', 'no', 'unsure'),
  confirmed('someoneElse')
)

/** Whoever came only to read has said that they want nobody: it takes a grave flag. */
const RAISES_FOR_READERS = any(...[...IMMEDIATE, ...HIGH].map(flag => flag.when))

/** Whether a check that still waits would raise something, if they had said yes to it. */
function isGrave(check: Check, facts: Facts, raises: Condition): boolean {
  if (check.kind === 'meant') {
    return holds(raises, { ...facts, answers: { ...facts.answers, [check.question]: check.value } })
  }
  return check.kind === 'concern' || check.kind === 'signal'
}

/** Whether they wrote something grave that they have not been asked about yet. */
export const hasUnasked = (snapshot: Snapshot): boolean =>
  snapshot.memory.checks.some(check => isGrave(check, currentFacts(snapshot), RAISES))

const toldBy = ({ marks = [] }: Memory): Went | null => WENT_AS.find(([, mark]) => marks.includes(mark))?.[0] ?? null

/**
 * What the staff list says of somebody who is not in the queue, as far as it is plain; null where there is nothing to say. Whoever
 * left in a way that says something is in it whatever else is known, and also when a person had been asked for. Of the others,
 * somebody worried about their own behaviour is not: that list is kept apart, and it takes a request to be there.
 */
export function unclaimedOf(snapshot: Snapshot, went: 'exit' | 'quiet'): Unclaimed | null {
  const { memory, state } = snapshot
  const facts = currentFacts(snapshot)
  const { band } = assess(facts)
  const told = toldBy(memory)
  const unread = memory.misses > 0
  if (told && state === LEFT) return { band, went: told, unread }
  if (memory.handover || band === 'not_banded') return null
  const raises = holds(is('wantsNow', 'information'), facts) ? RAISES_FOR_READERS : RAISES
  const isRaised = holds(raises, facts) || memory.checks.some(check => isGrave(check, facts, raises))
  return isRaised || unread ? { band, went: told ?? went, unread } : null
}
