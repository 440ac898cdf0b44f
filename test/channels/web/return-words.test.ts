// Who says the right word, the second one or nothing at all, as a browser without script sees it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DECOY, SAFE } from '../../with-words.ts'
import { openTestPage, type TestPage, Visitor } from './open-page.ts'
import { bytes, OWN_WORDS, People, say } from './people.ts'

let page: TestPage
let people: People
beforeAll(async () => {
  page = await openTestPage()
  people = new People(page)
})
afterAll(() => page.close())

describe('the right word', () => {
  test('is answered as the second word is, and opens the first question and nothing else', async () => {
    const [back, made] = [await people.away(), await people.away()]
    const [right, decoy] = [await say(back, SAFE), await say(made, DECOY)]
    const { 'set-cookie': mine, ...others } = right.answer.others
    const { 'set-cookie': theirs, ...same } = decoy.answer.others
    expect({ ...right.answer, others }).toEqual({ ...decoy.answer, others: same })
    const names = (set: unknown) => [set].flat().map(line => String(line).replace(/=[^;]*/, ''))
    expect(names(mine)).toEqual(names(theirs))
    expect(back.html).toContain('data-question="channelOk"')
    for (const said of [
      OWN_WORDS,
      '••••',
      'class="m ',
      'data-live',
      '<iframe',
      'name="change"',
      'href="/t"',
      'href="/r"'
    ]) {
      expect(back.html).not.toContain(said)
    }
  })

  test('and a yes lead to where the person was', async () => {
    const visitor = await people.away()
    await say(visitor, 'blue  LAMP')
    await visitor.answer('channelOk', 'yes')
    expect(visitor.html).toContain(OWN_WORDS)
    expect(visitor.html).toContain('data-now="waiting"')
  })

  test('and words of their own bring the question again, and one sentence that names nothing', async () => {
    for (const text of ['is anybody there still', 'he put his hands round my neck and i couldnt breathe']) {
      const visitor = await people.away()
      await say(visitor, SAFE)
      await visitor.post({ question: 'channelOk', by: 'text', text })
      await visitor.get()
      expect(visitor.html).toContain('data-question="channelOk"')
      expect(visitor.html.split('This question comes first.')).toHaveLength(2)
      for (const said of [text, OWN_WORDS, 'will read', 'class="m person', 'name="change"']) {
        expect(visitor.html).not.toContain(said)
      }
    }
  })

  test('and urgent help lead to the numbers, still without a word of what was said', async () => {
    const visitor = await people.away()
    await say(visitor, SAFE)
    await visitor.post({ do: 'emergency' })
    await visitor.get()
    expect(visitor.html).toContain('class="m assistant card"')
    expect(visitor.html).toContain('tel:999')
    expect(visitor.html).toContain('data-question="channelOk"')
    for (const said of [OWN_WORDS, '••••', 'class="m person', 'data-live', 'name="change"', 'href="/t"']) {
      expect(visitor.html).not.toContain(said)
    }
  })

  test('and a no lead out, with nothing left to come back with', async () => {
    const visitor = await people.away()
    await say(visitor, SAFE)
    const answer = await visitor.post({ question: 'channelOk', answer: 'no' })
    expect(answer.headers.location).toBe('/g')
    expect(visitor.cookie).toBe('')
  })

  test('tapped twice opens it once, and both taps lead there', async () => {
    const visitor = await people.away()
    await visitor.get('/r')
    const { cookie, token } = visitor
    const twin = new Visitor(page.web)
    Object.assign(twin, { cookie, html: visitor.html })
    await Promise.all([visitor.post({ k: token, word: SAFE }, {}, '/r'), twin.post({ k: token, word: SAFE }, {}, '/r')])
    expect(twin.cookie).toBe(visitor.cookie)
    for (const { html } of [visitor, twin]) expect(html).toContain('data-short')
  })
})

describe('the second word', () => {
  test('shows the start page a stranger sees, byte by byte, and the right word still opens the conversation', async () => {
    const [nobody, visitor] = [await people.stranger(), await people.away()]
    const { after } = await say(visitor, 'Grey  stone')
    expect(after).toBe(bytes(nobody.html))
    await say(visitor, SAFE)
    expect(visitor.html).toContain('data-short')
  })

  test('closes what was open in another tab', async () => {
    const visitor = await people.waiting()
    const tab = new Visitor(page.web)
    tab.cookie = visitor.cookie
    await say(visitor, DECOY)
    await tab.get()
    expect(tab.html).not.toContain(OWN_WORDS)
  })
})

describe('the start page of somebody who may come back', () => {
  test('begins a new chat that knows nothing of the other, and the word still leads to the other', async () => {
    const visitor = await people.away()
    await visitor.answer('channelOk', 'yes')
    expect(visitor.html).toContain('data-question="dangerNow"')
    expect(visitor.html).not.toContain(OWN_WORDS)
    await say(visitor, SAFE)
    expect(visitor.html).toContain('data-short')
    await visitor.answer('channelOk', 'yes')
    expect(visitor.html).toContain(OWN_WORDS)
  })

  test('knows nothing any more after an exit', async () => {
    const visitor = await people.away()
    const answer = await visitor.get('/x')
    expect(answer.cookies.map(({ name, value }) => `${name}=${value}`).sort()).toEqual(['__Host-r=', '__Host-s='])
  })
})

describe('silence, as the script reports it', () => {
  const quiet = async (visitor: Visitor) => visitor.post({}, { accept: 'text/x-part' }, '/q')

  test('without a word ends the conversation: the browser leaves and forgets', async () => {
    const visitor = await people.stranger()
    await visitor.answer('channelOk', 'yes')
    const answer = await quiet(visitor)
    expect(answer.headers.page).toBe('leave')
    expect(visitor.cookie).toBe('')
  })

  test('while a worker is waited for clears nothing', async () => {
    const visitor = await people.waiting()
    expect((await quiet(visitor)).headers.page).toBe('again')
    await visitor.get()
    expect(visitor.html).toContain(OWN_WORDS)
  })

  test('with a word leaves the neutral start page, from which the word leads back', async () => {
    const visitor = await people.waiting()
    await page.product.connection.pool.query(`update conversation set owner = 'assistant'`)
    const answer = await quiet(visitor)
    expect(answer.headers.page).toBe('again')
    expect(visitor.cookie).toMatch(/^__Host-r=[^;]+$/)
    await visitor.get()
    expect(bytes(visitor.html)).toBe(bytes((await people.stranger()).html))
    await say(visitor, SAFE)
    await visitor.answer('channelOk', 'yes')
    expect(visitor.html).toContain(OWN_WORDS)
  })

  test('from another site is not believed', async () => {
    const visitor = await people.stranger()
    await visitor.answer('channelOk', 'yes')
    await visitor.post({}, { 'sec-fetch-site': 'cross-site' }, '/q')
    await visitor.get()
    expect(visitor.html).toContain('data-question="dangerNow"')
  })
})
