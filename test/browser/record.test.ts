// A worker writes things down while they write to the person: by keyboard alone, and nothing is lost on the way.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tabTo } from './keyboard.ts'
import { Person } from './person.ts'
import { seen, words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

let stage: Stage

beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

it('all of it by keyboard, beside a message that is being written', async () => {
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

  const opens = async (part: string) => {
    await tabTo(page, page.locator(`#${part} > details > summary`))
    await page.keyboard.press('Enter')
  }

  // What is ready goes into the field, and only then to the person.
  await page.locator('#text').fill('Good evening.')
  await opens('ready')
  await tabTo(page, page.locator('#ready button[value="stillHere"]'))
  await page.keyboard.press('Enter')
  expect(await page.locator('#text').inputValue()).toBe('Good evening. I am still here.')
  expect(await page.locator('#text').evaluate(field => field === document.activeElement)).toBe(true)
  expect(await page.locator('.from-worker').count()).toBe(0)

  await opens('note-form')
  await tabTo(page, page.locator('#note'))
  await page.keyboard.type('Soft voice, short answers')
  await page.keyboard.press('Enter')
  await page.locator('#notes', { hasText: 'Soft voice, short answers' }).waitFor()
  await page.locator('#note-form .saved', { hasText: words.staff('recordSaved') }).waitFor()
  expect(await page.locator('#note').inputValue()).toBe('')

  await opens('action')
  await tabTo(page, page.locator('#action-kind'))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, page.locator('#action-text'))
  await page.keyboard.type('Rang the lead')
  await page.keyboard.press('Enter')
  await page.locator('#recorded', { hasText: `${words.staff('action-safeguarding')}: Rang the lead` }).waitFor()

  // An outcome that was begun outlives a choice that is saved beside it.
  await page.locator('#closing > details > summary').click()
  await page.locator('#closing [value="signposted"]').check()
  await page.locator('#closing-done').fill('Went through the numbers')
  await opens('offered')
  await tabTo(page, page.locator('#offered select').first())
  await page.keyboard.press('ArrowDown')
  await tabTo(page, page.locator('#offered button'))
  await page.keyboard.press('Enter')
  await page.locator('#recorded', { hasText: words.staff('cameOfIt-accepted') }).waitFor()
  await expect.poll(() => page.locator('#closing select').first().inputValue()).toBe('accepted')
  expect(await page.locator('#closing [value="signposted"]').isChecked()).toBe(true)
  expect(await page.locator('#closing-done').inputValue()).toBe('Went through the numbers')
  expect(await page.locator('#text').inputValue()).toBe('Good evening. I am still here.')

  await page.locator('#closing button').press('Enter')
  await page.waitForURL(({ pathname }) => pathname === '/')
  await person.page.locator('[data-now=ended]').waitFor()
  const shown = await seen(person.page.locator('body'))
  expect(shown).toContain(words.message('closed'))
  expect(shown).not.toMatch(/Soft voice|the numbers/)
})
