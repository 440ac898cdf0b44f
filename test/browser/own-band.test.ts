// A worker sets their own band while they write to the person: neither is lost for the other.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Person } from './person.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

let stage: Stage

beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

it('stands on the open page at once, and what was being written is still there', async () => {
  const { browser, product, elsewhere } = stage
  const robin = await Worker.signIn(browser, product.staff, await product.signIn(), 'Robin')
  const { page } = robin
  const person = await Person.at(browser, product.chat, elsewhere.url)
  await person.open()
  await person.choose('channelOk', 'yes')
  await person.isAsked('dangerNow')
  await person.press('person')
  await person.page.locator('[data-live]').waitFor()
  await robin.toDesk()
  await page.locator('form[action$="/take"]').waitFor()
  await robin.openWaiting()
  await robin.take()

  await page.locator('#text').fill('I am just reading')
  await page.locator('#own-band summary').click()
  await page.locator('#own-band [value="high"]').check()
  await page.locator('#reason').fill('I heard shouting')
  await page.locator('#own-band button').click()
  await page.locator('#ten-seconds', { hasText: 'High, set by a worker.' }).waitFor()
  await page.locator('#summary', { hasText: 'Reason: I heard shouting' }).waitFor()
  expect(await page.locator('#text').inputValue()).toBe('I am just reading')
  await expect.poll(() => page.locator('#reason').inputValue()).toBe('')

  await page.locator('#reason').fill('It is quiet now')
  await person.exit.click()
  await page.locator('.actions .complaint').waitFor()
  expect(await page.locator('#own-band textarea[readonly]').inputValue()).toBe('It is quiet now')
})
