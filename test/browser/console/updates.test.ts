// A page brought up to date while somebody is in it: they stay where they are, with what they have written.
import { randomUUID } from 'node:crypto'
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { agreed } from '../../console/agreed.ts'
import { hasFocus } from '../keyboard.ts'
import { type Member, OpenConsole } from './open-console.ts'
import { NOW, onWednesday } from './wednesday.ts'

onWednesday()
let on: OpenConsole
let robin: Member
let kim: Member
beforeAll(async () => {
  on = await OpenConsole.open()
  robin = await on.signIn('Robin')
  kim = await on.signIn('Kim')
})
afterEach(() => on.empty())
afterAll(() => on?.close())

/** Marks a part as it stands, does something, and waits until the part has been rendered anew. */
async function renewed(part: Locator, act: () => Promise<unknown>): Promise<void> {
  const old = await part.locator('> *').first().elementHandle()
  await act()
  await expect.poll(() => old?.evaluate(one => one.isConnected), { timeout: 10_000 }).toBe(false)
}
const joinsIn = (conversation: string) =>
  on.product.conversations.tend(conversation, { type: 'SUPERVISOR_JOINS', by: robin }, randomUUID())

/** Kim has somebody and has spoken to them. */
async function kimWrites() {
  const person = await on.with(kim)
  const hello = { conversation: person.id, messageId: randomUUID(), worker: kim, text: 'Hello, I am here now.' }
  await on.product.conversations.speak(hello)
  await on.go(kim.page, `/c/${person.reference}`)
  // The stream is there.
  await kim.page.locator('#calls span').waitFor({ state: 'attached' })
  return person
}

it('the words, the focus and the caret stay in the field where a worker writes', async () => {
  const { page, field } = kim
  const { id } = await kimWrites()
  await field.fill('I am just reading')
  await field.evaluate((one: HTMLTextAreaElement) => one.setSelectionRange(2, 4))
  await renewed(page.locator('#actions'), () => joinsIn(id))
  expect(await field.inputValue()).toBe('I am just reading')
  expect(await hasFocus(field)).toBe(true)
  expect(await field.evaluate((one: HTMLTextAreaElement) => [one.selectionStart, one.selectionEnd])).toEqual([2, 4])
  await page.keyboard.type('was')
  expect(await field.inputValue()).toBe('I was just reading')
})

it('words that did not go when a conversation ends stand alone, to be copied, and nothing of it beside them', async () => {
  const { page, field } = robin
  const { id, reference } = await kimWrites()
  await joinsIn(id)
  await on.go(page, `/c/${reference}#text`)
  await page.locator('#calls span').waitFor({ state: 'attached' })
  await field.fill('The refuge has a room')
  await on.product.conversations.close(id, kim, randomUUID())
  const kept = page.locator('main textarea[readonly]')
  await kept.waitFor()
  expect(await kept.inputValue()).toBe('The refuge has a room')
  expect(await page.locator('main').textContent()).not.toContain('Hello, I am here now.')
  expect(await page.locator('[role="alert"]').textContent()).toContain('was not sent')
  await page.getByRole('link', { name: 'Go on' }).press('Enter')
  await page.locator('main:not(:has(textarea))').waitFor()
})

it('whoever signs out elsewhere leaves no words on the screen', async () => {
  const { page, field } = await on.signIn('Ada')
  const { reference } = await on.asks()
  await on.go(page, `/c/${reference}`)
  await page.locator('#calls span').waitFor({ state: 'attached' })
  await page.locator('form[action$="/take"] button').press('Enter')
  await field.fill('The refuge has a room')
  const other = await page.context().newPage()
  await on.go(other, '/')
  await other.locator('form[action="/sign-out"] button').press('Enter')
  await page.locator('main:not([data-events])').waitFor({ timeout: 30_000 })
  expect(await page.content()).not.toContain('The refuge')
  await other.close()
})

it('whoever is at something folded, or at the second of two choices, is there afterwards', async () => {
  const { page } = kim
  const { id } = await kimWrites()
  const folded = page.locator('#closing summary')
  await folded.press('Enter')
  await renewed(page.locator('#closing'), () => joinsIn(id))
  expect(await hasFocus(folded)).toBe(true)
  expect(await page.locator('#closing details').getAttribute('open')).not.toBeNull()
  const second = page.locator('#closing [name="outcome"]').nth(1)
  await second.check()
  await second.focus()
  await renewed(page.locator('#closing'), () =>
    on.product.conversations.tend(id, { type: 'SUPERVISOR_LEAVES', by: robin }, randomUUID())
  )
  expect([await hasFocus(second), await second.isChecked()]).toEqual([true, true])
})

it('what was written in one form of a call-back never comes to stand in another', async () => {
  const { page } = kim
  const { id, reference } = await agreed(on.product, { times: [NOW] })
  await on.go(page, `/c/${reference}`)
  await page.locator('#calls span').waitFor({ state: 'attached' })
  await page.locator('details[data-keep="call-back-end"] summary').press('Enter')
  const end = page.locator('#call-back-end')
  await end.fill('They are safe now')
  const entered = page.locator('form[action$="/call-back"] input[name="once"]')
  // In another tab of theirs.
  const other = await page.context().newPage()
  await on.go(other, `/c/${reference}`)
  await renewed(page.locator('#call-back'), () => other.locator('form[action$="/call-back"] button').press('Enter'))
  expect(await entered.count()).toBe(0)
  expect(await page.locator('#attempt-note').inputValue()).toBe('')
  expect([await end.inputValue(), await hasFocus(end)]).toEqual(['They are safe now', true])
  expect((await on.product.conversations.read(id))?.conversation.status).toBe('open')
  await other.close()
})

it('a list that grows leaves the focus alone, and when what it was at is gone it goes on from there', async () => {
  const { page } = kim
  const first = await on.asks()
  await on.go(page, '/')
  await page.locator('#calls span').waitFor({ state: 'attached' })
  const take = page.locator(`form[action="/c/${first.reference}/take"] button`)
  await take.focus()
  await renewed(page.locator('#queue'), () => on.asks())
  expect(await hasFocus(take)).toBe(true)
  await renewed(page.locator('#queue'), () => first.does({ type: 'leave' }))
  expect(await hasFocus(page.locator('#queue'))).toBe(true)
  await page.keyboard.press('Tab')
  expect(await hasFocus(page.locator('#queue form[action$="/take"] button'))).toBe(true)
})
