import { afterEach, describe, expect, test } from 'vitest'
import { OpeningHours } from '../../src/handover/opening-hours.ts'

const office = OpeningHours.read('Mo-Fr 09:00-17:00; PH off')
const at = (text: string) => new Date(text)

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe.each(['UTC', 'Europe/London', 'America/New_York', 'Pacific/Auckland'])('on a machine in %s', machine => {
  test('the line opens at nine by the clock in London, in winter and in summer', () => {
    process.env.TZ = machine
    expect(office.isOpen(at('2026-01-12T08:59:00Z'))).toBe(false)
    expect(office.isOpen(at('2026-01-12T09:00:00Z'))).toBe(true)
    expect(office.isOpen(at('2026-07-13T07:59:00Z'))).toBe(false)
    expect(office.isOpen(at('2026-07-13T08:00:00Z'))).toBe(true)
    expect(office.isOpen(at('2026-07-13T16:00:00Z'))).toBe(false)
  })

  test('the days on either side of a change of the clocks keep their hours', () => {
    process.env.TZ = machine
    expect(office.isOpen(at('2026-03-27T09:00:00Z'))).toBe(true)
    expect(office.isOpen(at('2026-03-30T08:00:00Z'))).toBe(true)
    expect(office.isOpen(at('2026-10-23T08:00:00Z'))).toBe(true)
    expect(office.isOpen(at('2026-10-26T08:59:00Z'))).toBe(false)
    expect(office.isOpen(at('2026-10-26T09:00:00Z'))).toBe(true)
  })

  test('a person who comes over the weekend of a change is told the right hour', () => {
    process.env.TZ = machine
    expect(office.opensNext(at('2026-03-28T12:00:00Z'))).toBe('09:00 on Monday')
    expect(office.opensNext(at('2026-10-25T00:30:00Z'))).toBe('09:00 on Monday')
  })
})

describe('when the line is closed', () => {
  test('a public holiday is closed, and the next day is named by its date when it is a week away', () => {
    expect(office.isOpen(at('2026-12-25T11:00:00Z'))).toBe(false)
    expect(office.opensNext(at('2026-12-25T11:00:00Z'))).toBe('09:00 on Tuesday')
    const rare = OpeningHours.read('2027 Jan 11 10:00-12:00')
    expect(rare.opensNext(at('2026-12-20T11:00:00Z'))).toBe('10:00 on Monday 11 January')
  })

  test('no hour is promised while it is open, or when it never opens', () => {
    expect(office.opensNext(at('2026-01-12T10:00:00Z'))).toBeNull()
    expect(OpeningHours.read('off').opensNext(at('2026-01-12T10:00:00Z'))).toBeNull()
    expect(OpeningHours.read('24/7').isOpen(at('2026-01-12T03:00:00Z'))).toBe(true)
  })
})

test('hours nobody can read are refused with one line that says what to do', () => {
  expect(() => OpeningHours.read('whenever!!')).toThrow(/^OPENING_HOURS cannot be read: .+$/)
})
