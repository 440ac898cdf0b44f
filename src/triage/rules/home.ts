// Steps 11 and 12: staying at home safely, and keeping a home at all.
import { given, is } from '../../questions/condition.ts'
import { hampshirePage, southamptonStrategy } from '../source.ts'
import { block, type Finding, note, offer, type Rule, when } from './rule.ts'
import type { Situation } from './situation.ts'

const NOT_LIVING_THERE = hampshirePage(
  30,
  'This service is only suitable for victims-survivors where the person causing harm and using abusive behaviour is not living at the same property.'
)
const BLUE_LAMP = southamptonStrategy(
  [341, 342],
  'Blue Lamp Trust covers all tenure types, is Hampshire-wide and independently funded.'
)
const DOVE = southamptonStrategy([340, 341], 'Dove is managed by SCC Housing and is for SCC tenants.')

const isServed = ({ region }: Situation): boolean => region === 'hampshire' || region === 'southampton'
const isCouncilTenant = ({ says }: Situation): boolean => says(is('tenure', 'council'))

/** The schemes of an area, as if the person causing harm lived elsewhere. */
function schemes(situation: Situation): string[] {
  if (situation.region === 'hampshire') return ['hants.sanctuary', 'soton.blue_lamp']
  if (situation.region !== 'southampton') return []
  return [...(isCouncilTenant(situation) ? ['soton.dove'] : []), 'soton.blue_lamp']
}

/** Law 11: no lock helps against somebody who has the key. Anything but a plain "no" blocks every scheme. */
export const sanctuaryBlocked: Rule = {
  id: 'R-SAN-1',
  step: 11,
  sources: [NOT_LIVING_THERE],
  find: situation => {
    if (!situation.wantsToStay || situation.livesApart) return []
    const because = situation.says(given('livesWith')) ? 'livesWith' : 'livesWithUnknown'
    return [note('sanctuary-blocked'), ...block(because, ...schemes(situation))]
  }
}

export const sanctuaryHampshire: Rule = {
  id: 'R-SAN-2',
  step: 11,
  sources: [
    NOT_LIVING_THERE,
    hampshirePage(29, 'who can visit victim-survivors in their own homes and give safety advice'),
    BLUE_LAMP
  ],
  find: ({ wantsToStay, livesApart, region }) =>
    when(wantsToStay && livesApart && region === 'hampshire', offer('hants.sanctuary', 'soton.blue_lamp'))
}

export const doveForCouncilTenants: Rule = {
  id: 'R-SAN-3',
  step: 11,
  sources: [DOVE, NOT_LIVING_THERE],
  find: situation => {
    const { wantsToStay, livesApart, region, says } = situation
    if (!wantsToStay || !livesApart || region !== 'southampton') return []
    if (isCouncilTenant(situation)) return offer('soton.dove')
    return block(says(given('tenure')) ? 'notCouncilTenant' : 'tenureUnknown', 'soton.dove')
  }
}

export const blueLampSouthampton: Rule = {
  id: 'R-SAN-4',
  step: 11,
  sources: [BLUE_LAMP, NOT_LIVING_THERE],
  find: ({ wantsToStay, livesApart, region }) =>
    when(wantsToStay && livesApart && region === 'southampton', offer('soton.blue_lamp'))
}

export const noSanctuaryThere: Rule = {
  id: 'R-SAN-NONE',
  step: 11,
  sources: [NOT_LIVING_THERE, BLUE_LAMP],
  find: situation => {
    const unmet: Finding = { unmet: 'sanctuary', groups: [] }
    return when(
      situation.wantsToStay && situation.livesApart && !isServed(situation),
      note('no-sanctuary-in-area'),
      unmet
    )
  }
}

const HOUSING_TEAM = hampshirePage(
  36,
  'Each district and borough in Hampshire has a Housing Team who can provide advice and guidance on housing options if a person is threatened with homelessness as a result of domestic abuse.'
)

export const housingTeam: Rule = {
  id: 'R-HOU',
  step: 12,
  sources: [
    HOUSING_TEAM,
    southamptonStrategy([240, 245], '10% of presentations to Southampton Housing Needs are domestic abuse related.'),
    southamptonStrategy([364, 365], 'SCC Housing frequently uses processes such as Management Transfers')
  ],
  find: situation => {
    const { needsHousing, region } = situation
    return [
      ...when(needsHousing && region === 'hampshire', offer('hants.housing_team')),
      ...when(needsHousing && region === 'southampton', offer('soton.housing_needs')),
      ...when(needsHousing && !isServed(situation), note('local-housing-team'), { unmet: 'housingTeam', groups: [] })
    ]
  }
}
