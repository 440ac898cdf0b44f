// Steps 13-15: support in Southampton, young people, money.
import { any, is } from '../../questions/condition.ts'
import { hampshirePage, southamptonStrategy } from '../source.ts'
import { block, offer, type Rule, when } from './rule.ts'

export const floatingSupport: Rule = {
  id: 'R-FLO',
  step: 13,
  sources: [
    southamptonStrategy(
      [351, 352],
      'There is a dedicated ‘floating support’ service for women who experience multiple disadvantages.'
    ),
    southamptonStrategy(435, 'is not available to all survivors.')
  ],
  find: ({ region, isWoman, isGenderKnown, hasMultipleDisadvantage }) => {
    if (region !== 'southampton' || !hasMultipleDisadvantage) return []
    if (isWoman) return offer('soton.floating_support')
    return block(isGenderKnown ? 'notWoman' : 'genderUnknown', 'soton.floating_support')
  }
}

const CHILDREN = any(is('children', 'yes'), is('referrerChildren', 'yesReferred', 'yesNotYet'))

export const youngPeople: Rule = {
  id: 'R-CYP',
  step: 14,
  sources: [
    southamptonStrategy(
      [377, 379],
      'There is a specialist community DA service for the Children and Young People’s (CYP) service, providing a range of interventions.'
    )
  ],
  find: ({ region, says }) => when(region === 'southampton' && says(CHILDREN), offer('soton.cyp'))
}

export const money: Rule = {
  id: 'R-MON',
  step: 15,
  sources: [
    hampshirePage(54, 'HDAP is delivering other elements such as Flexible Funding'),
    southamptonStrategy(
      [358, 359],
      'There are a range of SCC-managed funds that can provide financial support to survivors'
    )
  ],
  find: ({ region, says }) => {
    const wantsMoney = says(is('wants', 'money'))
    return [
      ...when(wantsMoney && region === 'hampshire', offer('hants.flexible_funding')),
      ...when(wantsMoney && region === 'southampton', offer('soton.scc_funds'))
    ]
  }
}
