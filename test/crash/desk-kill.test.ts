import { expect, test } from 'vitest'
import { shortOr } from '../long-forms.ts'
import { deskRun } from './desk/run.ts'
import { kills, plan, tell } from './desk/tell.ts'

test('two processes are one desk: whoever is killed, each word arrives once, by page or by text, one worker has each person, no clock is lost', async () => {
  const report = await deskRun({ ...plan, kills: kills(5, 300) })
  tell(report)
  expect(report.faults).toEqual([])
  expect(report.inFlight).toBeGreaterThan(report.kills / 2)
  expect(report.ofPeople).toBeGreaterThan(report.kills)
  expect(report.ofWorkers).toBeGreaterThan(report.kills)
  // Every worker is really at the desk.
  expect(report.quietest).toBeGreaterThan(0)
  expect(report.handedOver).toBeGreaterThan(0)
  expect(report.texts).toBeGreaterThan(report.kills)
  // In the long form some kill comes between a text's being taken and our knowing it.
  expect(report.lookUps).toBeGreaterThanOrEqual(shortOr(0, 1))
  expect(report.stages).toEqual(expect.arrayContaining(['queued', 'offered', 'claimed', 'live', 'left']))
}, 3_600_000)
