import { describe, expect, it } from 'vitest'
import { coreNumbers } from '../../../src/triage/directory/core-numbers.ts'
import { DIRECTORY } from '../../../src/triage/directory/directory.ts'
import { readDirectory } from '../../../src/triage/directory/operator-file.ts'

const verified = { by: 'A. Operator', on: '2026-12-01' }
const read = (entries: object) => readDirectory(JSON.stringify({ entries }))
const faultsOf = (entries: object): readonly string[] => read(entries).faults ?? []

const ownService = {
  name: 'Invented Drop-in',
  kind: 'community_support',
  area: ['portsmouth'],
  audience: 'survivor',
  contact: { phone: '07700 900123' }
}

describe("an operator's file", () => {
  it('fills in what is missing and confirms, field by field, and the rest stays', () => {
    const { directory } = read({
      'hants.advice_line': { contact: { email: 'line@example.org', hours: 'Mo-Fr 09:00-17:00' }, verified }
    })
    const line = directory?.get('hants.advice_line')
    expect(line?.contact).toMatchObject({
      phone: '03300 165 112',
      email: 'line@example.org',
      secureEmail: null,
      hours: 'Mo-Fr 09:00-17:00'
    })
    expect(line?.verified).toEqual(verified)
    expect(line?.sources).toEqual(DIRECTORY.get('hants.advice_line')?.sources)
    expect(directory?.get('hants.refuge')).toEqual(DIRECTORY.get('hants.refuge'))
  })

  it('adds a service of its own, with its own file as source', () => {
    const { directory, faults } = read({ 'local.drop_in': ownService })
    expect(faults).toBeUndefined()
    expect(directory?.get('local.drop_in')).toMatchObject({ publish: false, verified: null, sources: [{}] })
    expect(directory?.size).toBe(DIRECTORY.size + 1)
  })

  it('gives a number for each district', () => {
    const { directory } = read({ 'hants.housing_team': { contact: { byArea: { fareham: '07700 900001' } } } })
    expect(directory?.get('hants.housing_team')?.contact.byArea).toEqual({ fareham: '07700 900001' })
  })

  it('changes nothing when it is empty', () => {
    expect(read({}).directory).toEqual(new Map(DIRECTORY))
  })
})

describe('a fault in the file is named by entry and field, and its value is never repeated:', () => {
  const phone = { contact: { phone: '07700 900555' } }
  it.each([
    [
      'a number that is none',
      { 'ext.mens': { contact: { phone: 'ask Anna' } } },
      'ext.mens: contact.phone must be a telephone number'
    ],
    [
      'an address that is none',
      { 'hants.advice_line': { contact: { email: '[email protected]' } } },
      'hants.advice_line: contact.email must be an e-mail address'
    ],
    ['a day that is none', { 'ext.mens': { lastChecked: 'today' } }, 'ext.mens: lastChecked must be a date such as'],
    ['a misspelt field', { 'ext.mens': { verifed: true } }, 'ext.mens: verifed is not a field of an entry.'],
    [
      'a misspelt contact',
      { 'ext.mens': { contact: { fone: '1' } } },
      'ext.mens: contact.fone is not a field of an entry.'
    ],
    ['who, but not when', { 'ext.mens': { verified: { by: 'A' } } }, 'ext.mens: verified.on must be a date'],
    ['a new row without a name', { 'local.x': { ...ownService, name: undefined } }, 'local.x: name'],
    ['a new row of no kind', { 'local.x': { ...ownService, kind: 'hotel' } }, 'local.x: kind must be one of'],
    ['a region we do not know', { 'local.x': { ...ownService, area: ['wales'] } }, 'local.x: area.0 must be one of'],
    [
      'a district we do not know',
      { 'hants.housing_team': { contact: { byArea: { wales: '07700 900001' } } } },
      'hants.housing_team: contact.byArea.wales is not a district'
    ],
    ['an id with a space', { 'my service': ownService }, 'my service: id must be'],
    [
      'another kind for a row of ours',
      { 'hants.refuge': { kind: 'helpline' } },
      'hants.refuge: kind cannot be changed here.'
    ],
    [
      'another source for a row of ours',
      { 'hants.refuge': { sources: [] } },
      'hants.refuge: sources cannot be changed here.'
    ],
    ['a core number of its own', { 'local.x': { ...ownService, core: true } }, 'local.x: core cannot be changed here.'],
    [
      'a refuge that is no secret',
      { 'hants.refuge': { locationConfidential: false } },
      'hants.refuge: locationConfidential must be true'
    ],
    [
      'a new refuge that is no secret',
      { 'local.x': { ...ownService, kind: 'refuge' } },
      'local.x: locationConfidential must be true'
    ],
    ['staff words for everybody', { 'ext.pets': { staffOnly: false } }, 'ext.pets: staffOnly cannot be taken away'],
    [
      'a core number taken away',
      { 'ext.samaritans': { contact: { phone: null } } },
      'ext.samaritans: contact.phone cannot be taken away'
    ],
    ['a core number hidden', { 'ext.samaritans': { staffOnly: true } }, 'ext.samaritans: staffOnly must stay false'],
    [
      'a core number sent elsewhere',
      { 'ext.samaritans': { contact: { via: 'ext.mens' } } },
      'ext.samaritans: contact.via must stay empty'
    ],
    ['a core number changed by nobody', { 'ext.samaritans': phone }, 'ext.samaritans: verified must say who checked'],
    ['another number for 999', { 'ext.999': { ...phone, verified } }, 'ext.999: contact.phone cannot be changed'],
    [
      'an end before the beginning',
      { 'ext.mens': { validFrom: '2027-01-01', validTo: '2026-01-01' } },
      'ext.mens: validTo is before validFrom'
    ],
    [
      'a line that is not there',
      { 'ext.mens': { contact: { via: 'local.nowhere' } } },
      'ext.mens: contact.via must be the id of'
    ],
    [
      'a line that is a secret place',
      { 'ext.mens': { contact: { via: 'hants.refuge' } } },
      'ext.mens: contact.via must be the id of'
    ]
  ])('%s', (_what, entries, fault) => {
    const faults = faultsOf(entries)
    expect(faults.join('\n')).toContain(fault)
    expect(faults.join('\n')).not.toMatch(/Anna|555|hotel|\[email|today/)
  })

  it('a secret that was kept before is kept, whatever kind of service it is', () => {
    const secret = { ...ownService, locationConfidential: true }
    const { directory } = read({ 'local.drop_in': secret })
    const again = (change: object) =>
      readDirectory(JSON.stringify({ entries: { 'local.drop_in': change } }), directory).faults
    expect(again({ locationConfidential: false })).toEqual([
      'local.drop_in: locationConfidential cannot be taken away.'
    ])
    expect(again({ verified })).toBeUndefined()
  })

  it('a core number taken away is one fault, not two', () => {
    expect(faultsOf({ 'ext.samaritans': { contact: { phone: null } } })).toHaveLength(1)
  })

  it('several at once', () => {
    expect(faultsOf({ 'ext.mens': { verifed: true }, 'ext.galop': { lastChecked: 'x' } })).toHaveLength(2)
  })

  it('text that is no JSON, without a word of it', () => {
    expect(readDirectory('{ "entries": { "secret street"').faults).toEqual([
      'It is not JSON: look for a missing comma or quotation mark.'
    ])
    for (const text of ['[]', '{}', '{"entries":[]}', '{"entries":{"a":1}}', '{"entries":{},"more":1}'])
      expect(readDirectory(text).faults?.[0]).toContain('It must be { "entries"')
  })
})

describe('whatever an operator writes', () => {
  it('the core numbers are there', () => {
    const { directory } = read({
      'ext.samaritans': { validTo: '2020-01-01', lastChecked: '2019-01-01' },
      'ext.ndah': { contact: { phone: '07700 900777' }, verified }
    })
    expect(directory && coreNumbers(directory).map(({ phone }) => phone)).toEqual([
      '999',
      '03300 165 112',
      '07700 900777',
      '116 123',
      '0800 1111'
    ])
  })
})
