// What people are asked, as staff see it: by keyboard, and without script.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

let stage: Stage
let worker: Worker

beforeAll(async () => {
  stage = await raiseStage()
  worker = await Worker.signIn(stage.browser, stage.product.staff, await stage.product.signIn(), 'Robin')
})
afterAll(() => stage?.close())

const ABOUT_SELF =
  'channelOk=yes&dangerNow=no&audience=survivor&personNear=no&deviceWatched=no&ageBand=18plus&privacyLimits=ok&wantsNow=questions'
const SEVERAL = `${ABOUT_SELF}&wants=talk&area=winchester&safeTonight=yes&relationship=partner&livesWith=yes&fear=very&believesSerious=no&physical=thisWeek&neck=no&weapon=no`

it('a path is played by keyboard alone, and a sheet is scrolled by it', async () => {
  const { page } = worker
  await page.goto(`${stage.product.staff}/flows/try?${SEVERAL}`)
  await page.locator('#content').focus()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('value'))
  for (let presses = 0; (await focused()) !== 'child'; presses++) {
    if (presses > 20) expect.fail('the choice is not reached')
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Space')
  while ((await page.evaluate(() => document.activeElement?.tagName)) !== 'BUTTON') await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/threatsToKill=child/)

  await page.setViewportSize({ width: 640, height: 400 })
  await page.goto(`${stage.product.staff}/flows/path/survivor`)
  const sheet = page.locator('.sheet').first()
  await sheet.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => sheet.evaluate(box => box.scrollLeft), { timeout: 10_000 }).toBeGreaterThan(0)
})

it('and without script', async () => {
  const { context } = worker
  const plain = await stage.browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() })
  const page = await plain.newPage()
  await page.goto(`${stage.product.staff}/flows/try`)
  await page.locator('button[name="channelOk"][value="yes"]').click()
  await page.locator('button[name="dangerNow"][value="no"]').waitFor()
  expect(new URL(page.url()).search).toContain('channelOk=yes')
  await plain.close()
})
