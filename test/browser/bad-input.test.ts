// Whatever arrives, the answer is a page in plain words, and nothing that was said before is lost or shown twice.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TEXT_MAX } from '../../src/limits.ts'
import { Person } from './person.ts'
import { plain, type Reply, Visitor } from './plain.ts'
import { SOON, words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'

const CORE_NUMBERS = ['999', '0808 2000 247', '116 123', '0800 1111']
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

let stage: Stage
let visitor: Visitor
beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

/** The words of an answer without its style, its script and its marks. */
const read = ({ text }: Pick<Reply, 'text'>): string =>
  text
    .replace(/<(style|script)\b[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

/** A whole page for a person: exit on it, nothing that only a programmer can read. */
function isForPeople(reply: Reply): void {
  expect(reply.headers['content-type']).toMatch(/^text\/html/)
  expect(reply.text).toContain('data-exit')
  const screen = CORE_NUMBERS.reduce((text, number) => text.replaceAll(number, ''), read(reply))
  expect(screen).not.toMatch(/error|exception|stack|undefined|null|invalid|status|bad request|\b[45]\d\d\b|[{}]|\.[jt]s\b/i)
}

const hasNumbers = (reply: Reply) => expect(CORE_NUMBERS.filter(number => !reply.text.includes(number))).toEqual([])

/** How often a text stands on a page. */
const count = (reply: Reply, text: string): number => read(reply).split(text).length - 1

/** The conversation as it stands: one answer given, the second question open, nothing else. */
async function isAsBefore(): Promise<Reply> {
  const page = await visitor.get('/')
  expect(page.text).toContain('data-question="dangerNow"')
  expect(page.text.match(/class="m person/g)).toHaveLength(1)
  return page
}

beforeEach(async () => {
  visitor = await Visitor.arrive(stage.product.chat)
  await visitor.answer('channelOk', 'yes')
})

describe('a form that makes no sense', () => {
  it.each([
    { what: 'a question there is none of', fields: { question: 'nope', answer: 'yes' } },
    { what: 'two answers where one can be picked', fields: [['question', 'dangerNow'], ['answer', 'yes'], ['answer', 'no']] },
    { what: 'no answer at all', fields: { question: 'dangerNow' } },
    { what: 'a button there is none of', fields: { do: 'everything' } },
    { what: 'nothing but blanks', fields: { question: 'dangerNow', text: ' \n ', by: 'text' } },
    { what: 'a change of a question there is none of', fields: { change: '__proto__' } }
  ] as const)('is not taken, and says so: $what', async ({ fields }) => {
    const reply = await visitor.post(fields)
    expect(reply.status).toBe(422)
    isForPeople(reply)
    expect(reply.text).toContain('role="alert"')
    expect(reply.text).toContain('data-question="dangerNow"')
    await isAsBefore()
  })

  it.each([
    { what: 'an option of another question', fields: { question: 'dangerNow', answer: 'survivor' }, note: 'notAnOption' },
    { what: 'an answer to a question that is past', fields: { question: 'channelOk', answer: 'unsure' }, note: 'stale' },
    { what: 'a skip of what cannot be skipped', fields: { question: 'channelOk', answer: 'skip' }, note: 'stale' }
  ] as const)('is answered with one sentence: $what', async ({ fields, note }) => {
    expect(await visitor.post(fields)).toMatchObject({ status: 303, text: '' })
    const page = await isAsBefore()
    expect(count(page, words.message(note))).toBe(1)
  })
})

describe('words', () => {
  const say = (text: string) => visitor.post({ question: 'dangerNow', text, by: 'text' })

  it('one character too long come back in their field', async () => {
    const long = 'a'.repeat(TEXT_MAX + 1)
    const reply = await say(long)
    expect(reply.status).toBe(422)
    isForPeople(reply)
    expect(read(reply)).toContain(words.message('tooLong'))
    expect(reply.text).toContain(`value="${long}"`)
    await isAsBefore()
  })

  it('as long as they may be are taken whole', async () => {
    const long = 'ä'.repeat(TEXT_MAX)
    await say(long)
    expect(count(await visitor.get('/'), long)).toBe(1)
  })

  it('of a megabyte are answered with what to do and whom to call', async () => {
    const reply = await say('a'.repeat(1024 * 1024))
    expect(reply.status).toBe(413)
    isForPeople(reply)
    hasNumbers(reply)
    expect(read(reply)).toContain(words.page('tooLarge'))
    await isAsBefore()
  })

  it('are shown as they were written, and never run, whatever marks are in them', async () => {
    const marks = '<script>document.title=1</script><img src=x onerror=alert(1)>"\'&amp;</p></div>'
    await say(marks)
    const page = await visitor.get('/')
    expect(page.text).not.toContain('<img')
    expect(page.text).not.toContain('<script>document')
    const person = await Person.at(stage.browser, stage.product.chat, stage.elsewhere.url)
    await person.open()
    await person.choose('channelOk', 'yes')
    await person.isAsked('dangerNow')
    await person.say(marks)
    expect(await person.page.title()).toBe(words.page('title'))
    await person.close()
  })

  it('lose their control characters and nothing else, and turn no other line around', async () => {
    await say('ring\u0000 me\u0007 \u202Eback\u001b[31m ok')
    const page = await visitor.get('/')
    expect(page.text).toMatch(/<p dir="auto"[^>]*>ring me \u202Eback\[31m ok<\/p>/)
  })
})

describe('somebody who is not who they say', () => {
  it.each([
    { what: 'a forged cookie', cookie: () => `__Host-s=${'A'.repeat(43)}.${'A'.repeat(22)}` },
    { what: 'a cookie with another seal', cookie: () => `${visitor.cookie.slice(0, -2)}zz` },
    { what: 'no cookie', cookie: () => '' },
    { what: 'rubbish for a cookie', cookie: () => '__Host-s=%00;__Host-s=..' }
  ])('begins anew and sees nothing: $what', async ({ cookie }) => {
    const stranger = new Visitor(visitor.chat, cookie())
    for (const reply of [await stranger.get('/'), await new Visitor(visitor.chat, cookie()).post({ do: 'person' })]) {
      expect(reply.status).toBe(200)
      isForPeople(reply)
      expect(reply.text).toContain('data-question="channelOk"')
      expect(reply.text).not.toContain('class="m ')
      expect(reply.headers['set-cookie']).toHaveLength(1)
    }
    expect(await new Visitor(visitor.chat, cookie()).get('/t')).toMatchObject({ status: 303 })
    await isAsBefore()
  })

  it('is told in a sentence that the page they sent from is not open any more', async () => {
    const reply = await new Visitor(visitor.chat).post({ do: 'person' })
    expect(read(reply)).toContain(words.page('lostPage'))
  })

  it.each(['/e', '/l'])('hears nothing on the stream %s', async stream => {
    expect(await new Visitor(visitor.chat).get(stream)).toMatchObject({ status: 204, text: '' })
    expect(await visitor.get(stream)).toMatchObject({ status: 204, text: '' })
  })

  it.each([
    { what: 'without a token', lie: { k: '' }, headers: {} },
    { what: 'with a forged token', lie: { k: `${'A'.repeat(12)}.${'A'.repeat(22)}` }, headers: {} },
    { what: 'from another site', lie: {}, headers: { origin: 'http://localhost.example' } },
    { what: 'from another port', lie: {}, headers: { origin: 'http://localhost:1' } },
    { what: 'from what the browser calls another site', lie: {}, headers: { 'sec-fetch-site': 'cross-site' } },
    { what: 'from nowhere and without a token', lie: { k: '' }, headers: { origin: 'null' } }
  ])('cannot act for the person: a form $what', async ({ lie, headers }) => {
    const token = 'k' in lie ? lie.k : visitor.token
    const body = new URLSearchParams({ k: token, question: 'dangerNow', answer: 'yes' }).toString()
    const reply = await plain(`${visitor.chat}/`, {
      method: 'POST',
      headers: { ...FORM, cookie: visitor.cookie, origin: visitor.chat, ...headers },
      body
    })
    expect(reply.status).toBe(403)
    isForPeople(reply)
    hasNumbers(reply)
    await isAsBefore()
  })

  it('cannot make the person leave', async () => {
    const { cookie } = visitor
    await plain(`${visitor.chat}/x`, { method: 'POST', headers: { cookie, origin: 'http://localhost.example' } })
    await plain(`${visitor.chat}/x`, { headers: { cookie, 'sec-purpose': 'prefetch' } })
    await isAsBefore()
  })

  it('is let through with a token where the browser only says `null`, as some do without script', async () => {
    const reply = await visitor.post({ question: 'dangerNow', answer: 'no' }, { origin: 'null' })
    expect(reply.status).toBe(303)
    expect((await visitor.get('/')).text).toContain('data-question="audience"')
  })
})

describe('an address', () => {
  it.each([
    { method: 'GET', path: '/wp-login.php' },
    { method: 'GET', path: '/%E0%A4%A' },
    { method: 'GET', path: '/../../etc/passwd' },
    { method: 'GET', path: `/${'a'.repeat(4000)}` },
    { method: 'PUT', path: '/' },
    { method: 'DELETE', path: '/' },
    { method: 'POST', path: '/d' },
    { method: 'POST', path: '/nothing' }
  ])('that is not there says so, and has the exit on it: $method $path', async ({ method, path }) => {
    const reply = await plain(`${visitor.chat}${path}`, { method, headers: { cookie: visitor.cookie } })
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.status).toBeLessThan(500)
    isForPeople(reply)
    await isAsBefore()
  })

  it.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain', 'nonsense'])(
    'that is sent %s answers in plain words',
    async type => {
      const headers = { 'content-type': type, cookie: visitor.cookie }
      const reply = await plain(`${visitor.chat}/`, { method: 'POST', headers, body: '{"question":' })
      expect(reply.status).toBeGreaterThanOrEqual(400)
      expect(reply.status).toBeLessThan(500)
      isForPeople(reply)
      await isAsBefore()
    }
  )
})

describe('the same thing twice', () => {
  it('a double tap is one answer', async () => {
    const fields = { question: 'dangerNow', answer: 'no' }
    const replies = await Promise.all([visitor.post(fields), visitor.post(fields), visitor.post(fields)])
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303])
    const page = await visitor.get('/')
    expect(page.text).toContain('data-question="audience"')
    expect(page.text.match(/class="m person/g)).toHaveLength(2)
  })

  it.each([true, false])('a double tap of a finger is one answer (script: %s)', async javaScriptEnabled => {
    const person = await Person.at(stage.browser, stage.product.chat, stage.elsewhere.url, { javaScriptEnabled })
    await person.open()
    await person.pick('channelOk', 'yes')
    await person.form('channelOk').locator('[data-continue]').dblclick()
    await person.isAsked('dangerNow')
    expect(await person.log.getByText(words.option('channelOk', 'yes'), { exact: true }).count()).toBe(1)
    await person.close()
  })

  it.each([true, false])('two tabs show one conversation (script: %s)', async javaScriptEnabled => {
    const person = await Person.at(stage.browser, stage.product.chat, stage.elsewhere.url, { javaScriptEnabled })
    await person.open()
    await person.choose('channelOk', 'yes')
    await person.isAsked('dangerNow')
    const other = await person.inAnotherTab()
    await other.isAsked('dangerNow')
    await person.choose('dangerNow', 'no')
    await person.isAsked('audience')
    await other.choose('dangerNow', 'unsure')
    await other.isAsked('audience')
    await other.reads(words.message('stale'))
    await person.open()
    await person.isAsked('audience')
    const screen = await person.log.innerText()
    expect(screen.split(words.question('dangerNow', 'web').text)).toHaveLength(2)
    expect(screen).not.toContain(words.option('dangerNow', 'unsure'))
    await person.close()
  })

  it('a page from before, come back to, changes nothing by itself', async () => {
    const person = await Person.at(stage.browser, stage.product.chat, stage.elsewhere.url, { javaScriptEnabled: false })
    await person.open()
    await person.choose('channelOk', 'yes')
    await person.choose('dangerNow', 'no')
    await person.isAsked('audience')
    await person.page.goBack({ waitUntil: 'commit' })
    await person.isAsked('audience')
    await person.close()
  })
})

describe.each([true, false])('while the database is away (script: %s)', javaScriptEnabled => {
  it('a person keeps their words, the numbers to call and the way out, and goes on when it is back', async () => {
    const person = await Person.at(stage.browser, stage.product.chat, stage.elsewhere.url, { javaScriptEnabled })
    await person.open()
    await person.choose('channelOk', 'yes')
    await person.isAsked('dangerNow')
    stage.database.cut()
    await person.field.fill('I hear them coming')
    await person.field.press('Enter')
    await person.reads(words.page('down'))
    const screen = await person.words()
    for (const number of CORE_NUMBERS) expect(screen).toContain(number)
    const field = person.page.locator('[name="text"]')
    expect(await field.inputValue()).toBe('I hear them coming')
    expect(await person.exit.isVisible()).toBe(true)
    stage.database.mend()
    await field.press('Enter')
    if (!javaScriptEnabled) await person.page.locator('#now button[type="submit"]').click()
    await person.reads(words.message('wordsKept'))
    expect(await person.log.getByText('I hear them coming', { exact: true }).count()).toBe(1)
    await person.close()
  })

  it('somebody new sees the first question, and somebody who wants to leave leaves', async () => {
    const person = await Person.at(stage.browser, stage.product.chat, stage.elsewhere.url, { javaScriptEnabled })
    await person.open()
    await person.choose('channelOk', 'yes')
    await person.isAsked('dangerNow')
    stage.database.cut()
    const reply = await new Visitor(stage.product.chat).get('/')
    expect(reply).toMatchObject({ status: 200 })
    expect(reply.text).toContain('data-question="channelOk"')
    await person.exit.click()
    await person.page.waitForURL(stage.elsewhere.url)
    await expect.poll(() => person.context.cookies(person.chat), SOON).toEqual([])
    stage.database.mend()
    await person.close()
  })

  it('nobody waits at the exit for a database that hangs', async () => {
    const person = await Person.at(stage.browser, stage.product.chat, stage.elsewhere.url, { javaScriptEnabled })
    await person.open()
    await person.choose('channelOk', 'yes')
    await person.isAsked('dangerNow')
    stage.database.fallSilent()
    await person.exit.click()
    await person.page.waitForURL(stage.elsewhere.url)
    await expect.poll(() => person.context.cookies(person.chat), SOON).toEqual([])
    stage.database.mend()
    await person.close()
  })
})
