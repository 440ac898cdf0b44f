// Coming back by a word, on a small phone: after an hour, after silence, for whoever else holds the phone, with the Back button.
import { randomBytes } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BEFORE_WORDS } from '../with-words.ts'
import { Away } from './away.ts'
import { Person } from './person.ts'
import { seen, words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

const OWN_WORDS = 'They read my letters'
const SAFE_WORD = 'blue lamp'
const SECOND_WORD = 'grey stone'
/** Of what they say, the first two they have answered when they write. */
const ANSWERED = 2
const MASTER_KEY = randomBytes(32)

let stage: Stage
let away: Away
let worker: Worker
beforeAll(async () => {
  stage = await raiseStage({ MASTER_KEY: MASTER_KEY.toString('base64') })
  away = new Away(stage.databaseUrl, MASTER_KEY)
  worker = await Worker.signIn(stage.browser, stage.product.staff, await stage.product.signIn(), 'Sam')
})
afterAll(async () => {
  await away?.close()
  await stage?.close()
})

const arrive = (more = {}, browser: Browser = stage.browser) =>
  Person.at(browser, stage.product.chat, `${stage.elsewhere.url}before`, more)

/** Somebody who has said something, has asked for a person, and waits with their two words given. */
async function waiting(person: Person, pick = true): Promise<void> {
  await person.open()
  await person.choose('channelOk', 'yes')
  await person.isAsked('dangerNow')
  await person.say(OWN_WORDS)
  await person.choose('dangerNow', 'no')
  for (const [question, option] of BEFORE_WORDS.slice(ANSWERED)) await person.choose(question, option)
  if (pick) {
    await person.fill('safeWord', SAFE_WORD)
    await person.fill('decoyWord', SECOND_WORD)
  } else await person.skip('safeWord')
  await person.reads(words.page('waitingHeading'))
}

const said = ({ page }: Person, word: string) => page.locator('#now [name=word]').fill(word)
/** From the start page to the door, and says a word there. */
async function say(person: Person, word: string): Promise<void> {
  await person.page.locator('a[href="/r"]').click()
  await said(person, word)
  await person.page.getByRole('button', { name: words.page('continue') }).click()
}

/** Neither on the screen nor in what the browser was sent. */
async function saysNothing(person: Person): Promise<void> {
  const look = async (): Promise<string[]> => [await person.words(), await person.page.content()]
  // A page that comes out of the browser's memory empties itself and is fetched again: then look once more.
  const [screen, source] = await look().catch(() => person.page.waitForLoadState().then(look))
  for (const text of [OWN_WORDS, SAFE_WORD, SECOND_WORD, '••••', words.page('waitingHeading'), 'class="m ']) {
    expect(screen).not.toContain(text)
    expect(source).not.toContain(text)
  }
}

/** The page everybody sees first. */
async function isStart(person: Person): Promise<void> {
  await person.isAsked('channelOk')
  await person.reads(words.page('howToLeave'))
  expect(await seen(person.log)).toBe('')
  await saysNothing(person)
}

async function goesOn(person: Person): Promise<void> {
  await person.choose('channelOk', 'yes')
  await person.reads(words.page('waitingHeading'))
  await person.log.getByText(OWN_WORDS, { exact: true }).waitFor()
}

const isWhole = ({ page }: Person) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

describe.each([true, false])('whoever closed the page an hour ago (script: %s)', javaScriptEnabled => {
  let person: Person
  beforeAll(async () => {
    person = await arrive({ javaScriptEnabled })
    await waiting(person)
    await person.page.goto(`${stage.elsewhere.url}after`)
    await away.forAnHour()
  })
  afterAll(() => person?.close())

  it('finds the page everybody sees first, also by the Back button', async () => {
    await person.page.goBack({ waitUntil: 'commit' })
    await isStart(person)
    await person.open()
    await isStart(person)
  })

  it('is told of a word that does not match in one sentence', async () => {
    await say(person, 'red lamp')
    await person.reads(words.message('wordNoMatch'))
    expect(await person.page.locator('#now [name=word]').inputValue()).toBe('')
    expect(await isWhole(person)).toBe(true)
    await saysNothing(person)
  })

  it('is asked with the right word whether it is safe, and sees nothing else', async () => {
    await said(person, 'Blue  Lamp')
    await person.page.getByRole('button', { name: words.page('continue') }).click()
    await person.page.locator('#now[data-short]').waitFor()
    await person.isAsked('channelOk')
    await saysNothing(person)
    expect(await isWhole(person)).toBe(true)
    expect(await person.page.locator('a[href="/r"], a[href="/t"], iframe').count()).toBe(0)
  })

  it('goes on where they were, and can write to whoever comes', async () => {
    await goesOn(person)
    await person.say('I am back')
  })

  it('has nothing to come back to after an exit', async () => {
    await person.exit.click()
    await person.page.waitForURL(stage.elsewhere.url)
    await person.open()
    await isStart(person)
    await say(person, SAFE_WORD)
    await person.reads(words.message('wordNoMatch'))
  })
})

describe('somebody who is made to open it', () => {
  let person: Person
  let reference = ''
  beforeAll(async () => {
    person = await arrive()
    await waiting(person)
    reference = await away.newestReference()
    await person.page.goto(`${stage.elsewhere.url}after`)
    await away.forAnHour()
    await person.open()
    await isStart(person)
  })
  afterAll(() => person?.close())

  it('writes the second word, and the page is the one everybody sees first', async () => {
    await say(person, SECOND_WORD)
    await person.reads(words.page('howToLeave'))
    await isStart(person)
    expect(new URL(person.page.url()).pathname).toBe('/')
  })

  it('is known to the worker at once: it stands above everything else', async () => {
    await worker.page.goto(`${stage.product.staff}/c/${reference}`)
    expect(await seen(worker.banner)).toContain(words.staff('alarm-decoy'))
    await worker.toDesk()
  })

  it('comes back with the safe word when they are alone', async () => {
    await say(person, SAFE_WORD)
    await person.page.locator('#now[data-short]').waitFor()
    await goesOn(person)
  })
})

it('somebody who tries words finds nothing: after two even the right one is answered like the others', async () => {
  const person = await arrive()
  await waiting(person)
  const reference = await away.newestReference()
  await person.page.goto(`${stage.elsewhere.url}after`)
  await away.forAnHour()
  await person.open()
  const screens: string[] = []
  for (const word of ['letters', 'phone', SAFE_WORD]) {
    await person.open()
    await say(person, word)
    await person.reads(words.message('wordNoMatch'))
    screens.push(await person.words())
  }
  expect(new Set(screens).size).toBe(1)
  await worker.page.goto(`${stage.product.staff}/c/${reference}`)
  expect(await seen(worker.banner)).toContain(words.staff('alarm-wrongWords'))
  await person.close()
})

describe('ten minutes of silence', () => {
  /** Well into the conversation, on a page whose clock the test moves. */
  async function silent(pick: boolean): Promise<Person> {
    const person = await arrive()
    await waiting(person, pick)
    await away.nobodyIsWaitedFor()
    await person.page.clock.install()
    await person.open()
    await person.log.getByText(OWN_WORDS, { exact: true }).waitFor()
    return person
  }

  it('clear the screen of whoever has a word: the start page is there, the Back button shows nothing, the word leads back', async () => {
    const person = await silent(true)
    await person.page.clock.fastForward('10:01')
    await person.reads(words.page('howToLeave'))
    await isStart(person)
    for (const turn of ['goBack', 'goForward', 'goBack', 'goForward'] as const) {
      await person.page[turn]({ waitUntil: 'commit' })
      await saysNothing(person)
    }
    await person.open()
    await say(person, SAFE_WORD)
    await person.page.locator('#now[data-short]').waitFor()
    await saysNothing(person)
    await person.choose('channelOk', 'yes')
    await person.log.getByText(OWN_WORDS, { exact: true }).waitFor()
    await person.close()
  })

  it('on the page that asks whether it is safe clear that too', async () => {
    const person = await silent(true)
    await person.page.clock.fastForward('10:01')
    await person.reads(words.page('howToLeave'))
    await say(person, SAFE_WORD)
    await person.page.locator('#now[data-short]').waitFor()
    await person.page.clock.fastForward('10:01')
    await person.reads(words.page('howToLeave'))
    await isStart(person)
    await person.close()
  })

  it('end the conversation of whoever has none: another page opens', async () => {
    const person = await silent(false)
    await person.page.clock.fastForward('10:01')
    await person.page.waitForURL(stage.elsewhere.url)
    await person.open()
    await isStart(person)
    await person.close()
  })

  it('mean nothing while somebody waits for a worker', async () => {
    const person = await arrive()
    await waiting(person)
    await person.page.clock.install()
    await person.open()
    await person.reads(words.page('waitingHeading'))
    await person.field.fill('half a line')
    await person.page.clock.fastForward('30:00')
    // The server would not end it either, but the page would be fetched anew, and what was being written be gone.
    await person.page.waitForTimeout(500)
    expect(await person.field.inputValue()).toBe('half a line')
    await person.reads(words.page('waitingHeading'))
    await person.log.getByText(OWN_WORDS, { exact: true }).waitFor()
    expect(await person.page.locator('body.away').count()).toBe(0)
    await person.close()
  })
})
