// Thirteen who meet in real browsers and by text. Only when asked for: it takes minutes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import { inBrowsers } from '../browser/desk/gather.ts'
import { openElsewhere } from '../browser/elsewhere.ts'
import { deskRun } from '../crash/desk/run.ts'
import { kills, plan, tell } from '../crash/desk/tell.ts'

let browser: Awaited<ReturnType<typeof launchChromium>>
let elsewhere: Awaited<ReturnType<typeof openElsewhere>>
beforeAll(async () => {
  browser = await launchChromium()
  elsewhere = await openElsewhere()
})
afterAll(async () => {
  await browser?.close()
  await elsewhere?.close()
})

/** Slower than the plain run: a page has to be drawn, and a colleague has to see that they are asked. */
const inTheirHands = () => ({
  ...plan,
  between: [6_000, 15_000] as const,
  cuts: { every: 5_000, bellIn: 4 },
  transferWithin: '10s',
  settings: { EXIT_URL: elsewhere.url },
  gather: inBrowsers(browser, elsewhere.url)
})

test('three workers and ten people in real browsers and by text, whoever is killed: each word stands once and in order, one worker has each', async () => {
  const report = await deskRun({ ...inTheirHands(), kills: kills(10, 30) })
  tell(report)
  expect(report.faults).toEqual([])
  expect(report.inFlight).toBeGreaterThan(report.kills / 2)
  expect(report.ofPeople).toBeGreaterThan(report.kills)
  expect(report.ofWorkers).toBeGreaterThan(report.kills)
  expect(report.quietest).toBeGreaterThan(0)
}, 3_600_000)

test('the same with Azure failing beside it in every way', async () => {
  const report = await deskRun({ ...inTheirHands(), azure: true, kills: kills(5, 20) })
  tell(report)
  expect(report.faults).toEqual([])
  expect(report.posts).toBeGreaterThan(0)
}, 3_600_000)
