// Services of the county's page (H5-H54). Nothing here is confirmed until an operator confirms it.
import { hampshirePage, southamptonStrategy } from '../source.ts'
import { complete } from './entry.ts'

const THROUGH_THE_LINE = { via: 'hants.advice_line' }

export const HAMPSHIRE = [
  complete({
    id: 'hants.advice_line',
    name: 'Hampshire Domestic Abuse Advice Line',
    kind: 'advice_line',
    provider: 'Stop Domestic Abuse',
    area: ['hampshire'],
    audience: 'anyone',
    whoFor: ['anyone seeking advice, help, support or access to services', 'family and friends', 'professionals'],
    contact: { phone: '03300 165 112' },
    needed: ['email', 'secureEmail', 'hours'],
    note: 'The page hides both e-mail addresses and gives no opening hours. Nothing says that the number is free or stays off a bill.',
    core: true,
    publish: true,
    sources: [
      hampshirePage(5, 'These services are provided by Stop Domestic Abuse.'),
      hampshirePage(6, 'You can call the advice line on 03300 165 112.'),
      hampshirePage(
        7,
        'The advice line is available to anyone seeking advice, help, support or access to services. This includes victims and survivors, family and friends of someone experiencing abuse, and professionals.'
      )
    ]
  }),
  complete({
    id: 'hants.professional_referral',
    name: 'Referral by a professional: call, or send the form',
    kind: 'referral_route',
    provider: 'Stop Domestic Abuse',
    area: ['hampshire'],
    audience: 'professional',
    whoFor: ['professionals'],
    whoNotFor: ['survivors who come by themselves: they call the advice line'],
    conditions: ['a safety plan and a risk assessment, whatever accommodation is needed'],
    contact: THROUGH_THE_LINE,
    needed: ['email', 'secureEmail'],
    publish: true,
    sources: [
      hampshirePage(8, 'you can call the advice line or complete a referral form and email it to [email protected].'),
      hampshirePage(9, 'If you need to use a secure email address, you should email [email protected]'),
      hampshirePage(
        32,
        'all professionals and referrers working with an individual should make a safety plan and complete a risk assessment.'
      )
    ]
  }),
  complete({
    id: 'hants.refuge',
    name: 'Refuges in Hampshire',
    kind: 'refuge',
    section57: 'refuge accommodation',
    provider: 'Stop Domestic Abuse',
    area: ['hampshire'],
    audience: 'survivor',
    whoFor: ['women and their children'],
    whoNotFor: ['men', 'households with a son over 16', 'people who cannot stay in a shared place'],
    conditions: ['shared', 'women only', 'found through the advice line'],
    contact: THROUGH_THE_LINE,
    locationConfidential: true,
    sources: [
      hampshirePage(
        11,
        'We have 10 refuges across Hampshire offering 92 bed spaces for victims-survivors and their children.'
      ),
      hampshirePage(
        12,
        'The Hampshire refuges are shared, single gender or single sex accommodation (women only spaces)'
      ),
      hampshirePage(13, 'The specialist support is a planned and tailored package of therapeutic and practical support')
    ]
  }),
  complete({
    id: 'hants.dispersed',
    name: 'Self-contained safe accommodation in Hampshire',
    kind: 'dispersed',
    section57: 'dispersed accommodation',
    provider: 'Stop Domestic Abuse',
    area: ['hampshire'],
    audience: 'survivor',
    whoFor: [
      'women with sons over 16',
      'men, also with children',
      'LGBTQ+ people',
      'older adults',
      'disabled people',
      'large families',
      'people facing multiple disadvantage',
      'people with pets',
      'people from diverse ethnic backgrounds who face cultural barriers'
    ],
    conditions: ['"may be more suitable": a suggestion to the worker, never a promise'],
    contact: THROUGH_THE_LINE,
    locationConfidential: true,
    sources: [
      hampshirePage(16, 'several self-contained, safe accommodation units (known as dispersed safe accommodation)'),
      hampshirePage(
        [18, 26],
        '- women with male children over 16 - male victims-survivors, including men with children - LGBTQ+ victims-survivors - older adults - victims-survivors with disabilities - large families - victims-survivors facing multiple disadvantages - victims-survivors with pets - victims-survivors from diverse ethnic backgrounds facing cultural barriers'
      ),
      hampshirePage(27, 'receive a planned and tailored package of therapeutic and practical support')
    ]
  }),
  complete({
    id: 'hants.sanctuary',
    name: 'Sanctuary and target hardening in Hampshire',
    kind: 'sanctuary',
    section57: 'part of a sanctuary scheme',
    area: ['hampshire'],
    audience: 'survivor',
    whoFor: ['people who want to stay in their own home'],
    whoNotFor: ['anyone whose person causing harm lives at the same property: no exception'],
    conditions: ['the person causing harm does not live there'],
    contact: THROUGH_THE_LINE,
    publish: true,
    sources: [
      hampshirePage(
        29,
        'can visit victim-survivors in their own homes and give safety advice and issue personal and home security equipment.'
      ),
      hampshirePage(
        30,
        'This service is only suitable for victims-survivors where the person causing harm and using abusive behaviour is not living at the same property.'
      )
    ]
  }),
  complete({
    id: 'hants.housing_team',
    name: 'Housing Team of the district, with its domestic abuse worker',
    kind: 'housing_team',
    area: ['hampshire'],
    audience: 'anyone',
    whoFor: ['people threatened with homelessness because of domestic abuse', 'professionals who support them'],
    conditions: ['threatened with homelessness because of domestic abuse'],
    needed: ['byArea'],
    publish: true,
    sources: [
      hampshirePage(
        36,
        'Each district and borough in Hampshire has a Housing Team who can provide advice and guidance on housing options if a person is threatened with homelessness as a result of domestic abuse. Each Housing Team also has a specialist domestic abuse worker.'
      )
    ]
  }),
  complete({
    id: 'hants.flexible_funding',
    name: 'Flexible Funding',
    kind: 'funding',
    provider: 'Hampshire Domestic Abuse Partnership',
    area: ['hampshire'],
    audience: 'survivor',
    whoFor: ['people who need help with the costs of moving or of staying safe'],
    conditions: ['the page does not say who may have it: the worker asks'],
    needed: ['phone'],
    sources: [hampshirePage(54, 'HDAP is delivering other elements such as Flexible Funding')]
  }),
  complete({
    id: 'hants.landlord_guidance',
    name: 'Guidance for private landlords, and the Domestic Abuse Housing Alliance',
    kind: 'guidance',
    area: ['hampshire'],
    audience: 'landlord',
    whoFor: ['private landlords who see signs, or are told'],
    conditions: ['within their remit: so that the tenant can keep the tenancy and live safely'],
    note: 'The page names the leaflet and gives no address for it.',
    sources: [
      hampshirePage(38, 'As a private sector landlord you are likely to come across victims-survivors'),
      hampshirePage(39, 'our leaflet ‘Domestic abuse guidance for private rental sector landlords’.'),
      hampshirePage(40, 'There is also further information available from the Domestic Abuse Housing Alliance (DAHA).'),
      southamptonStrategy(
        [499, 501],
        'DA can lead to loss of accommodation due to complaints of anti-social behaviour, rent arrears and property damage associated with the abuse.'
      )
    ]
  }),
  complete({
    id: 'hants.social_landlord',
    name: 'Social housing providers: their own specialists, and the Domestic Abuse Housing Alliance',
    kind: 'guidance',
    area: ['hampshire'],
    audience: 'landlord',
    whoFor: ['staff of social housing providers'],
    conditions: ['providers should consider DAHA accreditation'],
    sources: [
      hampshirePage(42, 'There may be specialist domestic abuse support workers within your teams'),
      hampshirePage(44, 'All social housing providers should consider undertaking'),
      hampshirePage(47, 'The accreditation includes 8 priority areas')
    ]
  }),
  complete({
    id: 'hants.daha_homelessness',
    name: 'DAHA accreditation for organisations that support homeless people',
    kind: 'guidance',
    area: ['hampshire'],
    audience: 'professional',
    whoFor: ['providers of homelessness support and supported accommodation'],
    sources: [
      hampshirePage(
        48,
        'there is a new accreditation for organisations who are supporting people experiencing homelessness'
      )
    ]
  })
]
