import { expect, it } from 'vitest'
import { runDesk } from '../browser/desk/run.ts'

it('three workers and ten people in real browsers, whoever is killed: each word stands once and in order, one worker has each', async () => {
  const report = await runDesk({
    workers: 3,
    withScript: 7,
    withoutScript: 3,
    kills: 30,
    between: [1_000, 4_000],
    seed: Date.now() % 100_000
  })
  console.log(
    `${report.kills} kills, ${report.inFlight} of them with words in flight; connections cut ${report.cuts} times; ` +
      `${report.ofPeople} words of people and ${report.ofWorkers} of workers, ${report.refused} refused; ` +
      `${report.handedOn} times handed on or given back; ${report.looks} looks`
  )
  expect(report.faults).toEqual([])
  expect(report.inFlight).toBeGreaterThanOrEqual(report.kills / 2)
  expect(report.ofPeople).toBeGreaterThan(report.kills)
  expect(report.ofWorkers).toBeGreaterThan(report.kills)
}, 3_600_000)
