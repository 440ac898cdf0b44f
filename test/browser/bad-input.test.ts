// Whatever arrives, the answer is a page in plain words, and nothing that was said before is lost or shown twice.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TEXT_MAX } from '../../src/limits.ts'
import { count, hasNumbers, isAsBefore, isForPeople, read } from './for-people.ts'
import { Person } from './person.ts'
import { plain, Visitor } from './plain.ts'
import { seen, words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'

let stage: Stage
let visitor: Visitor
beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

beforeEach(async () => {
  visitor = await Visitor.withOneAnswer(stage.product.chat)
})

describe('a form that makes no sense', () => {
  const NONSENSE: { what: string; fields: Record<string, string> | [string, string][] }[] = [
    { what: 'a question there is none of', fields: { question: 'nope', answer: 'yes' } },
    {
      what: 'two answers where one can be picked',
      fields: [
        ['question', 'dangerNow'],
        ['answer', 'yes'],
        ['answer', 'no']
      ]
    },
    { what: 'no answer at all', fields: { question: 'dangerNow' } },
    { what: 'a button there is none of', fields: { do: 'everything' } },
    { what: 'nothing but blanks', fields: { question: 'dangerNow', text: ' \n ', by: 'text' } },
    { what: 'a change of a question there is none of', fields: { change: '__proto__' } }
  ]
  it.each(NONSENSE)('is not taken, and says so: $what', async ({ fields }) => {
    const reply = await visitor.post(fields)
    expect(reply.status).toBe(422)
    isForPeople(reply)
    expect(reply.text).toContain('role="alert"')
    expect(reply.text).toContain('data-question="dangerNow"')
    await isAsBefore(visitor)
  })

  it.each([
    {
      what: 'an option of another question',
      fields: { question: 'dangerNow', answer: 'survivor' },
      note: 'notAnOption'
    },
    {
      what: 'an answer to a question that is past',
      fields: { question: 'channelOk', answer: 'unsure' },
      note: 'stale'
    },
    { what: 'a skip of what cannot be skipped', fields: { question: 'channelOk', answer: 'skip' }, note: 'stale' }
  ] as const)('is answered with one sentence: $what', async ({ fields, note }) => {
    expect(await visitor.post(fields)).toMatchObject({ status: 303, text: '' })
    const page = await isAsBefore(visitor)
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
    await isAsBefore(visitor)
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
    await isAsBefore(visitor)
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
    await isAsBefore(visitor)
  })

  it.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain', 'nonsense'])(
    'that is sent %s answers in plain words',
    async type => {
      const headers = { 'content-type': type, cookie: visitor.cookie }
      const reply = await plain(`${visitor.chat}/`, { method: 'POST', headers, body: '{"question":' })
      expect(reply.status).toBeGreaterThanOrEqual(400)
      expect(reply.status).toBeLessThan(500)
      isForPeople(reply)
      await isAsBefore(visitor)
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
    const screen = await seen(person.log)
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
