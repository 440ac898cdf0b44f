// What a worker should think of about homes, tenancies, money and status. Domain guide, section 7.
import { is, not } from '../../questions/condition.ts'
import { hampshirePage, southamptonStrategy } from '../source.ts'
import { aboutAll, beside } from './prompt.ts'

const LONG_WAITS = southamptonStrategy(
  [424, 426],
  'Wait times for Blue Lamp Trust and Registered Providers to carry out works are anecdotally high and responses variable.'
)

export const ABOUT_HOMES = [
  beside('soton.cyp', 'R-CYP', [
    southamptonStrategy([380, 381], 'There are several supported accommodation services for CYP in the city.'),
    southamptonStrategy([379, 380], 'Both refuges provide dedicated support for CYP.')
  ]),
  beside('soton.blue_lamp', 'R-SAN-WAITS', [LONG_WAITS]),
  beside(
    'soton.blue_lamp',
    'R-SAN-4',
    [
      southamptonStrategy(
        [422, 423],
        'Survivors who are not SCC tenants may face barriers to accessing Sanctuary Schemes'
      ),
      southamptonStrategy(
        [426, 429],
        'Sanctuary is not currently offered as a homelessness prevention solution to survivors who present to the Housing Needs team and who do not have a council tenancy.'
      )
    ],
    ({ region, says }) => region === 'southampton' && says(not(is('tenure', 'council')))
  ),
  beside('soton.dove', 'R-SAN-DOVE', [
    hampshirePage(30, 'is not living at the same property.'),
    southamptonStrategy([340, 341], 'Dove is managed by SCC Housing and is for SCC tenants.')
  ]),
  aboutAll(
    'R-SAN-1',
    [hampshirePage(30, 'is not living at the same property.')],
    ({ wantsToStay, livesApart }) => wantsToStay && !livesApart
  ),
  aboutAll(
    'R-STAY-OR-GO',
    [
      southamptonStrategy(
        [616, 617],
        'Survivors should not have to choose between having to sell or move home to achieve safety.'
      )
    ],
    ({ wantsToStay }) => wantsToStay
  ),
  beside('hants.housing_team', 'R-HOU', [
    hampshirePage(36, 'Each Housing Team also has a specialist domestic abuse worker.'),
    southamptonStrategy(
      [98, 100],
      'The Act does not place a requirement on authorities to provide DA survivors with accommodation.'
    )
  ]),
  aboutAll(
    'R-HOU-2',
    [
      southamptonStrategy([364, 365], 'SCC Housing frequently uses processes such as Management Transfers'),
      southamptonStrategy(
        [444, 446],
        'There are no reciprocal arrangements with other local authorities, meaning survivors are reliant on in-city managed transfers, which may not be safe for some.'
      )
    ],
    ({ region, says, wantsPlace, needsHousing }) =>
      region === 'southampton' && says(is('tenure', 'council')) && (wantsPlace || needsHousing)
  ),
  beside('soton.floating_support', 'R-FLO', [southamptonStrategy(435, 'is not available to all survivors.')]),
  beside('hants.flexible_funding', 'R-MON', [
    hampshirePage(54, 'HDAP is delivering other elements such as Flexible Funding')
  ]),
  beside('soton.scc_funds', 'R-MON-SOUTHAMPTON', [
    southamptonStrategy(
      [440, 442],
      'A dedicated Flexible Fund for survivors is not available locally and some survivors are excluded from accessing existing funds.'
    )
  ]),
  aboutAll(
    'R-NRPF',
    [
      southamptonStrategy(416, 'No Recourse to Public Funds (NRPF)'),
      {
        beyond:
          'domesticabusecommissioner.uk, 2023: there is no firewall between the police and immigration enforcement'
      },
      { beyond: 'gov.uk: the concession named in line 538 has been the MVDAC since February 2024' }
    ],
    ({ says }) => says(is('noRecourse', 'yes', 'unsure')) || says(is('immigrationThreat', 'yes'))
  ),
  aboutAll(
    'R-LEGAL-COURT',
    [southamptonStrategy([798, 799], 'explore potential to create dedicated Family Court IDVA support.')],
    ({ region, says }) => region === 'southampton' && says(is('wants', 'legal'))
  ),
  aboutAll(
    'R-GAP',
    [
      southamptonStrategy(
        [709, 712],
        'Work with Portsmouth City Council and other Local Authority partners within the region to appraise potential for a managed reciprocal arrangement'
      )
    ],
    ({ region, says }) =>
      ['portsmouth', 'isleOfWight', 'outside'].includes(region) && says(not(is('audience', 'harmer')))
  )
]
