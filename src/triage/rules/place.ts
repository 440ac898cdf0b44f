// Steps 9 and 10: somewhere safe to stay. Every one of these is a suggestion to a worker, never a promise of a place.
import { is } from '../../questions/condition.ts'
import { hampshirePage, southamptonStrategy, triageSpecification } from '../source.ts'
import { block, type Finding, note, offer, type Rule, when } from './rule.ts'
import type { Situation } from './situation.ts'

const WOMEN_ONLY_HAMPSHIRE = hampshirePage(
  12,
  'The Hampshire refuges are shared, single gender or single sex accommodation (women only spaces)'
)
const WOMEN_ONLY_SOUTHAMPTON = southamptonStrategy(
  [664, 665],
  'Review the current refuge offer of women- only services'
)
const TEENAGE_SONS = southamptonStrategy([419, 420], 'Women with teenage sons also face barriers accessing refuges.')
const NATIONALLY = hampshirePage(
  14,
  'There are over 500 refuges across the UK offering support to victims-survivors of domestic abuse and some of these can be accessed by male or trans-gender victims-survivors.'
)

const isRefugeForThem = ({ isWoman, hasGrownSon }: Situation): boolean => isWoman && !hasGrownSon

/** Why the women-only refuge of an area is not offered to somebody who wants a place. */
function refugeBlocked(refuge: string, { isMan, isWoman, isGenderKnown, hasGrownSon }: Situation): readonly Finding[] {
  if (isMan) return block('man', refuge)
  if (hasGrownSon) return block('son16Plus', refuge)
  if (isWoman) return []
  return isGenderKnown ? block('genderOwnWords', refuge) : block('genderUnknown', refuge)
}

export const outOfAreaFirst: Rule = {
  id: 'R-HBA',
  step: 9,
  sources: [NATIONALLY, triageSpecification('3, step 9')],
  find: ({ wantsPlace, says }) =>
    when(wantsPlace && says(is('honour', 'yes')), offer('uk.refuge_national'), note('out-of-area-first'))
}

export const dispersedHampshire: Rule = {
  id: 'R-DIS',
  step: 10,
  sources: [
    hampshirePage(
      16,
      'that may be more suitable for victim-survivors who are unable to stay in a refuge with communal spaces'
    ),
    hampshirePage([18, 19], '- women with male children over 16 - male victims-survivors, including men with children'),
    hampshirePage(
      [20, 26],
      '- LGBTQ+ victims-survivors - older adults - victims-survivors with disabilities - large families - victims-survivors facing multiple disadvantages - victims-survivors with pets - victims-survivors from diverse ethnic backgrounds facing cultural barriers'
    )
  ],
  find: ({ wantsPlace, region, dispersedGroups }) =>
    when(wantsPlace && region === 'hampshire' && dispersedGroups.length > 0, offer('hants.dispersed'))
}

export const refugeHampshire: Rule = {
  id: 'R-REF-1',
  step: 10,
  sources: [
    WOMEN_ONLY_HAMPSHIRE,
    hampshirePage(
      11,
      'We have 10 refuges across Hampshire offering 92 bed spaces for victims-survivors and their children.'
    )
  ],
  find: situation =>
    when(situation.wantsPlace && situation.region === 'hampshire' && isRefugeForThem(situation), offer('hants.refuge'))
}

export const genderNotKnown: Rule = {
  id: 'R-REF-UNKNOWN',
  step: 10,
  sources: [WOMEN_ONLY_HAMPSHIRE, hampshirePage(19, '- male victims-survivors, including men with children')],
  find: ({ wantsPlace, region, isGenderKnown, dispersedGroups }) =>
    when(
      wantsPlace && region === 'hampshire' && !isGenderKnown && dispersedGroups.length === 0,
      offer('hants.refuge', 'hants.dispersed'),
      note('gender-not-known')
    )
}

export const noRefugeHampshire: Rule = {
  id: 'R-REF-3',
  step: 10,
  sources: [
    WOMEN_ONLY_HAMPSHIRE,
    hampshirePage([18, 19], '- women with male children over 16 - male victims-survivors')
  ],
  find: situation => {
    const isAskedLater = !situation.isGenderKnown && situation.dispersedGroups.length === 0
    return when(
      situation.wantsPlace && situation.region === 'hampshire' && !isAskedLater,
      refugeBlocked('hants.refuge', situation)
    )
  }
}

export const refugeSouthampton: Rule = {
  id: 'R-REF-SOUTHAMPTON',
  step: 10,
  sources: [southamptonStrategy([383, 384], 'There are two refuges in Southampton,'), WOMEN_ONLY_SOUTHAMPTON],
  find: situation =>
    when(
      situation.wantsPlace && situation.region === 'southampton' && isRefugeForThem(situation),
      offer('soton.refuge')
    )
}

export const noRefugeSouthampton: Rule = {
  id: 'R-REF-3-SOUTHAMPTON',
  step: 10,
  sources: [WOMEN_ONLY_SOUTHAMPTON, TEENAGE_SONS],
  find: situation =>
    when(situation.wantsPlace && situation.region === 'southampton', refugeBlocked('soton.refuge', situation))
}

/** Southampton's document names no self-contained accommodation, and the county's is not offered there by default. */
export const dispersedSouthampton: Rule = {
  id: 'R-DIS-SOUTHAMPTON',
  step: 10,
  sources: [
    southamptonStrategy(
      [413, 415],
      'There are gaps in specialist refuge provision for survivors with protected characteristics, but there was a lack data and intelligence to properly define this need.'
    )
  ],
  find: ({ wantsPlace, region, dispersedGroups }) =>
    when(wantsPlace && region === 'southampton' && dispersedGroups.length > 0, note('unmet-dispersed-southampton'), {
      unmet: 'dispersed',
      groups: dispersedGroups
    })
}

export const refugeNationally: Rule = {
  id: 'R-REF-2',
  step: 10,
  sources: [NATIONALLY],
  find: ({ wantsPlace }) => when(wantsPlace, offer('uk.refuge_national'))
}
