// The door as a browser without script sees it, byte by byte: what cannot be told apart must not differ anywhere.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RETURN_EVERY, RETURNS_BURST, TEXT_MAX } from '../../../src/limits.ts'
import { SAFE } from '../../with-words.ts'
import { EXIT_URL, openTestPage, type TestPage, Visitor } from './open-page.ts'
import { bytes, OWN_WORDS, People, say } from './people.ts'

let page: TestPage
let people: People
beforeAll(async () => {
  page = await openTestPage()
  people = new People(page)
})
afterAll(() => page.close())

test('every start page leads to the same small page, whether there is anything to come back to or not', async () => {
  const [nobody, back, noWord] = [await people.stranger(), await people.away(), await people.away(null)]
  // Somebody who waits and has no word still has their page.
  expect(noWord.html).toContain(OWN_WORDS)
  expect(nobody.html).toContain('href="/r"')
  expect(bytes(back.html)).toBe(bytes(nobody.html))
  await Promise.all([nobody.get('/r'), back.get('/r')])
  expect(bytes(back.html)).toBe(bytes(nobody.html))
  expect(back.html.match(/<input[^>]* type="text"/g)).toHaveLength(1)
  expect(back.html).toContain(`data-exit="${EXIT_URL}"`)
  expect(back.html).not.toContain(OWN_WORDS)
})

test('having the cookie that leads back says nothing: every browser has one from the first page on', async () => {
  const { cookies } = await new Visitor(page.web).get()
  expect(cookies.map(({ name }) => name)).toEqual(['__Host-s', '__Host-r'])
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ path: '/', secure: true, httpOnly: true, sameSite: 'Strict' })
    expect(cookie.maxAge ?? cookie.expires).toBeUndefined()
  }
})

describe('what opens nothing is answered with the same bytes', () => {
  const KINDS: Record<string, () => Promise<[Visitor, string]>> = {
    'a wrong word': async () => [await people.away(), 'red lamp'],
    'a second wrong word': async () => {
      const visitor = await people.away()
      await say(visitor, 'red lamp')
      return [visitor, 'green lamp']
    },
    'the right word after the lock': async () => {
      const visitor = await people.away()
      await say(visitor, 'red lamp')
      await say(visitor, 'green lamp')
      return [visitor, SAFE]
    },
    'no conversation': async () => [await people.stranger(), SAFE],
    'a conversation without a word': async () => [await people.away(null), SAFE],
    'a conversation that was left': async () => {
      const visitor = await people.waiting()
      const cookie = visitor.cookie
      await visitor.get('/x')
      visitor.cookie = cookie
      return [visitor, SAFE]
    },
    'no cookie that leads back': async () => {
      const visitor = await people.away()
      visitor.cookie = visitor.cookie.split('; ').find(one => one.startsWith('__Host-s')) ?? ''
      return [visitor, SAFE]
    },
    'a forged cookie that leads back': async () => {
      const visitor = await people.away()
      visitor.cookie = `${visitor.cookie.slice(0, -2)}zz`
      return [visitor, SAFE]
    },
    'no word at all': async () => [await people.away(), '  '],
    'a page of words': async () => [await people.away(), 'x'.repeat(TEXT_MAX + 1)]
  }

  test.each([
    ['without script', {}],
    ['with script', { accept: 'text/x-part' }]
  ])('%s', async (_how, headers) => {
    const known: { kind: string; said: Awaited<ReturnType<typeof say>> }[] = []
    for (const [kind, come] of Object.entries(KINDS)) known.push({ kind, said: await say(...(await come()), headers) })
    const [first, ...others] = known
    expect(first?.said.after).toContain('Sorry, that does not match. You can start a new chat.')
    expect(first?.said.answer.others['set-cookie']).toBeUndefined()
    for (const { kind, said } of others) expect(said, kind).toEqual(first?.said)
  })

  test('to whoever has no session at all, too: only a new session comes with it', async () => {
    const visitor = await people.away()
    await say(visitor, 'red lamp')
    const known = bytes(visitor.html)
    const nobody = new Visitor(page.web)
    const answer = await nobody.post({ word: SAFE }, {}, '/r')
    expect(answer.statusCode).toBe(303)
    expect(bytes(nobody.html)).toBe(known)
  })
})

describe('who may say a word', () => {
  test('another site may not, nor a form without our token', async () => {
    const visitor = await people.away()
    await visitor.get('/r')
    expect((await visitor.post({ word: SAFE }, { origin: 'https://elsewhere.example' }, '/r')).statusCode).toBe(403)
    expect((await visitor.post({ k: 'made.up', word: SAFE }, {}, '/r')).statusCode).toBe(403)
  })

  test('from one place only so many words, whatever cookies come with them', async () => {
    const from = { remoteAddress: '203.0.113.9' }
    const post = () =>
      page.web.inject({
        ...from,
        method: 'POST',
        url: '/r',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'word=guess'
      })
    const start = Date.now()
    let words = 0
    while ((await post()).statusCode === 303) words += 1
    expect(words).toBeGreaterThanOrEqual(RETURNS_BURST)
    expect(words).toBeLessThanOrEqual(RETURNS_BURST + (Date.now() - start) / RETURN_EVERY + 1)
  })

  test('while the database is away everybody reads the same, and the word is not in it', async () => {
    const [nobody, visitor] = [await people.stranger(), await people.away()]
    await Promise.all([nobody.get('/r'), visitor.get('/r')])
    const holder = await page.product.connection.pool.connect()
    await holder.query('begin; lock table conversation in access exclusive mode')
    const answers = await Promise.all([nobody, visitor].map(one => one.post({ word: SAFE }, {}, '/r')))
    await holder.query('rollback')
    holder.release()
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503])
    expect(bytes(nobody.html)).toBe(bytes(visitor.html))
    expect(visitor.html).not.toContain(SAFE)
    expect(visitor.html).toContain('tel:999')
  })
})
