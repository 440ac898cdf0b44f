// Call-backs by keyboard alone at a desk, and on a small screen without script: nobody is barred from what is safe.
import { randomBytes } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { windowEnd } from '../../src/conversation/contact-window.ts'
import { agreed } from '../console/agreed.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'
import { barriersIn } from './barriers.ts'
import { DESK, PHONE } from './chromium.ts'
import { seen, words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

/** In ms: pages are looked at by every rule on two screens. */
const PATIENCE = 180_000

let stage: Stage
let product: TestProduct
beforeAll(async () => {
  const masterKey = randomBytes(32)
  stage = await raiseStage({ MASTER_KEY: masterKey.toString('base64') })
  product = await openTestProduct({ databaseUrl: stage.databaseUrl, masterKey })
}, PATIENCE)
afterAll(async () => {
  await product?.close()
  await stage?.close()
})

/** Times that are not now, whenever this runs. */
const another = () => ['weekend', 'weekdayMorning'].find(time => windowEnd([time], new Date()) === null) ?? 'weekend'

async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport)
    faults.push(...(await barriersIn(page)).map(fault => `${viewport.width}: ${fault}`))
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    if (isWide) faults.push(`${viewport.width}: it scrolls sideways`)
    const folder = process.env.SIDEDOOR_PICTURES
    const name = new URL(page.url()).pathname.startsWith('/c/') ? 'conversation' : 'list'
    if (folder) await page.screenshot({ path: `${folder}/call-backs-${name}-${viewport.width}.png`, fullPage: true })
  }
  return faults
}

it('somebody is tried, with a reason, by keyboard alone; and given up without script', {
  timeout: PATIENCE
}, async () => {
  const person = await agreed(product, { times: [another()], voicemail: 'yes' })
  const robin = await Worker.signIn(stage.browser, stage.product.staff, stage.product.signIn, 'Robin')
  const link = await robin.invite()
  const { page } = robin
  const tabTo = async (there: Locator) => {
    for (let press = 0; press < 120; press += 1) {
      if (await there.evaluate(element => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    expect.fail('it cannot be reached by keyboard')
  }

  await robin.toDesk()
  await tabTo(page.locator('a[href="/call-backs"]'))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/call-backs')
  expect(await faultsOf(page)).toEqual([])
  await tabTo(page.locator(`a[href="/c/${person.reference}"]`))
  await page.keyboard.press('Enter')
  const override = page.locator('#call-back details[data-keep="override"]')
  await tabTo(override.locator('summary'))
  await page.keyboard.press('Enter')
  expect(await faultsOf(page)).toEqual([])
  await tabTo(override.locator('input[name="override"]'))
  await page.keyboard.press('Space')
  await tabTo(page.locator('#override-why'))
  await page.keyboard.type('They rang and asked for it')
  await tabTo(override.locator('button'))
  await page.keyboard.press('Enter')
  await page.locator('#attempt-note').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await tabTo(page.locator('input[name="result"]').first())
  await page.keyboard.press('ArrowDown')
  await tabTo(page.locator('#attempt-note'))
  await page.keyboard.type('Rang out')
  await tabTo(page.locator('form[action$="/attempt"] button'))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/call-backs')
  expect(await seen(page.locator('.queue'))).toContain(words.staff('callBackTries', { tries: '1' }))

  const kim = await Worker.signIn(stage.browser, stage.product.staff, link, 'Kim', {
    javaScriptEnabled: false,
    viewport: PHONE
  })
  await kim.page.goto(`${kim.staff}/call-backs`)
  await kim.page.locator(`a[href="/c/${person.reference}"]`).click()
  expect(await seen(kim.page.locator('#recorded'))).toContain('They rang and asked for it')
  await kim.page.locator('#call-back details[data-keep="call-back-end"] summary').click()
  await kim.page.locator('#call-back-end').fill('They are safe now')
  await kim.page.locator('form[action$="/call-back-end"] button').click()
  await kim.page.getByText(words.staff('callBacksNone')).waitFor()
  await expect.poll(() => seen(page.locator('#call-backs'))).toContain(words.staff('callBacksNone'))
  const read = await product.conversations.read(person.id)
  expect(read?.conversation.status).toBe('closed')
  expect(read?.records).toMatchObject([
    { result: 'overridden', by: 'Robin' },
    { result: 'noAnswer', text: 'Rang out', by: 'Robin' },
    { result: 'givenUp', text: 'They are safe now', by: 'Kim' }
  ])
})
