// Where a refuge is, is the one thing this directory must never say. Here somebody writes it into every field there is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coreNumbers } from '../../../src/triage/directory/core-numbers.ts'
import { DIRECTORY, type Directory } from '../../../src/triage/directory/directory.ts'
import { type Entry, entry, KINDS, PLACE_IS_SECRET, REGIONS, SECTION_57 } from '../../../src/triage/directory/entry.ts'
import { toHsds } from '../../../src/triage/directory/hsds/export.ts'
import { fromHsds } from '../../../src/triage/directory/hsds/import.ts'
import { readDirectory } from '../../../src/triage/directory/operator-file.ts'
import { nameOf } from '../../../src/triage/directory/reach.ts'
import { toDo, toDoLines } from '../../../src/triage/directory/to-do.ts'
import { match } from '../../../src/triage/match.ts'
import { shownToPerson } from '../../../src/triage/shown-to-person.ts'

const TODAY = '2026-12-02'
const MARK = /elm ?road|900999/i
const verified = { by: 'Elm Road office', on: '2026-12-01' }

/** Everything an operator may write about one place, each field with the place in it. */
const marked: fc.Arbitrary<object> = fc.record(
  {
    name: fc.constantFrom('Elm Road Refuge', 'The house at 12 Elm Road'),
    provider: fc.constant('Elm Road Trust'),
    whoFor: fc.constant(['women near Elm Road']),
    whoNotFor: fc.constant(['nobody from Elm Road']),
    conditions: fc.constant(['ring at 12 Elm Road']),
    steps: fc.constant(['walk to Elm Road']),
    contact: fc.record(
      {
        phone: fc.constant('07700 900999'),
        otherWay: fc.constant('knock at 12 Elm Road'),
        email: fc.constant('elmroad@example.org'),
        secureEmail: fc.constant('elmroad@secure.example.org'),
        web: fc.constant('https://elmroad.example.org'),
        hours: fc.constant('Elm Road office, 24/7'),
        byArea: fc.constant({ fareham: '07700 900999' }),
        via: fc.constantFrom('hants.advice_line', 'ext.mens')
      },
      { requiredKeys: [] }
    ),
    note: fc.constant('Elm Road, second floor'),
    asOf: fc.constant('list of Elm Road'),
    validFrom: fc.constant('2026-01-01'),
    validTo: fc.constant('2027-01-01'),
    lastChecked: fc.constant('2026-12-01'),
    audience: fc.constantFrom('survivor', 'anyone', 'professional')
  },
  { requiredKeys: ['name', 'contact', 'audience'] }
)
const shown = { publish: true, verified, locationConfidential: true, staffOnly: false }
const secretKind = fc.constantFrom(...PLACE_IS_SECRET)
const anyService = fc.constantFrom(...KINDS.filter(kind => !['pathway', 'body', 'gap'].includes(kind)))

const newPlace = fc
  .tuple(marked, fc.oneof(secretKind, anyService), fc.constantFrom(null, ...SECTION_57), fc.subarray([...REGIONS]))
  .map(([fields, kind, section57, area]) => ({ ...fields, ...shown, kind, section57, area }))

/** All that leaves the house, in every format there is; what somebody asks for is every service. */
function everythingThatLeaves(directory: Directory): string {
  const everything = { ...match({ answers: {}, channel: 'web' }), services: [...directory.keys()] }
  const oneByOne = [...directory.keys()].map(id => shownToPerson({ ...everything, services: [id] }, TODAY, directory))
  const exported = toHsds(directory, TODAY)
  return JSON.stringify([
    exported,
    fromHsds(exported, directory),
    shownToPerson(everything, TODAY, directory),
    oneByOne,
    coreNumbers(directory),
    toDoLines(toDo(directory, TODAY)),
    [...directory.values()].map(nameOf)
  ])
}

const leaks = (directory: Directory): boolean => MARK.test(everythingThatLeaves(directory))

describe('where a refuge is', () => {
  it('never leaves, whatever an operator writes about a new one', () => {
    fc.assert(
      fc.property(newPlace, place => {
        const { directory, faults } = readDirectory(JSON.stringify({ entries: { 'local.house': place } }))
        expect(faults).toBeUndefined()
        expect(directory && leaks(directory)).toBe(false)
      }),
      { numRuns: 1_000 }
    )
  })

  it('never leaves, whatever an operator writes about those we know', () => {
    const known = fc.constantFrom(
      'hants.refuge',
      'hants.dispersed',
      'soton.refuge',
      'uk.refuge_national',
      'second_stage'
    )
    fc.assert(
      fc.property(known, marked, (id, fields) => {
        const { directory, faults } = readDirectory(JSON.stringify({ entries: { [id]: { ...fields, ...shown } } }))
        expect(faults).toBeUndefined()
        expect(directory && leaks(directory)).toBe(false)
      }),
      { numRuns: 1_000 }
    )
  })

  it('never leaves by another row: not as the line that it is reached through', () => {
    const house = entry.parse({
      id: 'local.house',
      name: 'Elm Road',
      kind: 'refuge',
      area: ['hampshire'],
      audience: 'survivor',
      provider: 'Elm Road Trust',
      contact: { phone: '07700 900999' },
      ...shown,
      sources: [{ beyond: 'a test' }]
    })
    const through = (row: Entry): Entry => ({
      ...row,
      publish: true,
      verified: { by: 'A', on: '2026-12-01' },
      contact: { ...row.contact, phone: null, via: house.id }
    })
    const rows = [...DIRECTORY].map(([id, row]) => [id, row.core ? row : through(row)] as const)
    expect(leaks(new Map([...rows, [house.id, house]]))).toBe(false)
  })

  it('is not taken over from the data of others', () => {
    const service = {
      id: '381c64f1-a724-4884-9c21-ac96c21cca3e',
      name: 'A house',
      status: 'active',
      description: 'at 12 Elm Road',
      alert: 'Elm Road is closed',
      organization: { id: 'x', name: 'A trust', locations: [{ name: 'Elm Road' }] },
      phones: [{ number: 'ask at Elm Road' }, { number: '07700 900111', description: 'Elm Road' }],
      service_at_locations: [{ location: { name: 'Elm Road', addresses: [{ address_1: '12 Elm Road' }] } }]
    }
    const { file, notTaken } = fromHsds([service], DIRECTORY)
    expect(JSON.stringify([file, notTaken])).not.toMatch(MARK)
    expect(JSON.stringify(file)).toContain('07700 900111')
    const { directory } = readDirectory(JSON.stringify(file))
    expect(directory?.get('imported.381c64f1_a724_4884_9c21_ac96c21cca3e')).toMatchObject({
      publish: false,
      locationConfidential: true,
      staffOnly: true,
      verified: null
    })
  })

  it('would be seen if it did leave: the same words in an open row are found', () => {
    const open = {
      name: 'Elm Road Advice',
      kind: 'helpline',
      area: ['uk'],
      audience: 'anyone',
      publish: true,
      verified
    }
    const { directory } = readDirectory(JSON.stringify({ entries: { 'local.advice': open } }))
    expect(directory && leaks(directory)).toBe(true)
  })
})
