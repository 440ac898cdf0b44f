import { expect, test } from 'vitest'
import { StaffDesk } from '../../src/handover/desk.ts'
import { OpeningHours } from '../../src/handover/opening-hours.ts'

const nobody = { onDutyCount: () => Promise.resolve(0) }
const somebody = { onDutyCount: () => Promise.resolve(1) }
const hours = OpeningHours.read('Mo-Fr 09:00-17:00')
const tuesdayNoon = new Date('2026-01-13T12:00:00Z')
const tuesdayNight = new Date('2026-01-13T23:00:00Z')

test('without opening hours the line is open exactly while a worker is on duty', async () => {
  expect(await new StaffDesk(somebody, null).availability(tuesdayNight)).toEqual({
    onDuty: true,
    open: true,
    opensAt: null
  })
  expect(await new StaffDesk(nobody, null).availability(tuesdayNoon)).toEqual({
    onDuty: false,
    open: false,
    opensAt: null
  })
})

test('with opening hours, being open and somebody being there are two different things', async () => {
  expect(await new StaffDesk(nobody, hours).availability(tuesdayNoon)).toEqual({
    onDuty: false,
    open: true,
    opensAt: null
  })
  expect(await new StaffDesk(somebody, hours).availability(tuesdayNight)).toEqual({
    onDuty: true,
    open: false,
    opensAt: '09:00 on Wednesday'
  })
})
