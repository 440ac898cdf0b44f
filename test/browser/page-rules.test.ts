// What holds for every answer of the person's origin and in every state of their page: nothing kept, nothing told, nothing more.
import { request } from 'node:http'
import type { Page, Request, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Person } from './person.ts'
import { plain, Visitor } from './plain.ts'
import { words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

/** On the wire, in bytes: what a phone on a slow line loads before it shows the first question. */
const FIRST_QUESTION_MAX = 6_000
/** In bytes, as the browser gets it. */
const SCRIPT_MAX = 5_000

let stage: Stage
beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** The headers every answer carries. */
function isSealed(headers: Headers): void {
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin'
  })
  const policy = String(headers['content-security-policy'])
  expect(policy).toMatch(/^default-src 'none'/)
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toMatch(/https?:|\*/)
}

/** The headers of an answer that may never end. */
const headersOf = (address: string, cookie: string): Promise<Headers> =>
  new Promise((resolve, reject) => {
    const sent = request(address, { headers: { cookie } }, reply => {
      resolve(reply.headers)
      sent.destroy()
    })
    sent.on('error', reject)
    sent.end()
  })

describe('every answer', () => {
  it('keeps nothing and lets nothing in: pages, redirects, refusals, streams', async () => {
    const { chat } = stage.product
    const visitor = await Visitor.arrive(chat)
    const { token } = visitor
    const replies = [
      await visitor.get('/'),
      await visitor.get('/d'),
      await visitor.get('/r'),
      await visitor.get('/n'),
      await plain(`${chat}/r`, { method: 'POST' }),
      await plain(`${chat}/q`, { method: 'POST' }),
      await visitor.get('/t'),
      await visitor.get('/e'),
      await visitor.get('/g'),
      await visitor.get('/nothing'),
      await plain(`${chat}/%E0%A4%A`),
      await plain(`${chat}/`, { method: 'PUT' }),
      await visitor.post({ question: 'channelOk', answer: 'yes' }),
      await visitor.post({ question: 'dangerNow' }),
      await visitor.post({ k: '', do: 'person' }, { origin: 'http://elsewhere.example' }),
      await visitor.post({ text: 'a'.repeat(100_000) }),
      await visitor.post({ do: 'person' }),
      await visitor.get('/'),
      await visitor.get('/t'),
      await visitor.get('/', { accept: 'text/x-part' }),
      await plain(`${chat}/x`, { method: 'POST' }),
      await visitor.get('/x')
    ]
    expect(token).not.toBe('')
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 303, 204, 404, 422, 403, 413]))
    for (const { headers } of replies) isSealed(headers)
  })

  it.each(['/e', '/l'])('on the open stream %s too', async stream => {
    const visitor = await Visitor.arrive(stage.product.chat)
    await visitor.post({ do: 'person' })
    const headers = await headersOf(`${stage.product.chat}${stream}`, visitor.cookie)
    expect(headers['content-type']).toMatch(stream === '/e' ? /^text\/event-stream/ : /^text\/html/)
    isSealed(headers)
  })

  it('to whoever asks whether we are alive says only that, and is kept nowhere', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const { headers, text } = await plain(`${stage.product.chat}${path}`)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['set-cookie']).toBeUndefined()
      expect(text).toMatch(/^(ok|ready)\n$/)
    }
  })
})

describe('the first question', () => {
  it('comes in one request, small enough for the slowest line', async () => {
    const reply = await plain(`${stage.product.chat}/`, { headers: { 'accept-encoding': 'br' } })
    expect(reply.headers['content-encoding']).toBe('br')
    expect(Number(reply.headers['content-length'])).toBeLessThanOrEqual(FIRST_QUESTION_MAX)
    const person = await Person.at(stage.browser, stage.product.chat, 'about:blank')
    const asked: string[] = []
    person.page.on('request', sent => asked.push(sent.url()))
    await person.page.goto(person.chat, { waitUntil: 'networkidle' })
    expect(asked.filter(url => !url.startsWith('data:'))).toEqual([`${person.chat}/`])
    await person.close()
  })

  it('brings a script that stays small', async () => {
    const { text } = await plain(`${stage.product.chat}/`)
    const script = /<script[^>]*>(.*?)<\/script>/s.exec(text)?.[1] ?? ''
    expect(script.length).toBeGreaterThan(0)
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(SCRIPT_MAX)
  })

  it('stores nothing on the server: nobody has to be there to look at it', async () => {
    stage.database.cut()
    expect(await plain(`${stage.product.chat}/`)).toMatchObject({ status: 200 })
    stage.database.mend()
  })
})

describe.each([true, false])('in every state of the page (script: %s)', javaScriptEnabled => {
  let person: Person
  let worker: Worker
  const requests: Request[] = []
  const responses: Response[] = []
  const complaints: string[] = []
  const states: string[] = []

  /** Looks at the page as it stands now. */
  async function look(state: string): Promise<void> {
    const { page } = person
    states.push(state)
    expect(await page.title(), state).toBe(words.page('title'))
    expect(await page.locator('link[rel="icon"]').getAttribute('href'), state).toBe('data:,')
    expect(new URL(page.url()).pathname, state).toMatch(/^\/[dtr]?$/)
    expect(new URL(page.url()).search, state).toBe('')
    expect(await stored(page), state).toEqual({ local: 0, session: 0, databases: 0, workers: 0, caches: 0, script: '' })
    expect(await violations(page), state).toEqual([])
    const cookies = await person.context.cookies(person.chat)
    const rules = { path: '/', expires: -1, httpOnly: true, secure: true, sameSite: 'Strict' }
    expect(
      cookies.toSorted((a, b) => a.name.localeCompare(b.name)),
      state
    ).toMatchObject([
      { name: '__Host-r', ...rules },
      { name: '__Host-s', ...rules }
    ])
  }

  beforeAll(async () => {
    const { browser, product } = stage
    const link = javaScriptEnabled ? await product.signIn() : await colleague.invite(stage.product.codeFor)
    worker = await Worker.signIn(browser, product.staff, link, 'Sam')
    colleague = worker
    person = await Person.at(browser, product.chat, 'about:blank', { javaScriptEnabled })
    await person.page.addInitScript(noteViolations)
    person.page.on('request', sent => requests.push(sent))
    person.page.on('response', answer => responses.push(answer))
    person.page.on('console', message => complaints.push(message.text()))
    person.page.on('pageerror', error => complaints.push(error.message))
  })
  afterAll(() => person?.close())

  it('the title, the icon and the address say nothing, two cookies are all there is, and nothing is stored', async () => {
    await person.open()
    await person.isAsked('channelOk')
    await look('the first question')
    await person.page.locator('a[href="/r"]').click()
    await person.page.locator('#now [name=word]').waitFor()
    await look('I have been here before')
    await person.open()
    await person.choose('channelOk', 'yes')
    await person.isAsked('dangerNow')
    await person.say('The lamp in the hall is green')
    await look('own words')
    await person.press('emergency')
    await person.reads(words.page('emergencyHeading'))
    await look('urgent help')
    await person.press('goOn')
    await person.choose('dangerNow', 'no')
    await person.choose('audience', 'survivor')
    await person.choose('personNear', 'no')
    await person.choose('deviceWatched', 'no')
    await person.isAsked('ageBand')
    await person.page.locator('a[href="/t"]').click()
    await person.reads(words.page('toldHeading'))
    await look('what a worker will see')
    await person.page.getByRole('link', { name: words.page('backToQuestions') }).click()
    await person.isAsked('ageBand')
    await person.page.locator('a[href="/d"]').click()
    await person.reads(words.page('deviceHistory'))
    await look('what stays on this device')
    await person.page.getByRole('link', { name: words.page('backToQuestions') }).click()
    await person.isAsked('ageBand')
    await person.press('person')
    await person.reads(words.page('waitingHeading'))
    await look('waiting')
    await worker.toDesk()
    await worker.openWaiting()
    await worker.take()
    await worker.write('Hello')
    await newLines().getByText('Hello', { exact: true }).waitFor()
    await look('with a worker')
    await person.open()
    await person.reads(words.page('workerHeading', { name: 'Sam' }))
    await look('with a worker, opened anew')
    await worker.finish()
    await newLines().getByText(words.message('closed')).waitFor()
    await look('ended')
    expect(states).toHaveLength(10)
  })

  const newLines = () => (javaScriptEnabled ? person.log : person.page.frameLocator('iframe').getByRole('log'))

  it('nothing was asked of anybody else, and every answer was sealed', async () => {
    const others = requests.map(sent => sent.url()).filter(url => !url.startsWith(person.chat) && !isLocal(url))
    expect(others).toEqual([])
    expect(responses.length).toBeGreaterThan(10)
    for (const response of responses.filter(answer => !isLocal(answer.url()))) isSealed(response.headers())
  })

  it('the browser complained about nothing', () => expect(complaints).toEqual([]))
})

let colleague: Worker

const isLocal = (url: string): boolean => url.startsWith('data:') || url === 'about:blank'

/** What a page has put into the browser's own stores. Without script it cannot have. */
const stored = (page: Page) =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
    // A cookie that a script can read.
    script: document.cookie
  }))

/** Runs in the page before anything else: what the policy stops is written down. */
function noteViolations(): void {
  const noted: string[] = []
  Object.assign(window, { noted })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    noted.push(`${violatedDirective} ${blockedURI}`)
  )
}

const violations = (page: Page): Promise<unknown> => page.evaluate(() => Object(window).noted ?? [])
