// What a person writes in their own words, as a browser shows what comes of it: with script, and without.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Person } from './person.ts'
import { seen, words } from './screen.ts'
import { withWorker } from './with-worker.ts'

const desk = withWorker()

describe.each([true, false])('somebody who writes (script: %s)', javaScriptEnabled => {
  let person: Person
  beforeEach(async () => {
    person = await desk.arrive(javaScriptEnabled)
    // Whoever leaves waits no longer: the next to wait is the next one opened at the desk.
    return async () => {
      await person.exit.click()
      await person.page.waitForURL(desk.stage.elsewhere.url)
      await person.close()
    }
  })
  const heading = () => seen(person.page.locator('#now h1'))
  const atTheQuestions = async () => {
    await person.answerOpening()
    await person.choose('wantsNow', 'questions')
    await person.isAsked('wants')
  }

  it('that they are kept from leaving is asked, and after a yes is urgent at the desk', async () => {
    await atTheQuestions()
    await person.say('i cant get out')
    const check = person.page.locator('form[data-check=heldNow]')
    await check.waitFor()
    expect(await heading()).toBe(words.check('heldNow'))
    expect((await person.words()).split(words.check('heldNow'))).toHaveLength(2)
    await person.confirm('heldNow', 'yes')
    await check.waitFor({ state: 'detached' })
    await desk.worker.toDesk()
    await desk.worker.openWaiting()
    expect(await desk.worker.words()).toContain('i cant get out')
    expect(await seen(desk.worker.tenSeconds)).toMatch(/immediate|now/i)
    await desk.worker.take()
  })

  it('of harm is asked about plainly, and goes on where they were', async () => {
    await atTheQuestions()
    await person.say('he put his hands round my neck and i couldnt breathe')
    await person.choose('neck', 'before')
    await person.isAsked('wants')
    expect(await seen(person.log)).toContain(words.option('neck', 'before'))
  })

  it('a town misspelt is asked back', async () => {
    await atTheQuestions()
    await person.skip('wants')
    await person.isAsked('area')
    await person.say('southamton')
    await person.page.locator('form[data-check="meant.area"]').waitFor()
    expect(await heading()).toMatch(/^You wrote: "southamton" For .* do you mean: Southampton\?$/)
    await person.confirm('meant.area', 'yes')
    await person.isAsked('safeTonight')
  })

  it('danger is helped first, and nothing is asked until they go on', async () => {
    await person.choose('channelOk', 'yes')
    await person.choose('dangerNow', 'no')
    await person.isAsked('audience')
    await person.say('hes kicking the door in')
    await person.page.locator('[data-now=emergency]').waitFor()
    expect(await person.page.locator('form[data-question], form[data-check]').count()).toBe(0)
    expect(await person.page.locator('#now .numbers a[href="tel:999"]').isVisible()).toBe(true)
    expect(await seen(person.log.locator('.card'))).toContain('999')
    await person.press('goOn')
    await person.isAsked('audience')
  })

  it('what nobody can read, twice, is offered a person', async () => {
    await atTheQuestions()
    await person.say('asdf qwer')
    await person.isAsked('wants')
    await person.say('zxcv bnm')
    await person.page.locator('form[data-check=person]').waitFor()
    await person.confirm('person', 'yes')
    await person.reads(words.page('waitingHeading'))
  })
})
