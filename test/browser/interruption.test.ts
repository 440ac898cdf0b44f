// The line breaks, the network goes, the server is killed: whoever is in a conversation goes on, and nothing is lost or doubled.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningProduct, startProduct } from '../crash/product-process.ts'
import { launchChromium } from './chromium.ts'
import { type Elsewhere, openElsewhere } from './elsewhere.ts'
import { Person } from './person.ts'
import { SOON, words } from './screen.ts'
import { Wire } from './wire.ts'
import { Worker } from './worker.ts'

let folder: string
let browser: Browser
let elsewhere: Elsewhere
let product: RunningProduct
let chatWire: Wire
let staffWire: Wire
let worker: Worker
let person: Person

const portOf = (address: string): number => Number(new URL(address).port)
const start = () => startProduct(folder, { EXIT_URL: elsewhere.url })

async function killAndRestart(): Promise<void> {
  await product.kill()
  await restart()
}

/** Starts it again where the open pages look for it. */
async function restart(): Promise<void> {
  product = await start()
  chatWire.leadTo(portOf(product.chat))
  staffWire.leadTo(portOf(product.staff))
}

const arrive = async (javaScriptEnabled = true) => {
  person = await Person.at(browser, `http://localhost:${chatWire.port}`, `${elsewhere.url}before`, {
    javaScriptEnabled
  })
  await person.open()
}

/** The person and the worker have met. */
async function meet(): Promise<void> {
  await arrive()
  await person.choose('channelOk', 'yes')
  await person.isAsked('dangerNow')
  await person.press('person')
  await person.reads(words.page('waitingHeading'))
  await worker.toDesk()
  await worker.openWaiting()
  await worker.take()
  await person.reads(words.message('workerJoined', { name: 'Sam' }))
}

/** Each line stands on the person's screen exactly once, in this order. */
async function standOnce(...lines: readonly string[]): Promise<void> {
  for (const line of lines) await person.log.getByText(line, { exact: true }).waitFor()
  const said = (await person.log.locator('[dir="auto"]').allInnerTexts()).filter(text => lines.includes(text))
  expect(said).toEqual(lines)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidedoor-interruption-'))
  chmodSync(folder, 0o711)
  ;[elsewhere, browser] = await Promise.all([openElsewhere(), launchChromium()])
  product = await start()
  ;[chatWire, staffWire] = await Promise.all([Wire.to(portOf(product.chat)), Wire.to(portOf(product.staff))])
  const staff = `http://127.0.0.1:${staffWire.port}`
  worker = await Worker.signIn(browser, staff, (await product.signIn()).replace(product.staff, staff), 'Sam')
})
afterAll(async () => {
  await browser?.close()
  await product?.kill()
  await Promise.all([elsewhere?.close(), chatWire?.takeDown(), staffWire?.takeDown()])
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => person.close())

describe('while a worker is there', () => {
  beforeEach(meet)

  const BREAKS = [
    { what: 'the connection breaks', breaks: async () => chatWire.cut(), mends: async () => chatWire.mend() },
    {
      what: 'the network goes',
      breaks: () => person.context.setOffline(true),
      mends: () => person.context.setOffline(false)
    }
  ]
  it.each(BREAKS)('nothing is lost or doubled when $what', async ({ breaks, mends }) => {
    await worker.write('before')
    await standOnce('before')
    await breaks()
    await worker.write('meanwhile')
    await person.field.fill('can you hear me')
    await person.field.press('Enter')
    await person.reads(words.page('unreached'))
    expect(await person.field.inputValue()).toBe('can you hear me')
    await mends()
    await person.log.getByText('meanwhile').waitFor()
    await person.field.press('Enter')
    await standOnce('before', 'meanwhile', 'can you hear me')
    await worker.page.getByRole('log').getByText('can you hear me').waitFor()
    await worker.write('after')
    await standOnce('before', 'meanwhile', 'can you hear me', 'after')
  })

  it('they go on talking on the pages they have open when the server is killed and starts again', async () => {
    await worker.write('before')
    await standOnce('before')
    await killAndRestart()
    await worker.write('here again')
    await standOnce('before', 'here again')
    await person.say('I am here too')
    await worker.page.getByRole('log').getByText('I am here too').waitFor()
    await standOnce('before', 'here again', 'I am here too')
  })
})

describe('while a worker is there and a proxy says for a moment that the server is away', () => {
  beforeEach(meet)

  it('what comes by itself comes as quickly as before once the server is back', async () => {
    await person.page.route('**/e?*', route => route.fulfill({ status: 502 }))
    await person.page.reload()
    await person.page.waitForResponse(reply => reply.status() === 502)
    await person.page.unroute('**/e?*')
    // This one still comes when the page asks by itself, some seconds later.
    await worker.write('meanwhile')
    await standOnce('meanwhile')
    await worker.write('at once')
    await person.log.getByText('at once').waitFor({ timeout: 4_000 })
    await standOnce('meanwhile', 'at once')
  })
})

describe('while questions are asked', () => {
  it('what was chosen waits on the page when the server is killed, and is taken when it is back', async () => {
    await arrive()
    await person.choose('channelOk', 'yes')
    await person.pick('dangerNow', 'unsure')
    await product.kill()
    await person.form('dangerNow').locator('[data-continue]').click()
    await person.reads(words.page('unreached'))
    expect(await person.form('dangerNow').locator('[value="unsure"]').isChecked()).toBe(true)
    await restart()
    await person.form('dangerNow').locator('[data-continue]').click()
    await person.isAsked('audience')
    await standOnce(words.option('channelOk', 'yes'), words.option('dangerNow', 'unsure'))
  })

  it('words sent again and again to a server that is dead stay in their field, with the exit beside them', async () => {
    await arrive()
    await person.press('person')
    await person.reads(words.page('waitingHeading'))
    await product.kill()
    await person.field.fill('can you hear me')
    for (let count = 0; count < 3; count += 1) {
      const failed = person.page.waitForEvent('requestfailed', sent => sent.method() === 'POST')
      await person.field.press('Enter')
      await failed
      await person.reads(words.page('unreached'))
      expect(await person.field.inputValue()).toBe('can you hear me')
      expect(await person.exit.isVisible()).toBe(true)
    }
    await restart()
    await person.field.press('Enter')
    await standOnce('can you hear me')
  })

  it('an open page without script goes on after the server was killed', async () => {
    await arrive(false)
    await person.choose('channelOk', 'yes')
    await person.pick('dangerNow', 'unsure')
    await killAndRestart()
    await person.form('dangerNow').locator('[data-continue]').click()
    await person.isAsked('audience')
    await standOnce(words.option('channelOk', 'yes'), words.option('dangerNow', 'unsure'))
  })

  it('words whose answer was lost on the way are sent again and stand once', async () => {
    await arrive()
    await person.choose('channelOk', 'yes')
    await person.isAsked('dangerNow')
    await person.page.route('**/', async route => {
      await route.fetch()
      await route.abort()
    })
    await person.field.fill('The kettle in the hall is blue')
    await person.field.press('Enter')
    await person.reads(words.page('unreached'))
    await person.page.unroute('**/')
    await person.field.press('Enter')
    await person.reads(words.message('notFollowed'))
    await standOnce('The kettle in the hall is blue')
  })

  it('what is being chosen stays when answers from before come slowly', async () => {
    await arrive()
    await person.choose('channelOk', 'yes')
    await person.isAsked('dangerNow')
    await person.press('person')
    await person.press('goOn')
    await person.isAsked('dangerNow')
    const held: (() => void)[] = []
    await person.page.route('**/', async route => {
      const response = await route.fetch()
      await new Promise<void>(resolve => held.push(resolve))
      await route.fulfill({ response })
    })
    // The stream is faster than both answers, so the person goes on before either has come.
    await person.choose('dangerNow', 'no')
    await person.choose('audience', 'survivor')
    await person.pick('personNear', 'no')
    await expect.poll(() => held.length, SOON).toBe(2)
    for (const release of held) {
      const came = person.page.waitForResponse('**/')
      release()
      await (await came).finished()
      await person.page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))))
    }
    expect(await person.form('personNear').locator('[value="no"]').isChecked()).toBe(true)
    await person.page.unroute('**/')
    await person.form('personNear').locator('[data-continue]').click()
    await person.isAsked('deviceWatched')
  })

  it('what the stream brings late does not take the person back to a question they have answered', async () => {
    await arrive()
    await person.choose('channelOk', 'yes')
    await person.isAsked('dangerNow')
    await person.press('person')
    await person.press('goOn')
    await person.isAsked('dangerNow')
    const late = await person.page.evaluate(() =>
      fetch('/', { headers: { accept: 'text/x-part' } }).then(part => part.text())
    )
    await person.choose('dangerNow', 'unsure')
    await person.isAsked('audience')
    let asked = 0
    await person.page.route('**/e?*', async route => {
      asked += 1
      const body = `retry: 10\n\ndata: ${late.replaceAll('\n', '\ndata: ')}\n\n`
      // The browser comes back when it has read the late event; then there is silence.
      if (asked === 1) await route.fulfill({ contentType: 'text/event-stream', body })
    })
    await person.page.reload()
    await expect.poll(() => asked, SOON).toBe(2)
    await person.isAsked('audience')
  })
})

it('whoever only waits is told when nobody can know of it, and whom to call, until the server is back', async () => {
  await arrive()
  await person.press('person')
  await person.reads(words.page('waitingHeading'))
  await product.kill()
  await person.page.getByText(words.page('cutOff')).waitFor()
  const screen = await person.words()
  for (const said of [words.page('cutOff'), '999', '0808 2000 247']) expect(screen).toContain(said)
  await restart()
  await person.page.getByText(words.page('cutOff')).waitFor({ state: 'detached' })
})

it('whoever asks for urgent help while the server is dead reads whom to call', async () => {
  await arrive()
  await person.choose('channelOk', 'yes')
  await person.isAsked('dangerNow')
  await product.kill()
  await person.press('emergency')
  await person.reads(words.page('unreached'))
  const screen = await person.words()
  for (const number of ['999', '0808 2000 247']) expect(screen).toContain(number)
  await restart()
})

it('the exit works while the server is dead', async () => {
  await arrive()
  await person.choose('channelOk', 'yes')
  await person.isAsked('dangerNow')
  await product.kill()
  await person.exit.click()
  await person.page.waitForURL(elsewhere.url)
  await person.page.goBack({ waitUntil: 'commit' })
  expect(await person.words()).not.toContain(words.question('dangerNow', 'web').text)
  await restart()
})
