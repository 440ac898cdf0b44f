// No barrier in a language that is longer and runs the other way: the pseudo language, which nobody has to translate.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { door } from '../../flows/index.ts'
import { Hub } from '../../src/channels/hub.ts'
import { webChannel } from '../../src/channels/web/routes.ts'
import { Conversations } from '../../src/conversation/conversations.ts'
import { handoversOf } from '../../src/handover/step.ts'
import { TIMINGS } from '../../src/handover/timings.ts'
import { makeLog } from '../../src/log.ts'
import { ConversationStore } from '../../src/store/conversations.ts'
import { archiveFlows } from '../../src/store/flow-archive.ts'
import { LOCALES, SOURCE_LOCALE } from '../../src/wording/folder.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'
import type { MissingWords } from '../../src/wording/words.ts'
import { ANY_RECORD } from '../any-record.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'
import { PSEUDO_LOCALE, writePseudo } from '../wording/pseudo.ts'
import { Look } from './access-look.ts'
import { PHONE_SCREEN, ZOOMED_SCREEN } from './access-views.ts'
import { launchChromium } from './chromium.ts'
import { Person } from './person.ts'

/** Under the name of a language there is: a page may not say it is in one that there is not. */
const SPOKEN = 'ar'
const WORKER = { id: 'f2a1c1c0-0000-4000-8000-000000000001', name: 'Robin' }

let folder = ''
let product: TestProduct
let conversations: Conversations
let chat: FastifyInstance
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidedoor-pseudo-'))
  writePseudo(join(LOCALES, SOURCE_LOCALE), folder)
  renameSync(join(folder, PSEUDO_LOCALE), join(folder, SPOKEN))
  product = await openTestProduct()
  const { connection, vault, desk } = product
  const onMissing = ({ locale, key }: MissingWords) => {
    throw new Error(`${locale} has no words for ${key}`)
  }
  const wordbook = await Wordbook.open(folder, onMissing, 'all')
  const flows = await archiveFlows(connection, door)
  conversations = new Conversations({
    store: new ConversationStore(connection, vault, ANY_RECORD),
    desk,
    handovers: handoversOf(TIMINGS),
    flows,
    wordbook
  })
  const hub = new Hub(inbound => conversations.receive(inbound))
  const key = randomBytes(32)
  const log = makeLog('silent')
  chat = webChannel({ ...product, conversations, wordbook, hub, key, exitUrl: 'about:blank', log })
  await chat.listen({ port: 0, host: 'localhost' })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await chat?.close()
  await product?.close()
  rmSync(folder, { recursive: true, force: true })
})

it('the page can be read and pressed from right to left, and with words a third longer', async () => {
  const address = chat.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const person = await Person.at(browser, `http://localhost:${port}/`, 'about:blank', {
    extraHTTPHeaders: { 'accept-language': SPOKEN }
  })
  const { page } = person
  const look = Look.asPerson([ZOOMED_SCREEN, PHONE_SCREEN])
  await person.open()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await look.at('right to left, first question', page)
  await person.form('channelOk').locator('[data-continue]').click()
  await page.locator('#err').waitFor()
  await look.at('right to left, error', page)
  await page.locator('a[href="/d"]').click()
  await look.at('right to left, device page', page)
  for (const [path, state] of [
    ['r', 'return page'],
    ['n', 'page of a word that opens nothing']
  ]) {
    await page.goto(`${person.chat}${path}`)
    await page.locator('#now [name=word]').waitFor()
    await look.at(`right to left, ${state}`, page)
  }
  await page.locator('a.main').click()
  await person.answerOpening()
  await person.isAsked('wantsNow')
  await look.at('right to left, one choice', page)
  await person.say('i cant get out')
  await page.locator('[data-check=heldNow]').waitFor()
  await look.at('right to left, a plain yes or no', page)
  await person.confirm('heldNow', 'no')
  await person.choose('wantsNow', 'information')
  await page.locator('[data-now=shelf]').waitFor()
  await look.at('right to left, shelf', page)
  await person.read('children')
  await look.at('right to left, page', page)
  await person.change('wantsNow')
  await person.choose('wantsNow', 'person')
  await person.choose('contactMethod', 'text')
  await person.fill('contactDetail', '07700 900123.')
  await person.isAsked('textFirst')
  await page.locator('a[href="/t"]').click()
  await page.locator('.told').waitFor()
  await look.at('right to left, told page', page)
  await page.locator('a.main').click()
  await person.press('emergency')
  await page.locator('[data-now=emergency]').waitFor()
  await look.at('right to left, emergency', page)

  const { rows } = await product.connection.pool.query('select id from conversation')
  const conversation = String(rows[0].id)
  await conversations.join(conversation, WORKER, 'join')
  await conversations.speak({ conversation, messageId: 'hello', worker: WORKER, text: 'Hello, I am here now.' })
  await page.goto(person.chat, { waitUntil: 'domcontentloaded' })
  await page.locator('[data-now=worker]').waitFor()
  await look.at('right to left, with a worker', page)

  expect(look.faults).toEqual([])
  expect(look.states).toHaveLength(12)
}, 240_000)
