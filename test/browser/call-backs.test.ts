// Call-backs by keyboard alone at a desk, and on a small screen without script: nobody is barred from what is safe.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { windowEnd } from '../../src/conversation/contact-window.ts'
import { agreed } from '../console/agreed.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'
import { PHONE } from './chromium.ts'
import { tabTo } from './keyboard.ts'
import { seen, words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

/** In ms: somebody is tried, given up, and seen by two workers. */
const PATIENCE = 120_000

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

it('somebody is tried, with a reason, by keyboard alone; and given up without script', {
  timeout: PATIENCE
}, async () => {
  const person = await agreed(product, { times: [another()], voicemail: 'yes' })
  const robin = await Worker.signIn(stage.browser, stage.product.staff, await stage.product.signIn(), 'Robin')
  const link = await robin.invite(stage.product.codeFor)
  const { page } = robin

  await robin.toDesk()
  await tabTo(page, page.locator('a[href="/call-backs"]'))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/call-backs')
  await tabTo(page, page.locator(`a[href="/c/${person.reference}"]`))
  await page.keyboard.press('Enter')
  const override = page.locator('#call-back details[data-keep="override"]')
  await tabTo(page, override.locator('summary'))
  await page.keyboard.press('Enter')
  await tabTo(page, override.locator('input[name="override"]'))
  await page.keyboard.press('Space')
  await tabTo(page, page.locator('#override-why'))
  await page.keyboard.type('They rang and asked for it')
  await tabTo(page, override.locator('button'))
  await page.keyboard.press('Enter')
  await page.locator('#attempt-note').waitFor()
  await tabTo(page, page.locator('input[name="result"]').first())
  await page.keyboard.press('ArrowDown')
  await tabTo(page, page.locator('#attempt-note'))
  await page.keyboard.type('Rang out')
  await tabTo(page, page.locator('form[action$="/attempt"] button'))
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
