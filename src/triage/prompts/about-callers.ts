// What a worker should think of about who is asking. Domain guide, section 7.
import { is } from '../../questions/condition.ts'
import { hampshirePage, southamptonStrategy } from '../source.ts'
import { aboutAll, beside } from './prompt.ts'

export const ABOUT_CALLERS = [
  aboutAll(
    'R-PRO',
    [
      hampshirePage(
        32,
        'Regardless of the type of safe accommodation that a victim-survivor might need, all professionals and referrers working with an individual should make a safety plan and complete a risk assessment.'
      )
    ],
    ({ isProfessional }) => isProfessional
  ),
  beside('hants.landlord_guidance', 'R-LAND', [
    southamptonStrategy(
      [499, 501],
      'DA can lead to loss of accommodation due to complaints of anti-social behaviour, rent arrears and property damage associated with the abuse.'
    ),
    hampshirePage(39, 'to enable them to maintain their tenancy and live safely.')
  ]),
  beside('hants.social_landlord', 'R-SOC', [
    hampshirePage(42, 'There may be specialist domestic abuse support workers within your teams'),
    hampshirePage(44, 'should consider undertaking the Domestic Abuse Housing Alliance (DAHA) Accreditation')
  ]),
  aboutAll(
    'R-PERP',
    [
      southamptonStrategy(
        [883, 885],
        'They can utilise a range of legal powers and initiatives, such as the relocation of perpetrators.'
      ),
      southamptonStrategy([895, 896], 'Male Engagement Worker within IDVA service')
    ],
    ({ says }) => says(is('audience', 'harmer'))
  ),
  beside('soton.idva', 'R-TIER', [
    southamptonStrategy([347, 348], 'Independent Domestic Violence Advocacy (IDVA) for high-risk survivors')
  ])
]
