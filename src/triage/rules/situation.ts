// What the rules ask about a conversation, worked out once. Words in quotes below are those of the specification, section 3.
import { all, any, type Condition, type Facts, given, holds, is } from '../../questions/condition.ts'
import { assess, type BandName } from '../band.ts'
import { type Region, regionOf } from '../directory/areas.ts'

/** "multiple disadvantage" */
const MULTIPLE_DISADVANTAGE = all(is('needs', 'drinkOrDrugs'), is('needs', 'mentalHealth'))
const NOWHERE_TONIGHT = is('safeTonight', 'no', 'unsure')

/** Why self-contained accommodation would suit: the group as the dataset counts it, and when it holds. */
const DISPERSED_GROUPS = Object.entries<Condition>({
  son16Plus: is('movingWith', 'son16Plus'),
  man: is('gender', 'man'),
  genderOwnWords: is('gender', 'otherWords'),
  lgbtq: is('needs', 'lgbtq'),
  disabledOrIll: is('needs', 'disabledOrIll'),
  over60: is('needs', 'over60'),
  faithOrCulture: is('needs', 'faithOrCulture'),
  multipleDisadvantage: MULTIPLE_DISADVANTAGE,
  pets: is('pets', 'dog', 'cat', 'other'),
  largeFamily: is('movingWith', 'fourOrMoreChildren')
})

export interface Situation {
  readonly band: BandName
  readonly region: Region
  readonly outOfHours: boolean
  readonly isImmediate: boolean
  /** "high" includes urgent. */
  readonly isHigh: boolean
  readonly isProfessional: boolean
  readonly isWoman: boolean
  readonly isMan: boolean
  readonly isGenderKnown: boolean
  readonly hasGrownSon: boolean
  readonly hasPet: boolean
  readonly hasMultipleDisadvantage: boolean
  readonly wantsPlace: boolean
  readonly wantsToStay: boolean
  readonly needsHousing: boolean
  /** The groups for whom "dispersed suits"; empty when it does not. */
  readonly dispersedGroups: readonly string[]
  /** They said, in so many words, that the person causing harm does not live there. */
  readonly livesApart: boolean
  readonly says: (condition: Condition) => boolean
}

/** The situation of one conversation. `outOfHours`: nobody is at the desk. */
export function situationOf(facts: Facts, outOfHours: boolean): Situation {
  const says = (condition: Condition): boolean => holds(condition, facts)
  const { band } = assess(facts)
  return {
    band,
    region: regionOf(facts.answers.area),
    outOfHours,
    isImmediate: band === 'immediate',
    isHigh: band === 'immediate' || band === 'high',
    isProfessional: says(is('audience', 'professional')),
    isWoman: says(is('gender', 'woman')),
    isMan: says(is('gender', 'man')),
    isGenderKnown: says(given('gender')),
    hasGrownSon: says(is('movingWith', 'son16Plus')),
    hasPet: says(is('pets', 'dog', 'cat', 'other')),
    hasMultipleDisadvantage: says(MULTIPLE_DISADVANTAGE),
    wantsPlace: says(any(is('wants', 'safePlace'), is('referrerWants', 'safeAccommodation'), NOWHERE_TONIGHT)),
    wantsToStay: says(any(is('wants', 'stayHomeSafely'), is('referrerWants', 'sanctuary'))),
    needsHousing: says(
      any(is('homeAtRisk', 'yes', 'unsure'), is('wants', 'housing'), is('referrerWants', 'housing'), NOWHERE_TONIGHT)
    ),
    dispersedGroups: DISPERSED_GROUPS.filter(([, holdsFor]) => says(holdsFor)).map(([group]) => group),
    livesApart: says(is('livesWith', 'no')),
    says
  }
}
