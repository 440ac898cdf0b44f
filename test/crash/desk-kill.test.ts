import { expect, test } from 'vitest'
import { countFrom, shortOr } from '../long-forms.ts'
import { type DeskPlan, type DeskReport, deskRun } from './desk-run.ts'

const seed = countFrom('SIDEDOOR_SEED', shortOr(11, Date.now() % 100_000))
const kills = (short: number, long: number) => countFrom('SIDEDOOR_KILLS', shortOr(short, long))
const plan: Omit<DeskPlan, 'kills'> = {
  people: 10,
  byText: 3,
  leave: 3,
  between: shortOr([1_000, 3_000], [300, 3_000]),
  seed
}

const tell = (report: DeskReport) =>
  console.log(
    `SIDEDOOR_SEED=${seed}: ${report.kills} kills, ${report.inFlight} of them with words in flight; ${report.cuts} streams cut; ` +
      `${report.ofPeople} words of people and ${report.ofWorkers} of workers acknowledged (the quietest wrote ${report.quietest}), ${report.refused} refused, ` +
      `${report.tooLate} takes too late, ${report.handedOver} times a colleague was asked for; ${report.texts} texts, ${report.lookUps} look-ups; ` +
      `${report.posts} posts in Azure, ${report.outside} words from there, ${report.threadsLeft} threads left there; ` +
      `slowest word ${report.slowest} ms; ${report.looks} looks saw ${report.stages.join(', ')}; ${report.faults.length} faults`
  )

test('two processes are one desk: whoever is killed, each word arrives once, by page or by text, one worker has each person, no clock is lost', async () => {
  const report = await deskRun({ ...plan, kills: kills(6, 300) })
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

test('Azure fails beside it all and nobody notices: each word still arrives once, nobody waits, and nothing is left there unknown', async () => {
  const report = await deskRun({ ...plan, azure: true, kills: kills(3, 100) })
  tell(report)
  expect(report.faults).toEqual([])
  expect(report.posts).toBeGreaterThan(0)
  // A call that hangs is given up after five seconds: whoever waited for one would be seen here.
  expect(report.slowest).toBeLessThan(3_000)
}, 3_600_000)
