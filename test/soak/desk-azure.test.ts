// Only when asked for: on a busy machine it takes minutes.
import { expect, test } from 'vitest'
import { deskRun } from '../crash/desk/run.ts'
import { kills, plan, tell } from '../crash/desk/tell.ts'

test('Azure fails beside it all and nobody notices: each word still arrives once, nobody waits, and nothing is left there unknown', async () => {
  const report = await deskRun({ ...plan, azure: true, kills: kills(3, 100) })
  tell(report)
  expect(report.faults).toEqual([])
  expect(report.posts).toBeGreaterThan(0)
  // A call that hangs is given up after five seconds: whoever waited for one would be seen here.
  expect(report.slowest).toBeLessThan(3_000)
}, 3_600_000)
