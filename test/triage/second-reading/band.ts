// Section 2 below the table: "Known", "Band", first that holds, and "Reasons".
import { HIGH } from './high-flags.ts'
import { IMMEDIATE } from './immediate-flags.ts'
import { MEDIUM, mBelieves, mFear, mPhysical } from './medium-flags.ts'
import { harmer, type Person, picked, professional } from './person.ts'

const ELEVEN = [
  'dangerNow',
  'fear',
  'believesSerious',
  'physical',
  'neck',
  'weapon',
  'threatsToKill',
  'separation',
  'stalking',
  'control',
  'suicide'
] as const

const raisedIn = (column: readonly [string, (p: Person) => boolean][], p: Person) =>
  column.filter(([, raised]) => raised(p)).map(([id]) => id)

/**
 * How many of the eleven are answered, not skipped; an unsure dangerNow is not known. They are answers of the one it is
 * about: of a report by another (section 2, paragraph "Facts") only the danger that everybody is asked about is one.
 */
export function known(p: Person): number {
  if (picked(p, 'audience', 'friend') || professional(p)) {
    return picked(p, 'dangerNow', 'yes') || picked(p, 'dangerNow', 'no') ? 1 : 0
  }
  const answered = ELEVEN.filter(question => p.answers[question] !== undefined && !picked(p, question, 'skip'))
  if (picked(p, 'dangerNow', 'unsure')) return answered.length - 1
  return answered.length
}

/** The band: the first of the specification's list that holds. */
export function band(p: Person): string {
  if (harmer(p)) return 'not_banded'
  if (raisedIn(IMMEDIATE, p).length > 0) return 'immediate'
  if (raisedIn(HIGH, p).length > 0) return 'high'
  if (raisedIn(MEDIUM, p).length >= 2) return 'medium'
  if (mPhysical(p) || mFear(p) || mBelieves(p)) return 'medium'
  if (picked(p, 'referrerRisk', 'medium')) return 'medium'
  if (picked(p, 'referrerRisk', 'standard')) return 'standard'
  if (known(p) >= 8) return raisedIn(MEDIUM, p).length === 0 ? 'standard' : 'medium'
  return 'not_enough_known'
}

/** All I, then all H; the M only when the band is neither immediate nor high. */
export function reasons(p: Person): string[] {
  if (harmer(p)) return ['harmer route']
  const serious = [...raisedIn(IMMEDIATE, p), ...raisedIn(HIGH, p)]
  if (band(p) === 'immediate' || band(p) === 'high') return serious
  return [...serious, ...raisedIn(MEDIUM, p)]
}
