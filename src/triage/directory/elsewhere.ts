// Outside the two areas, kinds the law names without a local provider, and what is missing.
import { hampshirePage, southamptonStrategy } from '../source.ts'
import { complete } from './entry.ts'

export const ELSEWHERE = [
  complete({
    id: 'uk.refuge_national',
    name: 'Refuge elsewhere in the UK',
    kind: 'refuge',
    section57: 'refuge accommodation',
    area: ['uk'],
    audience: 'survivor',
    whoFor: ['people who need to move out of the area', 'men and trans people: some of these refuges'],
    conditions: ['the advice line looks for it', 'not every refuge takes everybody'],
    contact: { via: 'hants.advice_line' },
    locationConfidential: true,
    sources: [
      hampshirePage(
        14,
        'The Hampshire Domestic Abuse Advice Line can help victims-survivors access refuge across Hampshire as well as nationally.'
      ),
      hampshirePage(
        14,
        'There are over 500 refuges across the UK offering support to victims-survivors of domestic abuse and some of these can be accessed by male or trans-gender victims-survivors.'
      )
    ]
  }),
  complete({
    id: 'second_stage',
    name: 'Second stage accommodation',
    kind: 'second_stage',
    section57: 'second stage accommodation',
    area: ['uk'],
    audience: 'survivor',
    whoFor: ['people who move on from a refuge and still want support'],
    whoNotFor: ['people who need a first safe place tonight'],
    conditions: ['a kind the law names; neither document names a provider'],
    locationConfidential: true,
    sources: [southamptonStrategy(117, '• Second stage accommodation;')]
  }),
  complete({
    id: 'specialist_safe',
    name: 'Specialist safe accommodation',
    kind: 'specialist',
    section57: 'specialist safe accommodation',
    area: ['uk'],
    audience: 'survivor',
    whoFor: ['people with protected characteristics, with staff who share them'],
    conditions: ['a kind the law names; in 2021 Southampton planned to look for it'],
    asOf: 'strategy of 2021 to 2024',
    locationConfidential: true,
    sources: [
      southamptonStrategy(113, '• Specialist safe accommodation;'),
      southamptonStrategy(
        [684, 689],
        'scope regional and local approaches to establishing specialist safe accommodation for survivors with protected characteristics (LGBT+, Black and minority ethnic communities etc.) as well as men and boys.'
      )
    ]
  }),
  complete({
    id: 'ext.portsmouth_iow_note',
    name: 'Portsmouth and the Isle of Wight: nothing in either document',
    kind: 'gap',
    area: ['portsmouth', 'isleOfWight'],
    audience: 'anyone',
    conditions: ['the advice line can look for a refuge nationally; everything else is up to the local contacts'],
    staffOnly: true,
    sources: [
      southamptonStrategy(
        [709, 713],
        'Work with Portsmouth City Council and other Local Authority partners within the region to appraise potential for a managed reciprocal arrangement with neighbouring local authorities and Registered Providers.'
      )
    ]
  })
]
