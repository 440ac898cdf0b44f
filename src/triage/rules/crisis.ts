// Steps 1-7: when nothing is offered, what comes before everything, and the two routes of their own.
import { confirmed, is } from '../../questions/condition.ts'
import { hampshirePage, southamptonStrategy, triageSpecification } from '../source.ts'
import { note, offer, type Rule, STOP, when } from './rule.ts'

export const notOkToWrite: Rule = {
  id: 'R-QUIET',
  step: 1,
  sources: [triageSpecification('3, step 1')],
  find: ({ says }) => when(says(is('channelOk', 'no')), STOP)
}

export const locationSeeking: Rule = {
  id: 'R-LOCATION',
  step: 2,
  sources: [
    triageSpecification('3, step 2'),
    hampshirePage(7, 'The advice line is available to anyone seeking advice, help, support or access to services.')
  ],
  find: ({ says }) =>
    when(says(confirmed('locationSeeking')), offer('hants.advice_line'), note('location-seeking'), STOP)
}

export const dangerNow: Rule = {
  id: 'R-999',
  step: 3,
  sources: [triageSpecification('3, step 3')],
  find: ({ isImmediate, says }) => when(isImmediate || says(is('dangerNow', 'yes')), offer('ext.999'))
}

export const despair: Rule = {
  id: 'R-SUICIDE',
  step: 4,
  sources: [triageSpecification('3, step 4')],
  find: ({ says }) => when(says(is('suicide', 'mightAct', 'atTimes')), offer('ext.samaritans'))
}

export const ownBehaviour: Rule = {
  id: 'R-PERP',
  step: 5,
  sources: [
    southamptonStrategy(
      [885, 887],
      'Perpetrator services, such as The Hampton Trust, also play a vital role in the multiagency approach to perpetrator management.'
    ),
    southamptonStrategy(
      [895, 898],
      'Male Engagement Worker within IDVA service to ensure there is an effective perpetrator management approach in Southampton.'
    )
  ],
  find: ({ region, says }) =>
    when(
      says(is('audience', 'harmer')),
      offer('soton.hampton_trust', 'ext.respect'),
      when(region === 'southampton', offer('soton.male_engagement')),
      STOP
    )
}

export const underSixteen: Rule = {
  id: 'R-UNDER-16',
  step: 6,
  sources: [
    southamptonStrategy([773, 774], 'The DA Act means that CYP are now considered to be survivors in their own right.'),
    southamptonStrategy(
      [377, 378],
      'There is a specialist community DA service for the Children and Young People’s (CYP)'
    )
  ],
  find: ({ region, says }) =>
    when(
      says(is('ageBand', 'under16')),
      offer('ext.childline'),
      when(region === 'southampton', offer('soton.cyp', 'ext.soton_children')),
      when(region === 'hampshire', offer('ext.hants_children')),
      note('safeguarding-lead'),
      STOP
    )
}

export const sixteenOrSeventeen: Rule = {
  id: 'R-16-17',
  step: 6,
  sources: [southamptonStrategy([762, 763], 'Young people aged 16-24 are most likely to experience DA.')],
  find: ({ says }) => when(says(is('ageBand', '16to17')), note('safeguarding-16-17'))
}

export const outOfHours: Rule = {
  id: 'R-OUT-OF-HOURS',
  step: 7,
  sources: [triageSpecification('3, step 7')],
  find: situation => when(situation.outOfHours, offer('ext.ndah'))
}
