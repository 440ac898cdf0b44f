// Whoever only wants to read: a list, one page at a time, and a person whenever they want one. Without script.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Wordbook } from '../../../src/wording/wordbook.ts'
import { openTestPage, type TestPage, Visitor } from './open-page.ts'

const words = (await Wordbook.open(join(import.meta.dirname, '..', '..', '..', 'locales'), () => {})).in('en')
let page: TestPage
beforeAll(async () => {
  page = await openTestPage()
})
afterAll(() => page.close())

const SELF = [
  ['personNear', 'no'],
  ['deviceWatched', 'no'],
  ['ageBand', '18plus']
] as const
const PATHS = {
  survivor: SELF,
  friend: [['deviceWatched', 'no']],
  professional: [['deviceWatched', 'no']]
} as const

const atTheShelf = async (audience: keyof typeof PATHS) => {
  const visitor = new Visitor(page.web)
  await visitor.get()
  const before = [
    ['channelOk', 'yes'],
    ['dangerNow', 'no'],
    ['audience', audience]
  ] as const
  for (const [question, answer] of [...before, ...PATHS[audience]]) await visitor.answer(question, answer)
  await visitor.answer('privacyLimits', 'ok')
  await visitor.answer('wantsNow', 'information')
  return visitor
}
const titlesOf = (html: string) => [...html.matchAll(/name="read" value="(\w+)"/g)].map(([, id]) => id as string)

describe.each(['survivor', 'friend', 'professional'] as const)('a %s who wants to read', audience => {
  test('opens every page of the list, and comes back to it', async () => {
    const visitor = await atTheShelf(audience)
    const pages = titlesOf(visitor.html)
    expect(pages.length).toBeGreaterThanOrEqual(5)
    for (const id of pages) {
      await visitor.post({ read: id })
      const { title } = words.info(id as Parameters<typeof words.info>[0], 'web')
      expect(visitor.html, id).toContain(`data-now="page-${id}"`)
      expect(visitor.html.split(`>${title}<`), `${id} has its title once`).toHaveLength(2)
      expect(visitor.html, id).toContain('data-person')
      await visitor.post({ do: 'goOn' })
      expect(titlesOf(visitor.html), id).toEqual(pages)
      expect(
        visitor.html.split(`>${words.message('shelf', {}, 'web')}<`),
        `the heading stands once after ${id}`
      ).toHaveLength(2)
    }
  })

  test('reaches a person from a page, and goes on reading while they wait', async () => {
    const visitor = await atTheShelf(audience)
    const [first = ''] = titlesOf(visitor.html)
    await visitor.post({ read: first })
    await visitor.post({ do: 'person' })
    expect(visitor.html).toContain('data-now="waiting"')
    expect(visitor.html).toContain(words.page('readMeanwhile'))
    await visitor.post({ do: 'goOn' })
    expect(visitor.html).toContain(`data-now="page-${first}"`)
  })
})

test('a page that is not on the list is not opened', async () => {
  const visitor = await atTheShelf('friend')
  await visitor.post({ read: 'money' })
  expect(visitor.html).toContain('data-now="shelf"')
})
