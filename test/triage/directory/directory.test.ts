import { describe, expect, it } from 'vitest'
import { AREAS, regionOf } from '../../../src/triage/directory/areas.ts'
import { coreNumbers } from '../../../src/triage/directory/core-numbers.ts'
import { DIRECTORY } from '../../../src/triage/directory/directory.ts'
import { entry } from '../../../src/triage/directory/entry.ts'
import { isPlaceSecret } from '../../../src/triage/directory/reach.ts'

const rows = [...DIRECTORY.values()]
const idsWith = (prefix: string): string[] => rows.map(({ id }) => id).filter(id => id.startsWith(prefix))

describe('the directory as it is delivered', () => {
  it('has every service of both documents', () => {
    expect(idsWith('hants.').sort()).toEqual([
      'hants.advice_line',
      'hants.daha_homelessness',
      'hants.dispersed',
      'hants.flexible_funding',
      'hants.housing_team',
      'hants.landlord_guidance',
      'hants.professional_referral',
      'hants.refuge',
      'hants.sanctuary',
      'hants.social_landlord'
    ])
    expect(idsWith('soton.').sort()).toEqual([
      'soton.blue_lamp',
      'soton.community_medium',
      'soton.cyp',
      'soton.dove',
      'soton.floating_support',
      'soton.hampton_trust',
      'soton.housing_needs',
      'soton.idva',
      'soton.male_engagement',
      'soton.pippa',
      'soton.refuge',
      'soton.registered_providers',
      'soton.scc_funds',
      'soton.supported_housing'
    ])
    expect(['uk.refuge_national', 'second_stage', 'specialist_safe'].every(id => DIRECTORY.has(id))).toBe(true)
    expect([idsWith('ext.').length, idsWith('p.').length, idsWith('b.').length]).toEqual([30, 11, 23])
  })

  it('is confirmed by nobody, and checked on no day', () => {
    expect(rows.filter(({ verified, lastChecked }) => verified !== null || lastChecked !== null)).toEqual([])
  })

  it('invents no e-mail address: the page hides them, so an operator has to give them', () => {
    expect(rows.filter(({ contact }) => contact.email !== null || contact.secureEmail !== null)).toEqual([])
    expect(DIRECTORY.get('hants.advice_line')?.needed).toEqual(['email', 'secureEmail', 'hours'])
    expect(DIRECTORY.get('hants.professional_referral')?.needed).toEqual(['email', 'secureEmail'])
  })

  it('keeps every place of safety secret, and publishes none of its own accord', () => {
    const secret = rows.filter(isPlaceSecret)
    expect(secret.map(({ id }) => id).sort()).toEqual([
      'hants.dispersed',
      'hants.refuge',
      'second_stage',
      'soton.refuge',
      'specialist_safe',
      'uk.refuge_national'
    ])
    expect(secret.filter(row => row.publish || row.contact.phone !== null || !row.locationConfidential)).toEqual([])
  })

  it('names the kind under section 57 where a row is one, and nowhere else', () => {
    const kinds = Object.fromEntries(rows.flatMap(({ id, section57 }) => (section57 ? [[id, section57]] : [])))
    expect(kinds).toEqual({
      'hants.refuge': 'refuge accommodation',
      'soton.refuge': 'refuge accommodation',
      'uk.refuge_national': 'refuge accommodation',
      'hants.dispersed': 'dispersed accommodation',
      specialist_safe: 'specialist safe accommodation',
      second_stage: 'second stage accommodation',
      'hants.sanctuary': 'part of a sanctuary scheme',
      'soton.dove': 'part of a sanctuary scheme',
      'soton.blue_lamp': 'part of a sanctuary scheme'
    })
  })

  it('has no field that could hold an address', () => {
    const fields = Object.keys(entry.shape).join()
    expect(fields).not.toMatch(/address|postcode|street|latitude|longitude|location(?!Confidential)/i)
  })

  it('always knows the core numbers, in their order', () => {
    expect(coreNumbers().map(({ phone }) => phone)).toEqual([
      '999',
      '03300 165 112',
      '0808 2000 247',
      '116 123',
      '0800 1111'
    ])
    expect(rows.filter(({ core }) => core)).toHaveLength(5)
  })

  it('knows the region of every area, and that silence is no region', () => {
    const hampshire = Object.values(AREAS).filter(({ region }) => region === 'hampshire')
    expect(hampshire).toHaveLength(11)
    expect(['southampton', 'portsmouth', 'isleOfWight', 'elsewhere'].map(regionOf)).toEqual([
      'southampton',
      'portsmouth',
      'isleOfWight',
      'outside'
    ])
    expect([undefined, 'skip', 'Atlantis', ['fareham'], 'toString'].map(regionOf)).toEqual(Array(5).fill('unknown'))
  })
})
