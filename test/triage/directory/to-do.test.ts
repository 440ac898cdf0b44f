import { describe, expect, it } from 'vitest'
import { AREAS } from '../../../src/triage/directory/areas.ts'
import { DIRECTORY, type Directory } from '../../../src/triage/directory/directory.ts'
import { readDirectory } from '../../../src/triage/directory/operator-file.ts'
import { toDo, toDoLines } from '../../../src/triage/directory/to-do.ts'
import { POLICY_CHANGES } from '../../../src/triage/policy.ts'

const TODAY = '2026-12-02'
const verified = { by: 'A. Operator', on: '2026-12-01' }

function withFile(entries: object): Directory {
  const { directory, faults } = readDirectory(JSON.stringify({ entries }))
  if (!directory) throw new Error(faults.join('\n'))
  return directory
}

/** What is asked about one row. */
const askedOf = (entry: string, directory: Directory = DIRECTORY): string[] =>
  toDo(directory, TODAY)
    .filter(one => one.entry === entry)
    .map(({ ask }) => ask)

describe('what an operator still has to do', () => {
  const lines = toDoLines(toDo(DIRECTORY, TODAY))

  it('is said in plain words and few lines, most pressing first', () => {
    expect(lines[0]).toBe('A practice lead has to read and sign the risk policy, version 1, before people use this.')
    expect(lines[1]).toBe(
      'Confirm the number 03300 165 112 of Hampshire Domestic Abuse Advice Line, which people are shown all the same: nobody has confirmed it yet: hants.advice_line.'
    )
    expect(lines).toContain(
      'Fill in contact.email, an e-mail address (the page hides it): hants.advice_line, hants.professional_referral.'
    )
    expect(lines).toContain('Fill in contact.byArea, a number for each district: hants.housing_team.')
    expect(lines.find(line => line.startsWith('Fill in contact.hours'))).toContain('hants.advice_line, ext.mens')
    expect(lines.find(line => line.startsWith('Fill in contact.phone'))).toContain('soton.refuge')
    expect(lines.length).toBeLessThanOrEqual(13)
  })

  it('names all five core numbers, and no row that is for staff alone', () => {
    expect(lines.filter(line => line.includes('shown all the same'))).toHaveLength(5)
    for (const id of ['ext.pets', 'p.housing', 'b.daha']) expect(askedOf(id)).toEqual([])
  })

  it('names the row and the field, for a page that lists them', () => {
    expect(toDo(DIRECTORY, TODAY)).toContainEqual(
      expect.objectContaining({ entry: 'hants.professional_referral', field: 'contact.secureEmail' })
    )
  })

  it('asks for the districts that are still without a number', () => {
    const some = withFile({
      'hants.housing_team': { contact: { byArea: { fareham: '07700 900001', hart: '07700 900002' } } }
    })
    const [ask = ''] = askedOf('hants.housing_team', some)
    expect(ask).toContain('not yet: Basingstoke and Deane, East Hampshire, Eastleigh, Gosport')
    expect(ask).not.toMatch(/Fareham|Hart,/)
  })

  it('asks as long as a single district is without a number, and then no more', () => {
    const districts = Object.keys(AREAS).filter(id => AREAS[id as keyof typeof AREAS].region === 'hampshire')
    const withNumbers = (ids: readonly string[]) =>
      withFile({
        'hants.housing_team': { verified, contact: { byArea: Object.fromEntries(ids.map(id => [id, '07700 900001'])) } }
      })
    expect(askedOf('hants.housing_team', withNumbers(districts.slice(1)))).toEqual([
      'Fill in contact.byArea, a number for each district (not yet: Basingstoke and Deane)'
    ])
    expect(askedOf('hants.housing_team', withNumbers(districts))).toEqual([])
  })

  it('says which numbers nobody has seen written', () => {
    expect(lines).toContain('Written from memory, seen nowhere: look the number up: ext.fmu, ext.nspcc, ext.hourglass.')
    const looked = withFile({ 'ext.fmu': { verified } })
    expect(askedOf('ext.fmu', looked)).toEqual([])
  })

  it('says so where only one of several sources is a memory', () => {
    const row = DIRECTORY.get('ext.fmu')
    if (!row) throw new Error('ext.fmu is gone')
    const twice = { ...row, sources: [...row.sources, { beyond: 'a leaflet' }] }
    expect(askedOf('ext.fmu', new Map([['ext.fmu', twice]]))).toContain(
      'Written from memory, seen nowhere: look the number up'
    )
  })

  it('asks for the signature under the policy until it is there', () => {
    const [change] = POLICY_CHANGES
    if (!change) throw new Error('there is no policy')
    const signed = { ...change, signedOff: { name: 'A. Lead', role: 'practice lead', on: TODAY } }
    const asked = (...changes: (typeof change)[]) => toDo(new Map(), TODAY, changes).map(({ field }) => field)
    expect([asked(change), asked(signed), asked(signed, change), asked()]).toEqual([
      ['signedOff'],
      [],
      ['signedOff'],
      []
    ])
  })

  it('asks for a confirmation of what people are not shown yet, and of what has ended', () => {
    const ask = 'Confirm these, or people are not shown them'
    expect(askedOf('ext.galop')).toEqual([ask])
    expect(askedOf('ext.galop', withFile({ 'ext.galop': { verified, validTo: '2026-12-01' } }))).toEqual([ask])
    expect(askedOf('ext.galop', withFile({ 'ext.galop': { verified } }))).toEqual([])
  })

  it('is silent about what is done', () => {
    const done = withFile({ 'ext.999': { verified }, 'ext.mens': { verified, contact: { hours: 'Mo-Fr' } } })
    expect([...askedOf('ext.999', done), ...askedOf('ext.mens', done)]).toEqual([])
  })

  it('is asked again after a year, and not a day before', () => {
    const confirmed = (on: string) =>
      withFile({ 'ext.999': { verified: { by: 'A', on } }, 'ext.galop': { verified: { by: 'A', on } } })
    const old = confirmed('2025-12-01')
    expect(askedOf('ext.999', old)).toEqual([expect.stringContaining('it was last confirmed on 2025-12-01')])
    expect(askedOf('ext.galop', old)).toEqual(['Confirmed more than 365 days ago: confirm again'])
    const young = confirmed('2025-12-02')
    expect([...askedOf('ext.999', young), ...askedOf('ext.galop', young)]).toEqual([])
  })

  it('warns when a core number has ended', () => {
    const ended = withFile({ 'ext.ndah': { verified, validTo: '2026-12-01' } })
    expect(askedOf('ext.ndah', ended)).toEqual([expect.stringContaining('it ended on 2026-12-01')])
    expect(askedOf('ext.ndah', withFile({ 'ext.ndah': { verified, validTo: TODAY } }))).toEqual([])
  })
})
