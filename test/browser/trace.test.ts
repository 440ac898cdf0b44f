// Law 8: what a person typed, and what they were asked, is in no file of the browser afterwards.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, type ExpectStatic, test } from 'vitest'
import { type RunningProduct, startProduct } from '../crash/product-process.ts'
import { filesBelow, type Hit, searchFiles } from './profile-search.ts'
import { TraceBrowser } from './trace-browser.ts'
import { newWords, randomWord, TracePerson } from './trace-person.ts'
import { type Pages, serveCareless, serveHarmless } from './trace-servers.ts'
import { TraceWorker } from './trace-worker.ts'

/** Chromium writes its session files 2.5 s after a change, its history and most else within 10 s. In ms. */
const SESSION_WRITTEN = 4_000
const ALL_WRITTEN = 12_500

/** Where Chromium notes the address of any page, whatever the page does. Nothing of ours is in them but the host. */
const ONLY_ADDRESSES = /\/Default\/(History|Preferences|DIPS|Top Sites|Sessions\/|Session Storage\/)|\/ukm_db/
/** While a session is open its cookie is there: in a chat that was not left, and on the first page, to which Back leads without script. */
const COOKIE_TOO = new RegExp(`${ONLY_ADDRESSES.source}|/Default/Cookies`)

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

let dataDir = ''
let harmless: Pages
let product: RunningProduct
let worker: TraceWorker

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sidedoor-trace-data-'))
  chmodSync(dataDir, 0o711)
  harmless = await serveHarmless()
  product = await startProduct(dataDir, { EXIT_URL: `http://weather.localhost:${harmless.port}/` })
  worker = await TraceWorker.signIn(product, 'Jo')
})
afterAll(async () => {
  await product?.kill()
  harmless?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

type Ending = (browser: TraceBrowser) => Promise<void>
interface Visit {
  readonly script: boolean
  readonly ending: Ending
  readonly addressMayBeIn: RegExp
}

/** One whole visit in a new browser, and the files it left. Every visit has a host name of its own. */
async function visit(expect: ExpectStatic, { script, ending, addressMayBeIn }: Visit): Promise<void> {
  const browser = await TraceBrowser.start()
  const words = newWords()
  const host = `${randomWord()}.localhost`
  const person = new TracePerson(browser.page, words, (said, reply) => worker.answer(said, reply))
  try {
    if (!script) await browser.withoutScript()
    await browser.page.goto(`http://weather.localhost:${harmless.port}/before`)
    await person.talk(`http://${host}:${new URL(product.chat).port}/`)
    await ending(browser)
    expect(Object.keys(person.seen).length).toBeGreaterThan(15)
    expect(searchFiles(browser.folder, { ...words, ...person.seen })).toEqual([])
    const addressIn = searchFiles(browser.folder, { host }).map(({ file }) => file)
    expect(addressIn).not.toEqual([])
    expect(addressIn.filter(file => !addressMayBeIn.test(`/${file}`))).toEqual([])
  } finally {
    await browser.discard()
  }
}

/** Exit, a look back, on to something else, and the browser is closed. */
const leaveAndLookBack =
  (expect: ExpectStatic, backGoesTo: RegExp): Ending =>
  async browser => {
    const { page } = browser
    await pause(SESSION_WRITTEN)
    await page.locator('[data-exit]').click({ noWaitAfter: true })
    await page.waitForURL(/weather/)
    await page.goBack({ waitUntil: 'domcontentloaded' })
    expect(page.url()).toMatch(backGoesTo)
    expect(await page.locator('.m').count()).toBe(0)
    await page.goto(`http://weather.localhost:${harmless.port}/after`)
    await browser.close()
  }

const killInTheMiddle: Ending = async browser => {
  await pause(ALL_WRITTEN)
  await browser.kill()
}

interface Careless {
  readonly hits: readonly Hit[]
  readonly files: number
}

/** The same search where there is something to find: without this, no finding would mean nothing. */
async function visitCareless(ending: Ending): Promise<Careless> {
  const words = { sentence: randomWord(), name: randomWord(), said: randomWord(), draft: randomWord() }
  const careless = await serveCareless(words.sentence)
  const browser = await TraceBrowser.start()
  const { page } = browser
  try {
    await page.goto(`http://careless.localhost:${careless.port}/`)
    await page.locator('input').click()
    await page.keyboard.type(words.name)
    await page.locator('textarea').click()
    await page.keyboard.type(words.said)
    await page.locator('button').click()
    await page.locator('#said', { hasText: words.said }).waitFor()
    await page.locator('textarea').click()
    await page.keyboard.type(words.draft)
    await ending(browser)
    return { hits: searchFiles(browser.folder, words), files: filesBelow(browser.folder).length }
  } finally {
    await browser.discard()
    careless.close()
  }
}

const placesOf = ({ hits }: Careless, marker: string): string =>
  hits
    .filter(hit => hit.marker === marker)
    .map(({ file, as }) => `${file} ${as}`)
    .join('\n')

function expectTraces(expect: ExpectStatic, careless: Careless): void {
  expect(careless.files).toBeGreaterThan(50)
  expect(placesOf(careless, 'sentence')).toContain('/Cache/')
  expect(placesOf(careless, 'name')).toContain('/Web Data')
  expect(placesOf(careless, 'said')).toContain('/Local Storage/')
  expect(placesOf(careless, 'draft')).toMatch(/\/Sessions\/.* utf16le/)
}

describe('after an exit, a look back and the end of the browser', () => {
  test.concurrent('nothing a person typed or read is left on their device', ({ expect }) =>
    visit(expect, {
      script: true,
      ending: leaveAndLookBack(expect, /weather.*before/),
      addressMayBeIn: ONLY_ADDRESSES
    }))

  test.concurrent('nothing is left where script is switched off', ({ expect }) =>
    visit(expect, { script: false, ending: leaveAndLookBack(expect, /localhost/), addressMayBeIn: COOKIE_TOO }))

  test.concurrent('a careless page leaves traces, and the search finds them', async ({ expect }) => {
    const ending: Ending = async browser => {
      await pause(SESSION_WRITTEN)
      await browser.close()
    }
    expectTraces(expect, await visitCareless(ending))
  })
})

describe('when the browser dies in the middle of the chat', () => {
  test.concurrent('nothing a person typed or read is left on their device', ({ expect }) =>
    visit(expect, { script: true, ending: killInTheMiddle, addressMayBeIn: COOKIE_TOO }))

  test.concurrent('nothing is left where script is switched off', ({ expect }) =>
    visit(expect, { script: false, ending: killInTheMiddle, addressMayBeIn: COOKIE_TOO }))

  test.concurrent('a careless page leaves traces, and the search finds them', async ({ expect }) => {
    expectTraces(expect, await visitCareless(killInTheMiddle))
  })
})
