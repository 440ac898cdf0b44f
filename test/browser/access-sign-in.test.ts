// No barrier before the desk: signing in, setting what one signs in with, looking after accounts, reading the record.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Look } from './access-look.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

/** In ms: every page is looked at on every screen, by every rule. */
const WALK_PATIENCE = 180_000
/** Passkeys are bound to a host name. */
const named = (address: string) => address.replace('127.0.0.1', 'localhost')

let stage: Stage
beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

it('a member can read every page about their account', { timeout: WALK_PATIENCE }, async () => {
  const { browser, product } = stage
  const look = Look.asWorker()
  const staff = named(product.staff)
  const { page } = await Worker.signIn(browser, staff, named(product.signIn), 'Robin')
  const at = async (state: string, path: string) => {
    await page.goto(new URL(path, staff).href)
    await page.locator('details').evaluateAll(boxes => {
      for (const box of boxes) box.setAttribute('open', '')
    })
    await look.at(state, page)
  }
  await at('account', '/account')
  await at('password', '/account/password')
  await at('accounts', '/accounts')
  await at('record', '/audit')
  await page.context().clearCookies()
  await at('sign-in page', '/sign-in')
  await page.locator('form.prove').evaluate(form => (form as HTMLFormElement).submit())
  await page.getByRole('alert').filter({ visible: true }).waitFor()
  await look.at('sign-in page, not let in', page)
  expect(look.faults).toEqual([])
  expect(look.states).toHaveLength(6)
})
