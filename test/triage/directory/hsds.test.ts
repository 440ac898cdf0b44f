import { describe, expect, it } from 'vitest'
import { DIRECTORY, type Directory } from '../../../src/triage/directory/directory.ts'
import { toHsds } from '../../../src/triage/directory/hsds/export.ts'
import { fromHsds } from '../../../src/triage/directory/hsds/import.ts'
import { hsdsService } from '../../../src/triage/directory/hsds/service.ts'
import { uuidOf } from '../../../src/triage/directory/hsds/uuid.ts'
import { readDirectory } from '../../../src/triage/directory/operator-file.ts'

const TODAY = '2026-12-02'
const verified = { by: 'A. Operator', on: '2026-12-01' }

function withFile(entries: object): Directory {
  const { directory, faults } = readDirectory(JSON.stringify({ entries }))
  if (!directory) throw new Error(faults.join('\n'))
  return directory
}

const exported = (directory: Directory, id: string) => toHsds(directory, TODAY).find(one => one.id === uuidOf(id))

describe('the directory as Open Referral data', () => {
  it('is, as delivered, the advice line alone: nothing else is confirmed', () => {
    expect(toHsds(DIRECTORY, TODAY).map(({ name }) => name)).toEqual(['Hampshire Domestic Abuse Advice Line'])
  })

  it('has what HSDS 3.0 asks for in every service, and ids of its own that stay the same', () => {
    const all = [...DIRECTORY.values()].filter(row => !row.staffOnly).map(({ id }) => [id, { publish: true, verified }])
    const services = toHsds(withFile(Object.fromEntries(all)), TODAY)
    expect(services.length).toBeGreaterThan(45)
    for (const service of services) expect(() => hsdsService.parse(service)).not.toThrow()
    expect(new Set([...DIRECTORY.keys()].map(uuidOf)).size).toBe(DIRECTORY.size)
    expect(uuidOf('hants.refuge')).toBe(uuidOf('hants.refuge'))
  })

  it('says who a confirmed service is for, how to reach it and when it was confirmed', () => {
    const directory = withFile({
      'soton.dove': { verified, contact: { phone: '07700 900321', hours: 'Mo-Fr 09:00-17:00' } }
    })
    expect(exported(directory, 'soton.dove')).toMatchObject({
      name: 'Dove sanctuary scheme',
      description: expect.stringContaining('For: tenants of Southampton City Council.'),
      status: 'active',
      assured_date: '2026-12-01',
      organization: { name: 'Southampton City Council Housing' },
      phones: [{ number: '07700 900321' }],
      contacts: [{ phones: [{ number: '07700 900321' }] }],
      schedules: [{ description: 'Mo-Fr 09:00-17:00' }],
      service_areas: [{ name: 'Southampton' }],
      attributes: [
        { link_type: 'kind', taxonomy_term: { name: 'sanctuary' } },
        { link_type: 'section57', taxonomy_term: { name: 'part of a sanctuary scheme' } }
      ]
    })
  })

  it('says of a service for whom it is, for whom not and on which conditions, and nothing where nobody wrote it', () => {
    const told = { whoFor: ['women', 'men'], whoNotFor: ['children'], conditions: ['by appointment'] }
    const describedAs = (lists: object) =>
      exported(withFile({ 'soton.dove': { verified, ...lists } }), 'soton.dove')?.description
    expect(describedAs(told)).toBe('For: women; men. Not for: children. Conditions: by appointment.')
    expect(describedAs({ whoFor: [], whoNotFor: [], conditions: [] })).toBe('')
  })

  it('says of a refuge that there is one, and how to ask for it, and nothing else', () => {
    const directory = withFile({ 'hants.refuge': { publish: true, verified } })
    expect(exported(directory, 'hants.refuge')).toEqual({
      id: uuidOf('hants.refuge'),
      name: 'Refuge',
      description: 'Reached through an advice line. Where it is, is not published.',
      status: 'active',
      assured_date: '2026-12-01',
      organization: expect.objectContaining({ name: 'Stop Domestic Abuse' }),
      phones: [expect.objectContaining({ number: '03300 165 112' })],
      contacts: [expect.objectContaining({ name: 'Telephone' })],
      schedules: [],
      service_areas: [],
      attributes: [expect.anything(), expect.anything()]
    })
  })

  it('never says the id that an operator gave a place', () => {
    const place = { name: 'A house', kind: 'refuge', area: ['uk'], audience: 'survivor', locationConfidential: true }
    const directory = withFile({ 'local.elm_road': { ...place, publish: true, verified } })
    expect(exported(directory, 'local.elm_road')?.name).toBe('Refuge')
    expect(JSON.stringify(toHsds(directory, TODAY))).not.toContain('elm')
  })

  it('leaves out what is for staff, what is not to be published, and what has ended', () => {
    const ended = { verified, publish: true, validTo: '2026-12-01' }
    const directory = withFile({
      'ext.pets': { verified, publish: true },
      'ext.galop': { verified },
      'ext.mens': ended,
      'p.housing': { verified, publish: true }
    })
    for (const id of ['ext.pets', 'ext.galop', 'ext.mens', 'p.housing']) expect(exported(directory, id)).toBeUndefined()
  })

  it('never brings a number that nobody confirmed, not through another row either', () => {
    const directory = withFile({ 'soton.pippa': { verified } })
    expect(exported(directory, 'soton.pippa')?.phones).toEqual([])
    const both = withFile({ 'soton.pippa': { verified }, 'ext.pippa': { verified } })
    expect(exported(both, 'soton.pippa')?.phones).toMatchObject([{ number: '023 8091 7917' }])
  })
})

describe("somebody else's Open Referral data", () => {
  const service = (id: string, more: object = {}) => ({ id, name: 'Theirs', status: 'active', ...more })

  it('brings new contacts for a row we know, and they have to be confirmed', () => {
    const theirs = service(uuidOf('ext.galop'), {
      phones: [{ id: 'x', number: '07700 900222' }],
      schedules: [{ description: 'Mo-Fr' }],
      url: 'https://example.org',
      email: 'not an address',
      publish: true,
      verified
    })
    const { file, notTaken } = fromHsds({ contents: [theirs], page_number: 1 }, withFile({ 'ext.galop': { verified } }))
    expect(notTaken).toEqual([])
    expect(file.entries).toEqual({
      'ext.galop': { contact: { phone: '07700 900222', hours: 'Mo-Fr', web: 'https://example.org' }, verified: null }
    })
    expect(withFile(file.entries).get('ext.galop')).toMatchObject({
      name: 'National LGBT+ Domestic Abuse Helpline',
      publish: false
    })
  })

  it('becomes a row for staff where we did not know it, with its provider and every way to reach it', () => {
    const id = '381c64f1-a724-4884-9c21-ac96c21cca3e'
    const theirs = service(id, {
      organization: { name: 'A trust' },
      email: 'them@example.org',
      url: 'http://example.org'
    })
    const row = withFile(fromHsds([theirs], DIRECTORY).file.entries).get(`imported.${id.replaceAll('-', '_')}`)
    expect(row).toMatchObject({
      name: 'Theirs',
      provider: 'A trust',
      staffOnly: true,
      contact: { email: 'them@example.org', web: null, phone: null }
    })
    expect(withFile(fromHsds([service(id)], DIRECTORY).file.entries).get(row?.id ?? '')?.provider).toBeNull()
  })

  it('finds a number where the UK profile has it, with a contact', () => {
    const theirs = service(uuidOf('ext.galop'), { contacts: [{ phones: [{ number: '07700 900333' }] }] })
    expect(fromHsds([theirs], DIRECTORY).file.entries['ext.galop']).toMatchObject({
      contact: { phone: '07700 900333' }
    })
  })

  it('takes as a number what could be dialled: three digits at least, and no line of words or digits', () => {
    const taken = (number: string) => {
      const theirs = service(uuidOf('ext.galop'), { phones: [{ number }] })
      return 'phone' in (fromHsds([theirs], DIRECTORY).file.entries['ext.galop'] as { contact: object }).contact
    }
    const could = ['101', '1 1', '1'.repeat(20), '+44 7700 900333']
    const couldNot = ['11', '1'.repeat(21), 'behind the church', '07700 900333 ask for the house']
    expect([could.every(taken), couldNot.some(taken)]).toEqual([true, false])
  })

  it('is cut where a row has room for no more', () => {
    const id = '381c64f1-a724-4884-9c21-ac96c21cca3e'
    const long = 'x'.repeat(501)
    const theirs = service(id, { name: long, organization: { name: long }, schedules: [{ description: long }] })
    const cut = 'x'.repeat(500)
    expect(Object.values(fromHsds([theirs], DIRECTORY).file.entries)).toMatchObject([
      { name: cut, provider: cut, contact: { hours: cut } }
    ])
  })

  it('cannot touch a core number, a secret place, or any mark that keeps people safe', () => {
    const phones = [{ number: '07700 900444' }]
    const theirs = ['ext.999', 'hants.advice_line', 'hants.refuge'].map(id => service(uuidOf(id), { phones }))
    const { file, notTaken } = fromHsds(theirs, DIRECTORY)
    expect(file.entries).toEqual({})
    expect(notTaken).toEqual([
      'Service 1: ext.999 is changed by hand only.',
      'Service 2: hants.advice_line is changed by hand only.',
      'Service 3: hants.refuge is changed by hand only.'
    ])
  })

  it('is refused piece by piece where it is no HSDS', () => {
    expect(fromHsds([{ name: 'no id' }, 7], DIRECTORY).notTaken).toEqual([
      'Service 1: id is not as HSDS 3.0 has it.',
      'Service 2: it is not as HSDS 3.0 has it.'
    ])
    expect(fromHsds('hello', DIRECTORY).notTaken).toEqual(['It is no list of services.'])
  })

  it('comes back as it went: what we export changes nothing but the confirmation', () => {
    const directory = withFile({ 'soton.dove': { verified, contact: { phone: '07700 900321', hours: 'Mo-Fr' } } })
    const { file } = fromHsds(toHsds(directory, TODAY), directory)
    expect(file.entries).toEqual({
      'soton.dove': { contact: { phone: '07700 900321', hours: 'Mo-Fr' }, verified: null }
    })
  })
})
