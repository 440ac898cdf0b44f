import { expect, test } from 'vitest'
import { StaffDesk } from '../../src/handover/desk.ts'
import { OpeningHours } from '../../src/handover/opening-hours.ts'
import { byUrgency } from '../../src/handover/queue-order.ts'
import type { HandoverType } from '../../src/triage/handover-type.ts'

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

test('the urgent come first, then the type of handover, then whoever has waited longest', () => {
  const waiting = (name: string, urgent: boolean, type: HandoverType, minute: number) => ({
    name,
    urgent,
    type,
    requestedAt: new Date(Date.UTC(2026, 0, 1, 12, minute))
  })
  const queue = [
    waiting('harmer', false, 'harmer_queue', 0),
    waiting('standard early', false, 'standard', 1),
    waiting('priority late', false, 'priority', 9),
    waiting('standard late', false, 'standard', 5),
    waiting('urgent once', true, 'standard', 9),
    waiting('child', true, 'urgent_safeguarding', 2),
    waiting('urgent late', true, 'urgent', 8),
    waiting('urgent early', true, 'urgent', 7)
  ]
  expect(queue.toSorted(byUrgency).map(item => item.name)).toEqual([
    'urgent early',
    'urgent late',
    'child',
    'urgent once',
    'priority late',
    'standard early',
    'standard late',
    'harmer'
  ])
})
