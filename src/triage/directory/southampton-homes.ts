// Southampton's places to stay, sanctuary and housing (S333-S466). Written 2021: every row has to be checked.
import { southamptonStrategy } from '../source.ts'
import { complete } from './entry.ts'

const SOUTHAMPTON = {
  area: ['southampton' as const],
  audience: 'survivor' as const,
  asOf: 'strategy of 2021 to 2024',
  needed: ['phone' as const]
}

export const SOUTHAMPTON_HOMES = [
  complete({
    ...SOUTHAMPTON,
    id: 'soton.refuge',
    name: 'Refuges in Southampton',
    kind: 'refuge',
    section57: 'refuge accommodation',
    whoFor: ['women and their children; both refuges support children and young people'],
    whoNotFor: ['men', 'households with teenage or adult sons'],
    conditions: [
      '66% of referrals were declined, most often for lack of space',
      'barriers were reported for disabled people, people without recourse to public funds, "complex needs" and women in work'
    ],
    note: 'One is commissioned by the Integrated Commissioning Unit, the other independently funded.',
    locationConfidential: true,
    sources: [
      southamptonStrategy(
        [383, 390],
        'There are two refuges in Southampton, one commissioned by the Southampton Integrated Commissioning Unit and the other independently funded.'
      ),
      southamptonStrategy([379, 380], 'Both refuges provide dedicated support for CYP.'),
      southamptonStrategy(
        [664, 666],
        'Review the current refuge offer of women- only services with no locality caps or restrictions'
      ),
      southamptonStrategy(
        [411, 412],
        'Current refuge provision cannot meet demand, with over 66% of referrals declined.'
      ),
      southamptonStrategy([419, 420], 'Women with teenage sons also face barriers accessing refuges.')
    ]
  }),
  complete({
    ...SOUTHAMPTON,
    id: 'soton.dove',
    name: 'Dove sanctuary scheme',
    kind: 'sanctuary',
    section57: 'part of a sanctuary scheme',
    provider: 'Southampton City Council Housing',
    whoFor: ['tenants of Southampton City Council'],
    whoNotFor: ['private tenants, owners and tenants of housing associations'],
    conditions: ['tenancy with Southampton City Council', 'the person causing harm does not live there'],
    note: "That the person causing harm must not live there is the county page's rule; it is used here for safety, and a worker may decide otherwise.",
    publish: true,
    sources: [
      southamptonStrategy(
        [339, 341],
        'There are two sanctuary schemes in Southampton. Dove is managed by SCC Housing and is for SCC tenants.'
      ),
      southamptonStrategy(
        [336, 339],
        'Sanctuary schemes provide victims of domestic violence and hate crime with a way to stay safe in their home and stop them from becoming homeless. It does this by providing improved home security.'
      )
    ]
  }),
  complete({
    ...SOUTHAMPTON,
    id: 'soton.blue_lamp',
    name: 'Blue Lamp Trust sanctuary scheme',
    kind: 'sanctuary',
    section57: 'part of a sanctuary scheme',
    provider: 'Blue Lamp Trust',
    area: ['southampton', 'hampshire'],
    whoFor: ['people in every kind of tenancy and home'],
    conditions: ['the person causing harm does not live there', 'waits were said to be long'],
    publish: true,
    sources: [
      southamptonStrategy(
        [341, 342],
        'Blue Lamp Trust covers all tenure types, is Hampshire-wide and independently funded.'
      ),
      southamptonStrategy(
        [424, 426],
        'Wait times for Blue Lamp Trust and Registered Providers to carry out works are anecdotally high and responses variable.'
      )
    ]
  }),
  complete({
    ...SOUTHAMPTON,
    id: 'soton.housing_needs',
    name: 'Housing Needs, Southampton City Council',
    kind: 'housing_team',
    provider: 'Southampton City Council',
    whoFor: ['people who are homeless or may become so in Southampton', 'council tenants who have to move'],
    whoNotFor: ['people for whom a move inside the city is not safe'],
    conditions: ['transfers are inside the city; there was no arrangement with other councils in 2021'],
    publish: true,
    sources: [
      southamptonStrategy(
        [364, 366],
        'SCC Housing frequently uses processes such as Management Transfers to increase safety for survivors.'
      ),
      southamptonStrategy(
        [444, 446],
        'There are no reciprocal arrangements with other local authorities, meaning survivors are reliant on in-city managed transfers, which may not be safe for some.'
      ),
      southamptonStrategy([240, 245], '10% of presentations to Southampton Housing Needs are domestic abuse related.')
    ]
  }),
  complete({
    ...SOUTHAMPTON,
    id: 'soton.registered_providers',
    name: 'Registered providers in Southampton',
    kind: 'housing_provider',
    whoFor: ['tenants of housing associations'],
    needed: [],
    sources: [
      southamptonStrategy(
        [369, 371],
        'There is a range of Registered Providers in Southampton, some of which are also DAHA accredited.'
      )
    ]
  }),
  complete({
    ...SOUTHAMPTON,
    id: 'soton.supported_housing',
    name: 'Supported housing in Southampton: extra care, sheltered, supported living, hostels',
    kind: 'supported_housing',
    whoFor: ['people who need support to live at home', 'older adults'],
    whoNotFor: ['not safe accommodation under section 57 unless it is designated; none is only for women'],
    needed: [],
    sources: [
      southamptonStrategy(
        [373, 375],
        'There is a range of supported housing options in the city, including extra care, sheltered housing, supported living and hostels.'
      ),
      southamptonStrategy([458, 459], 'There is no dedicated supported housing provision for women.')
    ]
  })
]
