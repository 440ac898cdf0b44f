import { expect, test } from 'vitest'
import { textRun } from './text-run.ts'

const soak = process.env.SIDEDOOR_SOAK === '1'

test('whoever texts is heard once and answered once, in order, when everything is killed in the middle', async () => {
  const report = await textRun(
    soak
      ? { people: 12, kills: 50, between: [300, 3_000], seed: 7 }
      : { people: 6, kills: 8, between: [300, 1_500], seed: 7 }
  )
  console.log(
    `${report.kills} kills, ${report.inFlight} of them while something was in flight; ${report.texts} texts came in, ` +
      `${report.sent} went out, ${report.lookUps} look-ups: ${report.misread.length} people misread, ${report.misheard.length} misheard`
  )
  expect(report).toMatchObject({ misread: [], misheard: [] })
  expect(report.inFlight).toBeGreaterThan(report.kills / 2)
  // Otherwise no kill came between a text's being taken and our knowing it, and nothing was shown.
  expect(report.lookUps).toBeGreaterThan(0)
}, 3_600_000)
