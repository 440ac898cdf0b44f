// The times somebody said are safe, by the clock on a wall in Hampshire: stated a second time by the days the clocks change.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowEnd } from '../../src/conversation/contact-window.ts'
import { shortOr } from '../long-forms.ts'

const HOUR = 3_600_000

/** Summer time, from and until 01:00 UTC. */
const SUMMERS = [
  ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'],
  ['2027-03-28T01:00:00Z', '2027-10-31T01:00:00Z']
].map(times => times.map(time => Date.parse(time)))
const CHANGES = SUMMERS.flat()

/** The clock on the wall, as a UTC date with the same digits. */
const onTheWall = (time: number): Date =>
  new Date(time + (SUMMERS.some(([from = 0, until = 0]) => time >= from && time < until) ? HOUR : 0))

const isOpen = (name: string, time: number): boolean => {
  const wall = onTheWall(time)
  const isWeekend = wall.getUTCDay() === 0 || wall.getUTCDay() === 6
  const isFrom = (from: number, to: number) => wall.getUTCHours() >= from && wall.getUTCHours() < to
  if (name === 'weekdayMorning') return !isWeekend && isFrom(8, 12)
  if (name === 'weekdayAfternoon') return !isWeekend && isFrom(12, 17)
  if (name === 'weekdayEvening') return !isWeekend && isFrom(17, 20)
  if (name === 'weekend') return isWeekend && isFrom(9, 20)
  return name === 'anyTime' && isFrom(9, 20)
}

const NAMES = ['weekdayMorning', 'weekdayAfternoon', 'weekdayEvening', 'weekend', 'anyTime']
const ANYTHING = [...NAMES, 'skip', 'toString', '__proto__', 'constructor', 'in the evening when he is out', '']

const ever = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-12-31T23:59:59Z') })
const nearAChange = fc
  .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -72 * HOUR, max: 72 * HOUR }))
  .map(([change, ms]) => change + ms)
/** On, just before and just after a full hour: where every window begins and ends. */
const onTheHour = fc
  .tuple(fc.oneof(ever, nearAChange), fc.constantFrom(-1000, -1, 0, 1, 999))
  .map(([time, ms]) => Math.round(time / HOUR) * HOUR + ms)
const moment = fc.oneof(ever, nearAChange, onTheHour)
const times = fc.subarray(ANYTHING)

describe('a time somebody agreed to', () => {
  it('is open on exactly the hours it names, whatever the clocks do', () => {
    fc.assert(
      fc.property(moment, times, (time, named) => {
        expect(windowEnd(named, new Date(time)) !== null).toBe(named.some(name => isOpen(name, time)))
      }),
      { numRuns: shortOr(3_000, 100_000) }
    )
  })

  it('is open until its end and no longer: at the end it is over, a moment before it is not', () => {
    fc.assert(
      fc.property(moment, times, (time, named) => {
        const end = windowEnd(named, new Date(time))?.getTime()
        if (end === undefined) return
        expect(end).toBeGreaterThan(time)
        expect(onTheWall(end).getTime() % HOUR).toBe(0)
        expect(onTheWall(end).toISOString().slice(0, 10)).toBe(onTheWall(time).toISOString().slice(0, 10))
        const open = named.filter(name => isOpen(name, time))
        expect(open.some(name => isOpen(name, end - 1))).toBe(true)
        expect(open.some(name => isOpen(name, end))).toBe(false)
      }),
      { numRuns: shortOr(3_000, 100_000) }
    )
  })

  it.each([
    ['the last Friday of winter time at nine', ['anyTime'], '2026-03-27T09:00:00Z', '2026-03-27T20:00:00Z'],
    [
      'the first day of summer time: nine by the wall is eight',
      ['weekend'],
      '2026-03-29T08:00:00Z',
      '2026-03-29T19:00:00Z'
    ],
    ['and a minute before it', ['weekend'], '2026-03-29T07:59:00Z', null],
    ['the day summer time ends', ['weekend'], '2026-10-25T09:00:00Z', '2026-10-25T20:00:00Z'],
    ['its hour that comes twice', ['weekend', 'anyTime'], '2026-10-25T01:30:00Z', null],
    ['the last evening of summer time', ['weekend'], '2027-10-30T18:59:59Z', '2027-10-30T19:00:00Z'],
    ['the first evening of winter time', ['weekend'], '2027-10-31T19:59:59Z', '2027-10-31T20:00:00Z'],
    ['midnight', NAMES, '2026-07-01T23:00:00Z', null],
    ['a Friday evening is no weekend', ['weekend'], '2026-07-03T18:00:00Z', null],
    ['a Saturday morning is no weekday', ['weekdayMorning'], '2026-07-04T08:00:00Z', null],
    ['eight on a Monday', ['weekdayMorning'], '2026-07-06T07:00:00Z', '2026-07-06T11:00:00Z'],
    ['noon belongs to the afternoon', ['weekdayMorning'], '2026-07-06T11:00:00Z', null],
    ['several: the latest end', ['weekdayMorning', 'anyTime'], '2026-07-06T09:00:00Z', '2026-07-06T19:00:00Z'],
    ['own words open nothing', 'evenings, when he is at work', '2026-07-06T12:00:00Z', null],
    ['a name nobody knows opens nothing', ['toString', 'always'], '2026-07-06T12:00:00Z', null],
    ['none named', undefined, '2026-07-06T12:00:00Z', null],
    ['skipped', 'skip', '2026-07-06T12:00:00Z', null]
  ])('%s', (_, named, now, end) => {
    expect(windowEnd(named, new Date(now))?.toISOString() ?? null).toBe(end && new Date(end).toISOString())
  })
})
