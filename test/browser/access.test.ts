// No barrier: every state of the page, on every kind of screen.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Look } from './access-look.ts'
import { PHONE_SCREEN, showOn } from './access-views.ts'
import { WALKS } from './access-walks.ts'
import { Person } from './person.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

/** In ms: a walk is looked at in every state, on every screen, by every rule. */
const WALK_PATIENCE = 240_000

let stage: Stage
let worker: Worker

beforeAll(async () => {
  stage = await raiseStage()
  worker = await Worker.signIn(stage.browser, stage.product.staff, await stage.product.signIn(), 'Robin')
})
afterAll(() => stage?.close())

describe('with a keyboard or a screen reader', () => {
  it('a person meets the exit first, then the page in its order', async () => {
    const person = await Person.at(stage.browser, stage.product.chat, stage.elsewhere.url)
    await person.open()
    await person.page.keyboard.press('Tab')
    expect(await person.page.evaluate(() => document.activeElement?.hasAttribute('data-exit'))).toBe(true)
    await person.close()
  })

  it('a person is brought to what is asked now, and what was said stays where it was', async () => {
    const person = await Person.at(stage.browser, stage.product.chat, stage.elsewhere.url)
    const { page } = person
    await showOn(page, PHONE_SCREEN)
    await person.open()
    const focused = () => page.evaluate(() => document.activeElement?.tagName)
    await person.choose('channelOk', 'yes')
    await person.isAsked('dangerNow')
    expect(await focused()).toBe('H1')
    const log = await page.locator('#log').elementHandle()
    const line = await page.locator('#log .m').first().elementHandle()
    await person.form('dangerNow').locator('[data-continue]').click()
    await page.locator('#err').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('err')
    await person.choose('dangerNow', 'no')
    await person.choose('audience', 'friend')
    await person.isAsked('deviceWatched')
    expect(await focused()).toBe('H1')
    expect(await log?.evaluate(node => node === document.querySelector('#log'))).toBe(true)
    expect(await line?.evaluate(node => node === document.querySelector('#log .m'))).toBe(true)
    expect(await page.title()).toBe('Notes')
    await person.close()
  })

  it('nobody is told twice: a question is read as the heading, and not again when it moves up', async () => {
    const person = await Person.at(stage.browser, stage.product.chat, stage.elsewhere.url)
    await person.open()
    await person.choose('channelOk', 'yes')
    await person.isAsked('dangerNow')
    const silent = person.page.locator('#log .m:is(.ask, .person)')
    expect(await silent.count()).toBe(2)
    expect(await silent.evaluateAll(lines => lines.map(line => line.getAttribute('aria-live')))).toEqual(['off', 'off'])
    await person.close()
  })
})

describe('the page', () => {
  it.each(WALKS)(
    'can be read and pressed by $who, wherever they are',
    async ({ walk, states }) => {
      const { browser, product, elsewhere } = stage
      const person = await Person.at(browser, product.chat, elsewhere.url)
      await person.open()
      const look = Look.asPerson()
      try {
        await walk(person, look, { stage, worker })
      } finally {
        await person.close()
      }
      expect(look.faults).toEqual([])
      expect(look.states).toHaveLength(states)
    },
    WALK_PATIENCE
  )
})
