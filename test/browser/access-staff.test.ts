// No barrier at the desk either: a worker reads a summary at night, or at twice the size.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Look } from './access-look.ts'
import { Person } from './person.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

/** In ms: every page is looked at on every screen, by every rule. */
const WALK_PATIENCE = 240_000

let stage: Stage

beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

it('a worker can read every page of theirs', { timeout: WALK_PATIENCE }, async () => {
  const { browser, product, elsewhere } = stage
  const look = Look.asWorker()

  const visitor = await browser.newPage()
  await visitor.goto(product.staff)
  await look.at('staff, not signed in', visitor)
  await visitor.goto(product.signIn)
  await look.at('staff, sign-in', visitor)
  await visitor.close()

  const worker = await Worker.signIn(browser, product.staff, product.signIn, 'Robin')
  await look.at('staff, empty queue', worker.page)
  const passing = await Person.at(browser, product.chat, elsewhere.url)
  await passing.open()
  await passing.choose('channelOk', 'unsure')
  await passing.choose('dangerNow', 'unsure')
  await passing.isAsked('audience')
  await passing.exit.click()
  await passing.page.waitForURL(elsewhere.url)
  await passing.close()
  const person = await Person.at(browser, product.chat, elsewhere.url)
  await person.open()
  await person.choose('channelOk', 'yes')
  await person.isAsked('dangerNow')
  await person.say('They said they would find me')
  await person.choose('dangerNow', 'yes')
  await person.press('person')
  await person.page.locator('[data-live]').waitFor()
  await worker.toDesk()
  await worker.page.locator('form[action$="/take"]').waitFor()
  await look.at('staff, queue', worker.page)
  await worker.readUnclaimed()
  await look.at('staff, somebody who asked for no one', worker.page)
  await worker.toDesk()
  await worker.openWaiting()
  await look.at('staff, conversation not taken', worker.page)
  await worker.take()
  await worker.write('Hello, you are talking to me now.')
  await worker.page.locator('.from-worker').waitFor()
  await look.at('staff, conversation', worker.page)
  await worker.page.locator('details').evaluateAll(boxes => {
    for (const box of boxes) box.setAttribute('open', '')
  })
  await look.at('staff, everything open', worker.page)
  await person.exit.click()
  await worker.page.locator('.actions .complaint').waitFor()
  await look.at('staff, the person has left', worker.page)

  expect(look.faults).toEqual([])
  expect(look.states).toHaveLength(9)
})
