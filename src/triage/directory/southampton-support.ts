// Southampton's support, money, young people and work with those who cause harm. Written 2021: every row has to be checked.
import { southamptonStrategy } from '../source.ts'
import { complete } from './entry.ts'

const SOUTHAMPTON = {
  area: ['southampton' as const],
  audience: 'survivor' as const,
  asOf: 'strategy of 2021 to 2024',
  needed: ['phone' as const]
}

export const SOUTHAMPTON_SUPPORT = [
  complete({
    ...SOUTHAMPTON,
    id: 'soton.pippa',
    name: 'PIPPA helpline',
    kind: 'advice_line',
    audience: 'anyone',
    whoFor: ['survivors, the public and professionals in Southampton'],
    conditions: ['an alliance of services: prevention, intervention and public protection'],
    contact: { via: 'ext.pippa' },
    needed: [],
    publish: true,
    sources: [
      southamptonStrategy(
        [345, 347],
        'including: the prevention, intervention and public protection alliance (PIPPA), a dedicated helpline'
      )
    ]
  }),
  complete({
    ...SOUTHAMPTON,
    id: 'soton.idva',
    name: 'Independent Domestic Violence Advocacy in Southampton',
    kind: 'idva',
    provider: 'Southampton City Council',
    whoFor: ['people at high risk'],
    whoNotFor: ['not the first way in below high'],
    conditions: ['band high or immediate'],
    publish: true,
    sources: [
      southamptonStrategy([347, 348], 'Independent Domestic Violence Advocacy (IDVA) for high-risk survivors'),
      southamptonStrategy([894, 896], 'SCC internally resourced Male Engagement Worker within IDVA service')
    ]
  }),
  complete({
    ...SOUTHAMPTON,
    id: 'soton.community_medium',
    name: 'Community early intervention and prevention support in Southampton',
    kind: 'community_support',
    whoFor: ['people at medium risk'],
    conditions: ['band medium'],
    publish: true,
    sources: [
      southamptonStrategy(
        [348, 350],
        'community based early intervention and prevention support for medium risk victims including some therapeutic support.'
      )
    ]
  }),
  complete({
    ...SOUTHAMPTON,
    id: 'soton.floating_support',
    name: 'Floating support (Domestic Abuse Plus Service) in Southampton',
    kind: 'floating_support',
    whoFor: ['women who experience multiple disadvantage'],
    whoNotFor: ['not available to everybody'],
    conditions: ['woman, and multiple disadvantage'],
    publish: true,
    sources: [
      southamptonStrategy(
        [351, 352],
        'There is a dedicated ‘floating support’ service for women who experience multiple disadvantages.'
      ),
      southamptonStrategy([434, 435], '(which is a form of Mobile Advocacy) is not available to all survivors.'),
      southamptonStrategy(
        [728, 730],
        'Consider extending and expanding the existing mobile advocacy pilot service (Domestic Abuse Plus Service (DAS+))'
      )
    ]
  }),
  complete({
    ...SOUTHAMPTON,
    id: 'soton.cyp',
    name: 'Specialist service for children and young people in Southampton',
    kind: 'cyp',
    whoFor: ['children and young people affected by domestic abuse, also in their own relationships'],
    publish: true,
    sources: [
      southamptonStrategy(
        [377, 379],
        'There is a specialist community DA service for the Children and Young People’s (CYP) service, providing a range of interventions.'
      ),
      southamptonStrategy(
        [308, 313],
        'The specialist young people’s domestic abuse service in Southampton received 1204 referrals 2018 - 21.'
      ),
      southamptonStrategy([380, 381], 'There are several supported accommodation services for CYP in the city.')
    ]
  }),
  complete({
    ...SOUTHAMPTON,
    id: 'soton.scc_funds',
    name: 'Funds of Southampton City Council',
    kind: 'funding',
    whoFor: ['people who need help with money'],
    whoNotFor: ['some people are excluded from these funds'],
    conditions: ['no dedicated Flexible Fund in 2021'],
    sources: [
      southamptonStrategy(
        [358, 359],
        'There are a range of SCC-managed funds that can provide financial support to survivors'
      ),
      southamptonStrategy(
        [440, 442],
        'A dedicated Flexible Fund for survivors is not available locally and some survivors are excluded from accessing existing funds.'
      )
    ]
  }),
  complete({
    ...SOUTHAMPTON,
    id: 'soton.hampton_trust',
    name: 'The Hampton Trust',
    kind: 'behaviour_change',
    provider: 'The Hampton Trust',
    area: ['southampton', 'hampshire'],
    audience: 'own behaviour',
    whoFor: ['people worried about their own behaviour'],
    whoNotFor: ['never for a survivor, and never for both together'],
    contact: { via: 'ext.hampton_trust' },
    needed: [],
    publish: true,
    sources: [
      southamptonStrategy(
        [885, 887],
        'Perpetrator services, such as The Hampton Trust, also play a vital role in the multiagency approach to perpetrator management.'
      )
    ]
  }),
  complete({
    ...SOUTHAMPTON,
    id: 'soton.male_engagement',
    name: 'Male Engagement Worker, Southampton City Council',
    kind: 'behaviour_change',
    provider: 'Southampton City Council',
    audience: 'own behaviour',
    whoFor: ['men who use abusive behaviour'],
    whoNotFor: ['not a service for men who are survivors'],
    sources: [
      southamptonStrategy(
        [894, 898],
        'SCC internally resourced Male Engagement Worker within IDVA service to ensure there is an effective perpetrator management approach in Southampton.'
      )
    ]
  })
]
