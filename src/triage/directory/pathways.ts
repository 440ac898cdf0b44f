// Ways through the services, as the two documents describe them. For staff: how a person gets from here to there.
import { hampshirePage, type Source, southamptonStrategy } from '../source.ts'
import { complete, type Entry, type Row } from './entry.ts'

const pathway = (
  id: string,
  name: string,
  area: Row['area'],
  audience: Row['audience'],
  steps: string[],
  sources: Source[]
): Entry => complete({ id, name, kind: 'pathway', area, audience, steps, sources: [...sources], staffOnly: true })

export const PATHWAYS = [
  pathway(
    'p.self_refer',
    'A survivor, a friend or family',
    ['hampshire'],
    'anyone',
    ['call the advice line', 'talk to a worker', 'look together for a refuge or another service'],
    [
      hampshirePage(6, 'You can call the advice line on 03300 165 112.'),
      hampshirePage(14, 'The Hampshire Domestic Abuse Advice Line can help victims-survivors access refuge')
    ]
  ),
  pathway(
    'p.professional',
    'A professional',
    ['hampshire'],
    'professional',
    [
      'assess the risk and make a safety plan',
      'call the advice line, or send the form',
      'think of housing as well as of safe accommodation'
    ],
    [
      hampshirePage(8, 'you can call the advice line or complete a referral form'),
      hampshirePage(33, 'Domestic abuse risk assessment and safety planning is crucial'),
      hampshirePage(35, 'you may also need to support an individual to get help with their housing options')
    ]
  ),
  pathway(
    'p.housing',
    'Threatened with homelessness because of domestic abuse',
    ['hampshire'],
    'anyone',
    ['Housing Team of the district', 'the domestic abuse worker of that team'],
    [hampshirePage(36, 'Each Housing Team also has a specialist domestic abuse worker.')]
  ),
  pathway(
    'p.stay_home',
    'Wants to stay at home, and the person causing harm does not live there',
    ['hampshire', 'southampton'],
    'survivor',
    ['Hampshire: sanctuary and target hardening', 'Southampton, council tenant: Dove', 'otherwise: Blue Lamp Trust'],
    [
      hampshirePage(30, 'is not living at the same property.'),
      southamptonStrategy(
        [340, 342],
        'Dove is managed by SCC Housing and is for SCC tenants. Blue Lamp Trust covers all tenure types, is Hampshire-wide and independently funded.'
      )
    ]
  ),
  pathway(
    'p.soton_risk_tiers',
    'Southampton, by risk',
    ['southampton'],
    'anyone',
    [
      'everybody: PIPPA helpline',
      'high: Independent Domestic Violence Advocacy',
      'medium: community support',
      'women with multiple disadvantage: floating support',
      'children: the service for children and young people'
    ],
    [
      southamptonStrategy(
        [347, 350],
        'Independent Domestic Violence Advocacy (IDVA) for high-risk survivors, community based early intervention and prevention support for medium risk victims including some therapeutic support.'
      )
    ]
  ),
  pathway(
    'p.high_risk_front_door',
    'High risk in Southampton, for professionals',
    ['southampton'],
    'professional',
    ["High-Risk Domestic Abuse Arrangements, in 2021 within the Children's MASH"],
    [
      southamptonStrategy(
        [789, 793],
        'Commission a review of our High-Risk Domestic Abuse Arrangements (within the Children’s MASH) and explore potential for a single, shared front door to domestic abuse support and interventions.'
      )
    ]
  ),
  pathway(
    'p.move_on',
    'Moving on from a refuge',
    ['southampton'],
    'survivor',
    [
      'a settled home, such as a social tenancy',
      'second stage accommodation where there is any',
      'keep a secure tenure'
    ],
    [
      southamptonStrategy(
        [366, 368],
        'Available evidence shows examples of pathways into settled accommodation (e.g. social tenancies) from refuge and survivors retaining secure tenure.'
      ),
      hampshirePage(61, 'Improving the move-on pathway for survivors in refuge')
    ]
  ),
  pathway(
    'p.private_landlord',
    'A private landlord',
    ['hampshire'],
    'landlord',
    ['support the tenant within the remit of a landlord', 'the leaflet', 'DAHA'],
    [hampshirePage(39, 'A tenant may even disclose abuse to you.')]
  ),
  pathway(
    'p.social_landlord',
    'A social housing provider',
    ['hampshire'],
    'landlord',
    ['specialists of its own', 'everybody in the workforce able to respond', 'DAHA information and accreditation'],
    [hampshirePage(43, 'It is also key to enable the wider workforce to respond appropriately')]
  ),
  pathway(
    'p.perpetrator',
    'A person who uses abuse',
    ['southampton', 'hampshire'],
    'own behaviour',
    [
      'Hampton Trust',
      'Male Engagement Worker (Southampton)',
      'relocation and other powers of housing providers: for agencies, never advice to a survivor'
    ],
    [
      southamptonStrategy(
        [883, 885],
        'They can utilise a range of legal powers and initiatives, such as the relocation of perpetrators.'
      )
    ]
  ),
  pathway(
    'p.family_court',
    'Family court',
    ['southampton'],
    'survivor',
    ['in 2021 an advocate for the family court was being explored: do not offer one'],
    [southamptonStrategy([798, 799], 'explore potential to create dedicated Family Court IDVA support.')]
  )
]
