import { expect, test } from 'vitest'
import { shortOr } from '../long-forms.ts'
import { type KillPlan, killRun } from './kill-run.ts'

test('nobody loses a word and nothing is said twice when everything is killed in the middle', async () => {
  const report = await killRun(
    shortOr<KillPlan>(
      { conversations: 60, atOnce: 10, messagesEach: 10, killsMax: 12, between: [30, 350] },
      { conversations: 1_000, atOnce: 12, messagesEach: 60, killsMax: 500, between: [30, 400] }
    )
  )
  console.log(
    `${report.kills} kills, ${report.midTurn} of them in the middle of a turn; ${report.acknowledged} messages acknowledged: ` +
      `${report.lost} lost, ${report.doubled} handled twice, ${report.misordered} out of order, ${report.refused} refused, ${report.outwaited} not waited for`
  )
  expect(report).toMatchObject({ lost: 0, doubled: 0, misordered: 0, refused: 0 })
  expect(report.acknowledged).toBeGreaterThan(0)
  expect(report.kills).toBeGreaterThan(5)
  expect(report.midTurn).toBeGreaterThan(report.kills / 2)
}, 3_600_000)
