import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/questions/answer.ts'
import { DIRECTORY, type Directory } from '../../src/triage/directory/directory.ts'
import { readDirectory } from '../../src/triage/directory/operator-file.ts'
import { match } from '../../src/triage/match.ts'
import { shownToPerson } from '../../src/triage/shown-to-person.ts'
import { someFacts } from './random-facts.ts'

const TODAY = '2026-12-02'
const verified = { by: 'A. Operator', on: '2026-12-01' }
const of = (answers: Answers) => match({ answers, channel: 'web' })

function withFile(entries: object): Directory {
  const { directory, faults } = readDirectory(JSON.stringify({ entries }))
  if (!directory) throw new Error(faults.join('\n'))
  return directory
}

const allConfirmed = withFile(Object.fromEntries([...DIRECTORY.keys()].map(id => [id, { verified }])))
const wantsPlace: Answers = { area: 'havant', wants: 'safePlace', gender: 'man' }

describe('what a person is shown of a match', () => {
  it('is, as delivered, core numbers alone', () => {
    expect(of(wantsPlace).services).toEqual(['hants.advice_line', 'hants.dispersed', 'uk.refuge_national', 'ext.mens'])
    expect(shownToPerson(of(wantsPlace), TODAY)).toEqual([
      {
        service: 'hants.advice_line',
        says: 'adviceLine',
        name: 'Hampshire Domestic Abuse Advice Line',
        reach: { phone: '03300 165 112', otherWay: null, email: null, web: null, hours: null }
      }
    ])
  })

  it('is at most three, in order, once an operator has confirmed them', () => {
    expect(shownToPerson(of(wantsPlace), TODAY, allConfirmed).map(({ service }) => service)).toEqual([
      'hants.advice_line',
      'hants.dispersed',
      'uk.refuge_national'
    ])
  })

  it('names no safe place: it says that a worker can look with them, and gives the line', () => {
    const [, place] = shownToPerson(of(wantsPlace), TODAY, allConfirmed)
    expect(place).toMatchObject({ says: 'place', name: null, reach: { phone: '03300 165 112' } })
  })

  it('leaves out what has not begun or has ended', () => {
    const early = withFile({ 'ext.mens': { verified, validFrom: '2026-12-03' } })
    const late = withFile({ 'ext.mens': { verified, validTo: '2026-12-01' } })
    const today = withFile({ 'ext.mens': { verified, validFrom: TODAY, validTo: TODAY } })
    const isShown = (directory: Directory) =>
      shownToPerson(of(wantsPlace), TODAY, directory).some(({ service }) => service === 'ext.mens')
    expect([early, late, today].map(isShown)).toEqual([false, false, true])
  })

  it('leaves out what an operator keeps for staff, though somebody confirmed it', () => {
    const forStaff = withFile({ 'ext.mens': { verified, staffOnly: true } })
    const shown = shownToPerson(of(wantsPlace), TODAY, forStaff).map(({ service }) => service)
    expect(shown).toEqual(['hants.advice_line'])
  })

  it('keeps a core number whatever its dates say', () => {
    const ended = withFile({ 'hants.advice_line': { validTo: '2020-01-01' } })
    expect(shownToPerson(of(wantsPlace), TODAY, ended)).toHaveLength(1)
  })

  it('is nothing when it is not OK to write', () => {
    expect(shownToPerson(of({ ...wantsPlace, channelOk: 'no', dangerNow: 'yes' }), TODAY, allConfirmed)).toEqual([])
  })

  it('is, for anybody at all, at most three, nothing for staff, and no name of a place', () => {
    fc.assert(
      fc.property(someFacts, fc.boolean(), (facts, outOfHours) => {
        const found = match(facts, outOfHours)
        const shown = shownToPerson(found, TODAY, allConfirmed)
        expect(shown.length).toBeLessThanOrEqual(3)
        for (const { service, says, name } of shown) {
          const row = allConfirmed.get(service)
          expect(found.services).toContain(service)
          expect(row?.staffOnly).toBe(false)
          if (row?.locationConfidential) expect([says, name]).toEqual(['place', null])
        }
        const unconfirmed = shownToPerson(found, TODAY)
        expect(unconfirmed.every(({ service }) => DIRECTORY.get(service)?.core)).toBe(true)
      }),
      { numRuns: 4_000 }
    )
  })
})
