// Law 10: when everything behind the page is down, the page still has the numbers and the way out, and loses no word.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CORE_NUMBERS } from './for-people.ts'
import { Person } from './person.ts'
import { Visitor } from './plain.ts'
import { SOON, words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

describe.each([true, false])('while the database is away (script: %s)', javaScriptEnabled => {
  let person: Person
  beforeEach(async () => {
    person = await Person.at(stage.browser, stage.product.chat, stage.elsewhere.url, { javaScriptEnabled })
    await person.open()
    await person.choose('channelOk', 'yes')
    await person.isAsked('dangerNow')
  })
  afterEach(async () => {
    stage.database.mend()
    await person.close()
  })

  it('a person keeps their words, the numbers to call and the way out, and goes on when it is back', async () => {
    stage.database.cut()
    await person.field.fill('The kettle in the hall is blue')
    await person.field.press('Enter')
    await person.reads(words.page('down'))
    const screen = await person.words()
    for (const number of CORE_NUMBERS) expect(screen).toContain(number)
    const field = person.page.locator('[name="text"]')
    expect(await field.inputValue()).toBe('The kettle in the hall is blue')
    expect(await person.exit.isVisible()).toBe(true)
    stage.database.mend()
    if (javaScriptEnabled) await field.press('Enter')
    else await person.page.getByRole('button', { name: words.page('tryAgain') }).click()
    await person.reads(words.message('notFollowed'))
    expect(await person.log.getByText('The kettle in the hall is blue', { exact: true }).count()).toBe(1)
  })

  it('somebody new sees the first question, and somebody who wants to leave leaves', async () => {
    stage.database.cut()
    const reply = await new Visitor(stage.product.chat).get('/')
    expect(reply).toMatchObject({ status: 200 })
    expect(reply.text).toContain('data-question="channelOk"')
    await person.exit.click()
    await person.page.waitForURL(stage.elsewhere.url)
    await expect.poll(() => person.context.cookies(person.chat), SOON).toEqual([])
  })

  it('nobody waits at the exit for a database that hangs', async () => {
    stage.database.fallSilent()
    await person.exit.click()
    await person.page.waitForURL(stage.elsewhere.url)
    await expect.poll(() => person.context.cookies(person.chat), SOON).toEqual([])
  })
})
