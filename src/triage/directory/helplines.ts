// Contacts from outside the two documents. Every number: look it up again before going live.
import { MEMORY, outside } from './outside.ts'

export const HELPLINES = [
  outside(
    {
      id: 'ext.999',
      name: 'Emergency services',
      kind: 'emergency',
      audience: 'anyone',
      contact: { phone: '999' },
      core: true
    },
    'general knowledge; hants.gov.uk news of 2024-11-21',
    'high'
  ),
  outside(
    {
      id: 'ext.silent_solution',
      name: 'Silent Solution',
      kind: 'emergency',
      audience: 'anyone',
      contact: { otherWay: 'mobile only: dial 999, listen, press 55 when asked' },
      note: 'It does not tell the police where somebody is, and dialling 999 in silence alone brings no help. A landline works differently.'
    },
    'text of the Independent Office for Police Conduct as quoted in the press',
    'high'
  ),
  outside(
    {
      id: 'ext.emergency_sms',
      name: 'emergencySMS',
      kind: 'emergency',
      audience: 'anyone',
      contact: { otherWay: 'only for phones that were registered before, with a text to 999' },
      note: 'Registering leaves texts on the phone. It is not instant.'
    },
    'southtees.nhs.uk, westyorkshire.police.uk',
    'high'
  ),
  outside(
    {
      id: 'ext.999bsl',
      name: '999 BSL',
      kind: 'emergency',
      audience: 'anyone',
      contact: { web: 'https://999bsl.co.uk', hours: '24/7' }
    },
    'ofcom.org.uk, 2022-12-13, updated 2023-03-16',
    'high'
  ),
  outside(
    { id: 'ext.relayuk', name: 'Relay UK', kind: 'emergency', audience: 'anyone', contact: { phone: '18000' } },
    'redcross.org.uk (old), westyorkshire.police.uk',
    'medium'
  ),
  outside(
    {
      id: 'ext.ndah',
      name: 'National Domestic Abuse Helpline',
      kind: 'helpline',
      provider: 'Refuge',
      audience: 'anyone',
      whoFor: ['mainly women; friends too'],
      contact: { phone: '0808 2000 247', hours: '24/7' },
      core: true
    },
    'many pages, among them centre56.org.uk',
    'high'
  ),
  outside(
    {
      id: 'ext.mens',
      name: "Men's Advice Line",
      kind: 'helpline',
      provider: 'Respect',
      audience: 'survivor',
      whoFor: ['men'],
      contact: { phone: '0808 801 0327' },
      needed: ['hours'],
      note: 'Sources disagree about the hours.'
    },
    'centre56.org.uk, base25.org',
    'high for the number'
  ),
  outside(
    {
      id: 'ext.galop',
      name: 'National LGBT+ Domestic Abuse Helpline',
      kind: 'helpline',
      provider: 'Galop',
      audience: 'survivor',
      whoFor: ['LGBT+ people'],
      contact: { phone: '0800 999 5428', hours: 'Mon-Thu 10-20:30, Fri 10-16:30 (February 2023)' }
    },
    'galop.org.uk, hellorayo.co.uk of 2023',
    'high for the number, medium for the hours'
  ),
  outside(
    {
      id: 'ext.karma',
      name: 'Karma Nirvana',
      kind: 'helpline',
      audience: 'survivor',
      whoFor: ['honour-based abuse and forced marriage, whatever the gender'],
      contact: { phone: '0800 5999 247', hours: 'Mon-Fri 9-17' }
    },
    'karmanirvana.org.uk',
    'high'
  ),
  outside(
    {
      id: 'ext.fmu',
      name: 'Forced Marriage Unit',
      kind: 'helpline',
      audience: 'anyone',
      contact: { phone: '020 7008 0151' }
    },
    MEMORY,
    'low'
  ),
  outside(
    {
      id: 'ext.respect',
      name: 'Respect Phoneline',
      kind: 'behaviour_change',
      audience: 'own behaviour',
      contact: { phone: '0808 802 4040' },
      needed: ['hours']
    },
    'keepingwellnwl.nhs.uk, thegayuk.com',
    'high for the number'
  ),
  outside(
    {
      id: 'ext.hampton_trust',
      name: 'The Hampton Trust',
      kind: 'behaviour_change',
      audience: 'own behaviour',
      area: ['southampton', 'hampshire'],
      contact: { phone: '023 8000 9898' },
      needed: ['hours']
    },
    'hants.gov.uk news of 2024-11-21, southampton.gov.uk',
    'high'
  ),
  outside(
    {
      id: 'ext.pippa',
      name: 'PIPPA helpline',
      kind: 'advice_line',
      audience: 'anyone',
      area: ['southampton'],
      contact: { phone: '023 8091 7917', hours: 'Mon-Fri 9:30-16:30' }
    },
    'southampton.gov.uk, domestic abuse page of the safeguarding partnership',
    'high for the number'
  ),
  outside(
    {
      id: 'ext.iow',
      name: 'Paragon on the Isle of Wight',
      kind: 'advice_line',
      provider: 'The YOU Trust',
      audience: 'anyone',
      area: ['isleOfWight'],
      contact: { phone: '0800 234 6266' },
      needed: ['hours']
    },
    'iow.gov.uk',
    'high for the number'
  ),
  outside(
    {
      id: 'ext.portsmouth',
      name: 'Stop Domestic Abuse in Portsmouth',
      kind: 'advice_line',
      provider: 'Stop Domestic Abuse',
      audience: 'anyone',
      area: ['portsmouth'],
      contact: { hours: 'Mon-Fri 9-21, weekends and bank holidays 10-18 (undated)' },
      needed: ['phone']
    },
    'shapingportsmouth.co.uk, undated',
    'low'
  )
]
