// Step 8: where this person's first call goes.
import { is } from '../../questions/condition.ts'
import { hampshirePage, southamptonStrategy, triageSpecification } from '../source.ts'
import { note, offer, type Rule, STOP, when } from './rule.ts'

export const privateLandlord: Rule = {
  id: 'R-LAND',
  step: 8,
  sources: [
    hampshirePage(39, 'our leaflet ‘Domestic abuse guidance for private rental sector landlords’.'),
    hampshirePage(40, 'Domestic Abuse Housing Alliance (DAHA)')
  ],
  find: ({ isProfessional, says }) =>
    when(
      isProfessional && says(is('referrerRole', 'privateLandlord')),
      offer('hants.landlord_guidance', 'hants.advice_line'),
      STOP
    )
}

export const socialLandlord: Rule = {
  id: 'R-SOC',
  step: 8,
  sources: [
    hampshirePage(42, 'There may be specialist domestic abuse support workers within your teams'),
    hampshirePage(44, 'All social housing providers should consider undertaking')
  ],
  find: ({ isProfessional, says }) =>
    when(
      isProfessional && says(is('referrerRole', 'socialLandlord')),
      offer('hants.social_landlord', 'hants.advice_line'),
      STOP
    )
}

export const professionalInSouthampton: Rule = {
  id: 'R-PRO-SOUTHAMPTON',
  step: 8,
  sources: [
    southamptonStrategy(
      [789, 792],
      'Commission a review of our High-Risk Domestic Abuse Arrangements (within the Children’s MASH) and explore potential for a single, shared front door'
    ),
    southamptonStrategy(
      [347, 348],
      'a dedicated helpline, Independent Domestic Violence Advocacy (IDVA) for high-risk survivors'
    ),
    {
      beyond:
        "southampton.gov.uk: every adult at high risk goes to the Children's Resource Service, below high to PIPPA"
    }
  ],
  find: ({ isProfessional, region, isHigh }) =>
    when(
      isProfessional && region === 'southampton',
      when(isHigh, note('hrda-route'), offer('ext.soton_children', 'soton.idva')),
      offer('soton.pippa')
    )
}

export const professional: Rule = {
  id: 'R-PRO',
  step: 8,
  sources: [
    hampshirePage(8, 'If you are a professional, you can call the advice line or complete a referral form'),
    hampshirePage(9, 'If you need to use a secure email address'),
    hampshirePage(32, 'should make a safety plan and complete a risk assessment.'),
    { beyond: 'hants.gov.uk: a referral to MARAC can also be made on professional judgement alone' }
  ],
  find: ({ isProfessional, region, isHigh }) =>
    when(
      isProfessional && region !== 'southampton',
      offer('hants.professional_referral'),
      when(isHigh, note('marac-prompt'))
    )
}

export const southamptonByRisk: Rule = {
  id: 'R-TIER',
  step: 8,
  sources: [
    southamptonStrategy(
      [347, 350],
      '(PIPPA), a dedicated helpline, Independent Domestic Violence Advocacy (IDVA) for high-risk survivors, community based early intervention and prevention support for medium risk victims'
    )
  ],
  find: ({ isProfessional, region, isHigh, band }) =>
    when(
      !isProfessional && region === 'southampton',
      offer('soton.pippa'),
      when(isHigh, offer('soton.idva')),
      when(band === 'medium', offer('soton.community_medium'))
    )
}

export const adviceLine: Rule = {
  id: 'R-LINE',
  step: 8,
  sources: [
    hampshirePage(6, 'You can call the advice line on 03300 165 112.'),
    hampshirePage(7, 'The advice line is available to anyone seeking advice, help, support or access to services.')
  ],
  find: ({ isProfessional, region }) => when(!isProfessional && region !== 'southampton', offer('hants.advice_line'))
}

/** Neither document has services for these areas: the advice line can still look for a refuge. */
export const outsideBothDocuments: Rule = {
  id: 'R-GAP',
  step: 8,
  sources: [
    hampshirePage(14, 'can help victims-survivors access refuge across Hampshire as well as nationally.'),
    triageSpecification('3, step 8')
  ],
  find: ({ isProfessional, region }) => {
    const gap = { unmet: 'localServices', groups: [] } as const
    return [
      ...when(!isProfessional && region === 'portsmouth', offer('ext.portsmouth'), gap),
      ...when(!isProfessional && region === 'isleOfWight', offer('ext.iow'), gap),
      ...when(!isProfessional && region === 'outside', offer('ext.ndah'), gap)
    ]
  }
}
