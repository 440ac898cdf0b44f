// More contacts from outside the two documents: children, crisis, special help. Look each up again before going live.
import { MEMORY, outside } from './outside.ts'

export const HELPLINES_SPECIAL = [
  outside(
    {
      id: 'ext.childline',
      name: 'Childline',
      kind: 'helpline',
      audience: 'under 19',
      contact: { phone: '0800 1111', hours: '24/7' },
      core: true
    },
    '247sexualabusesupport.org.uk, gmsafeguardingchildren.co.uk',
    'high'
  ),
  outside(
    {
      id: 'ext.nspcc',
      name: 'NSPCC helpline',
      kind: 'helpline',
      audience: 'anyone',
      whoFor: ['adults worried about a child'],
      contact: { phone: '0808 800 5000' },
      needed: ['hours']
    },
    MEMORY,
    'low'
  ),
  outside(
    {
      id: 'ext.samaritans',
      name: 'Samaritans',
      kind: 'helpline',
      audience: 'anyone',
      contact: { phone: '116 123', hours: '24/7' },
      core: true
    },
    'thegayuk.com, keepingwellnwl.nhs.uk',
    'high'
  ),
  outside(
    {
      id: 'ext.shout',
      name: 'Shout',
      kind: 'helpline',
      audience: 'anyone',
      contact: { otherWay: 'text SHOUT to 85258', hours: '24/7' },
      note: 'Free and off the bill only on the networks it lists.'
    },
    'giveusashout.org',
    'high'
  ),
  outside(
    {
      id: 'ext.rapecrisis',
      name: 'Rape Crisis 24/7 Support Line',
      kind: 'helpline',
      audience: 'survivor',
      whoFor: ['everybody over 16'],
      contact: { hours: '24/7' },
      needed: ['phone']
    },
    '247sexualabusesupport.org.uk, without the number',
    'medium'
  ),
  outside(
    {
      id: 'ext.stalking',
      name: 'National Stalking Helpline',
      kind: 'helpline',
      audience: 'survivor',
      contact: { phone: '0808 802 0300', hours: 'Mon-Fri 9:30-16 (Wed from 13)' }
    },
    'alicerugglestrust.org',
    'high for the number'
  ),
  outside(
    {
      id: 'ext.revengeporn',
      name: 'Revenge Porn Helpline',
      kind: 'helpline',
      audience: 'survivor',
      whoFor: ['intimate images, everybody over 18'],
      contact: { phone: '0345 6000 459' },
      needed: ['hours']
    },
    'revengepornhelpline.org.uk',
    'high for the number'
  ),
  outside(
    {
      id: 'ext.hourglass',
      name: 'Hourglass',
      kind: 'helpline',
      audience: 'survivor',
      whoFor: ['older people'],
      contact: { phone: '0808 808 8141' },
      needed: ['hours']
    },
    MEMORY,
    'low'
  ),
  outside(
    {
      id: 'ext.signhealth',
      name: 'SignHealth Domestic Abuse Service',
      kind: 'helpline',
      audience: 'survivor',
      whoFor: ['deaf people, in British Sign Language'],
      contact: { web: 'https://signhealth.org.uk' },
      needed: ['hours']
    },
    'hants.gov.uk news of 2024-11-21',
    'medium'
  ),
  outside(
    {
      id: 'ext.sbs',
      name: 'No Recourse Fund of Southall Black Sisters',
      kind: 'funding',
      audience: 'professional',
      contact: { otherWay: 'an organisation refers; a last resort' },
      staffOnly: true
    },
    'southallblacksisters.org.uk',
    'medium'
  ),
  outside(
    {
      id: 'ext.pets',
      name: 'Pet fostering: Dogs Trust Freedom 0800 298 9199, Cats Protection Lifeline 0345 260 1280',
      kind: 'animals',
      audience: 'professional',
      note: 'The areas listed name the neighbours of Hampshire and not Hampshire: ask before it is mentioned.',
      staffOnly: true
    },
    'refuge.org.uk, thelinksgroup.org.uk of 2024',
    'medium'
  ),
  outside(
    {
      id: 'ext.soton_children',
      name: "Children's Resource Service, Southampton",
      kind: 'safeguarding',
      audience: 'anyone',
      area: ['southampton'],
      whoFor: ['safeguarding of children; every adult at high risk in Southampton, with or without children'],
      contact: { phone: '023 8083 3004' },
      note: 'Another page says 023 8083 3336; professionals 023 8083 2300; out of hours 023 8023 3344.'
    },
    'southampton.gov.uk, two pages that disagree',
    'medium'
  ),
  outside(
    {
      id: 'ext.hants_children',
      name: "Hampshire Children's Services",
      kind: 'safeguarding',
      audience: 'anyone',
      area: ['hampshire'],
      contact: { phone: '0300 555 1384' },
      note: 'Adults 0300 555 1386; out of hours 0300 555 1373.'
    },
    'hants.gov.uk news of 2020 and out-of-hours page',
    'medium'
  ),
  outside(
    {
      id: 'ext.ani',
      name: 'Ask for ANI',
      kind: 'emergency',
      audience: 'survivor',
      contact: { otherWay: 'say "ANI" in a pharmacy that takes part' },
      note: 'Whether it still runs was not checked.'
    },
    'thepharmacist.co.uk of 2021',
    'low'
  )
]
