// Steps 16-18: helplines for what somebody said, advice before any form, animals.
import { any, is } from '../../questions/condition.ts'
import { hampshirePage, southamptonStrategy, triageSpecification } from '../source.ts'
import { note, offer, type Rule, when } from './rule.ts'

export const helplines: Rule = {
  id: 'R-HELPLINES',
  step: 16,
  sources: [
    triageSpecification('3, step 16'),
    southamptonStrategy(
      [268, 273],
      'Nationally and locally, additional barriers to accessing safety are experienced by some survivors,'
    )
  ],
  find: ({ isMan, says }) => [
    ...when(says(is('honour', 'yes')), offer('ext.karma')),
    ...when(isMan, offer('ext.mens')),
    ...when(says(is('needs', 'lgbtq')), offer('ext.galop')),
    ...when(says(is('needs', 'deaf')), offer('ext.999bsl', 'ext.signhealth')),
    ...when(says(is('needs', 'over60')), offer('ext.hourglass')),
    // What a friend or a professional saw counts as the same fact.
    ...when(says(any(is('stalking', 'yes'), is('signsSeen', 'followed'))), offer('ext.stalking')),
    ...when(says(is('sexual', 'yes')), offer('ext.rapecrisis'))
  ]
}

export const immigrationAdviceFirst: Rule = {
  id: 'R-NRPF',
  step: 17,
  sources: [
    southamptonStrategy(
      [415, 417],
      'Disabled survivors and those with No Recourse to Public Funds (NRPF) and ‘complex needs’ face barriers to access services.'
    ),
    southamptonStrategy(
      [538, 540],
      'Destitution Domestic Violence Concession (DDVC), the domestic violence rule in immigration law'
    )
  ],
  find: ({ says }) =>
    when(says(any(is('noRecourse', 'yes', 'unsure'), is('immigrationThreat', 'yes'))), note('immigration-advice-first'))
}

/** For staff alone: the schemes do not name Hampshire among their areas. */
export const animals: Rule = {
  id: 'R-PETS',
  step: 18,
  sources: [hampshirePage(25, '- victims-survivors with pets'), triageSpecification('3, step 18')],
  find: ({ hasPet }) => when(hasPet, offer('ext.pets'))
}
