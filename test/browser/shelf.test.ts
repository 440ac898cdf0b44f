// Whoever only wants to read, as a browser shows it: with script, and without.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PageId } from '../../src/wording/keys.ts'
import { Person } from './person.ts'
import { seen, words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

describe.each([true, false])('somebody who only wants to read (script: %s)', javaScriptEnabled => {
  let person: Person
  let pages: PageId[] = []
  const titles = () =>
    person.page.locator('button[name=read]').evaluateAll((all: HTMLButtonElement[]) => all.map(one => one.value))

  beforeAll(async () => {
    const { browser, product, elsewhere } = stage
    person = await Person.at(browser, product.chat, elsewhere.url, { javaScriptEnabled })
    await person.open()
    await person.answerOpening()
    await person.choose('wantsNow', 'information')
    await person.page.locator('[data-now=shelf]').waitFor()
    pages = (await titles()) as PageId[]
  })
  afterAll(() => person?.close())

  it('opens every page of the list, and comes back to it', async () => {
    expect(pages.length).toBeGreaterThanOrEqual(5)
    for (const page of pages) {
      await person.read(page)
      const { title, paragraphs } = words.info(page, 'web')
      expect(await seen(person.page.locator('#now h1'))).toBe(title)
      const screen = (await person.words()).replaceAll(/\s+/g, ' ')
      for (const paragraph of paragraphs) expect(screen).toContain(paragraph)
      await person.press('goOn')
      await person.page.locator('[data-now=shelf]').waitFor()
      expect(await titles()).toEqual(pages)
    }
  })

  it('asks for a person from a page, and goes on reading there while they wait', async () => {
    await person.read('housing')
    await person.press('person')
    await person.reads(words.page('closedHeading'))
    await person.page.getByRole('button', { name: words.page('readMeanwhile') }).click()
    await person.page.locator('[data-now=page-housing]').waitFor()
    await person.press('goOn')
    await person.page.locator('[data-now=shelf]').waitFor()
  })
})
