// Somebody who never asked for a person, and of whom staff should know all the same: what they said raises a concern.
import type { Check } from '../flow/check.ts'
import { currentFacts, type Snapshot } from '../flow/step.ts'
import { any, type Condition, confirmed, type Facts, holds, is } from '../questions/condition.ts'
import { assess, type BandName } from '../triage/band.ts'
import { anyFlag, HIGH, IMMEDIATE } from '../triage/flags.ts'

/** How they went: by the exit, or without a word. */
export type Went = 'exit' | 'quiet'

export interface Unclaimed {
  readonly band: BandName
  readonly went: Went
}

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

/**
 * What the staff list says of somebody who has not been handed over, as far as it is plain; null where there is nothing to
 * say. Somebody worried about their own behaviour is not in it: that list is kept apart, and it takes a request to be there.
 */
export function unclaimedOf(snapshot: Snapshot, went: Went): Unclaimed | null {
  const { memory } = snapshot
  const facts = currentFacts(snapshot)
  const { band } = assess(facts)
  if (memory.handover || band === 'not_banded') return null
  const raises = holds(is('wantsNow', 'information'), facts) ? RAISES_FOR_READERS : RAISES
  const isRaised = holds(raises, facts) || memory.checks.some(check => isGrave(check, facts, raises))
  return isRaised ? { band, went } : null
}
