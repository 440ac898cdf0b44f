import { expect, test } from 'vitest'
import { shortOr } from '../long-forms.ts'
import { type DeskPlan, deskRun } from './desk-run.ts'

test('two processes are one desk: whoever is killed, each word arrives once, one worker has each person, no clock is lost', async () => {
  const report = await deskRun(
    shortOr<DeskPlan>(
      { people: 10, leave: 3, kills: 10, between: [400, 1_500], seed: 11 },
      { people: 10, leave: 3, kills: 300, between: [300, 3_000], seed: Date.now() % 100_000 }
    )
  )
  console.log(
    `${report.kills} kills, ${report.inFlight} of them with words in flight; ${report.cuts} streams cut; ` +
      `${report.ofPeople} words of people and ${report.ofWorkers} of workers acknowledged, ${report.refused} refused, ` +
      `${report.tooLate} takes too late; ${report.looks} looks saw ${report.stages.join(', ')}`
  )
  expect(report.faults).toEqual([])
  expect(report.inFlight).toBeGreaterThan(report.kills / 2)
  expect(report.ofPeople).toBeGreaterThan(report.kills)
  expect(report.ofWorkers).toBeGreaterThan(report.kills)
  expect(report.stages).toEqual(expect.arrayContaining(['queued', 'offered', 'claimed', 'live', 'left']))
}, 3_600_000)
