// Leaving: always in reach, at once, and with nothing to come back to.
import { get } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PHONE } from './chromium.ts'
import { Person } from './person.ts'
import { Visitor } from './plain.ts'
import { SOON, seen, words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'

const OWN_WORDS = 'They read my letters'

let stage: Stage
beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())
afterEach(() => stage.elsewhere.answers(true))

const arrive = (more = {}) => Person.at(stage.browser, stage.product.chat, `${stage.elsewhere.url}before`, more)

/** Somebody well into the conversation, who has said something in their own words and asked for a person. */
async function wellInto(more = {}): Promise<Person> {
  const person = await arrive(more)
  await person.open()
  await person.choose('channelOk', 'yes')
  await person.isAsked('dangerNow')
  await person.say(OWN_WORDS)
  await person.press('person')
  await person.reads(words.page('closedHeading'))
  return person
}

const shiftThreeTimes = async ({ page }: Person) => {
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
}

const cookieOf = async ({ context, chat }: Person): Promise<string> =>
  (await context.cookies(chat)).map(({ name, value }) => `${name}=${value}`).join('; ')

async function saysNothing(person: Person): Promise<void> {
  const screen = await person.words()
  expect(screen).not.toContain(OWN_WORDS)
  expect(screen).not.toContain(words.question('dangerNow', 'web').text)
  expect(screen).not.toContain(words.page('closedHeading'))
}

const WAYS = [
  { way: 'a press', script: true, leave: (person: Person) => person.exit.click() },
  { way: 'Shift three times', script: true, leave: shiftThreeTimes },
  { way: 'Enter on the first thing the Tab key reaches', script: true, leave: byKeyboard },
  { way: 'the plain link', script: false, leave: (person: Person) => person.exit.click() }
]

async function byKeyboard({ page }: Person): Promise<void> {
  await page.reload()
  await page.locator('header').click({ position: { x: 1, y: 1 } })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
}

describe.each(WAYS)('leaving by $way (script: $script)', ({ script, leave }) => {
  let person: Person
  let cookie = ''

  beforeAll(async () => {
    person = await wellInto({ javaScriptEnabled: script })
    cookie = await cookieOf(person)
    expect(cookie).not.toBe('')
    await leave(person)
  })
  afterAll(() => person?.close())

  it('brings another page, which is not told where the person came from', async () => {
    await person.page.waitForURL(stage.elsewhere.url)
    await person.page.getByText('Weather for today').waitFor()
    expect(stage.elsewhere.heard.map(({ referrer }) => referrer).filter(Boolean)).toEqual([])
  })

  it('takes the cookie away', () => expect.poll(() => cookieOf(person), SOON).toBe(''))

  it('leaves nothing to see on the way back and forward, nor when the page is opened anew', async () => {
    for (const turn of ['goBack', 'goForward', 'goBack'] as const) {
      await person.page[turn]({ waitUntil: 'commit' })
      await saysNothing(person)
    }
    await person.open()
    await person.isAsked('channelOk')
    await saysNothing(person)
    expect(await seen(person.log)).toBe('')
  })

  it('makes the old cookie worthless', async () => {
    const thief = new Visitor(stage.product.chat, cookie)
    const page = await thief.get('/')
    expect(page.text).toContain('data-question="channelOk"')
    expect(page.text).not.toContain(OWN_WORDS)
    expect((await new Visitor(stage.product.chat, cookie).get('/t')).headers.location).toBe('/')
    for (const stream of ['/e', '/l']) {
      expect(await new Visitor(stage.product.chat, cookie).get(stream)).toMatchObject({ status: 204, text: '' })
    }
    const posted = await new Visitor(stage.product.chat, cookie).post({ text: 'hello', k: thief.token })
    expect(posted.text).not.toContain(OWN_WORDS)
  })
})

describe('the way out', () => {
  it.each([true, false])('is the first thing the Tab key reaches (script: %s)', async javaScriptEnabled => {
    const person = await arrive({ javaScriptEnabled })
    await person.open()
    await person.isAsked('channelOk')
    await person.page.keyboard.press('Tab')
    expect(await person.page.evaluate(() => document.activeElement?.hasAttribute('data-exit'))).toBe(true)
    await person.close()
  })

  it.each([PHONE, { width: 320, height: 256 }])('stands whole on a screen of $width by $height', async viewport => {
    const person = await arrive({ viewport })
    await person.open()
    await isWholeWhereverScrolled(person)
    await person.answerOpening()
    await person.choose('wantsNow', 'questions')
    await person.isAsked('wants')
    await isWholeWhereverScrolled(person)
    await person.press('emergency')
    await person.reads(words.page('emergencyHeading'))
    await isWholeWhereverScrolled(person)
    await person.close()
  })

  it('does not wait for a page that does not come', async () => {
    const person = await wellInto()
    stage.elsewhere.answers(false)
    await person.exit.click()
    await person.page.waitForURL('about:blank')
    expect(await person.words()).toBe('')
    await person.page.goBack({ waitUntil: 'commit' })
    await saysNothing(person)
    await person.close()
  })

  it('shows an empty page, without script, while the other page does not come', async () => {
    const person = await wellInto({ javaScriptEnabled: false })
    stage.elsewhere.answers(false)
    await person.exit.click({ noWaitAfter: true })
    await person.page.waitForURL(`${stage.product.chat}/g`, { waitUntil: 'commit' })
    const { text } = await new Visitor(stage.product.chat).get('/g')
    expect(text.replace(/<title>.*<\/title>|<[^>]*>/g, '')).toBe('')
    await person.close()
  })

  it('is not taken by somebody who writes in capitals', async () => {
    const person = await arrive()
    await person.open()
    await person.isAsked('channelOk')
    await person.field.click()
    for (const letter of 'HELP') await person.page.keyboard.press(`Shift+${letter}`)
    for (const letter of 'ME') {
      await person.page.keyboard.down('Shift')
      await person.page.keyboard.down(letter)
      await person.page.keyboard.up('Shift')
      await person.page.keyboard.up(letter)
    }
    expect(await person.field.inputValue()).toBe('HELPME')
    await person.isAsked('channelOk')
    await person.close()
  })

  it('is not taken by the Shift key of a touch keyboard, and is by three of its own presses elsewhere', async () => {
    const person = await arrive({ hasTouch: true, isMobile: true })
    await person.open()
    await person.isAsked('channelOk')
    await person.field.tap()
    await shiftThreeTimes(person)
    await shiftThreeTimes(person)
    await person.isAsked('channelOk')
    await person.field.blur()
    await shiftThreeTimes(person)
    await person.page.waitForURL(stage.elsewhere.url)
    await person.close()
  })

  it('is told while Shift is pressed', async () => {
    const person = await arrive()
    await person.open()
    await person.isAsked('channelOk')
    await person.page.keyboard.press('Shift')
    await person.page.getByRole('status').getByText(words.page('shiftTwice')).waitFor()
    await person.page.keyboard.press('Shift')
    await person.page.getByRole('status').getByText(words.page('shiftOnce')).waitFor()
    await person.close()
  })
})

it('a stream that is open when the person leaves ends, and brings nothing more', async () => {
  const person = await wellInto()
  const cookie = await cookieOf(person)
  let heard = ''
  const ended = new Promise<void>((resolve, reject) => {
    get(`${stage.product.chat}/e`, { headers: { cookie } }, reply => {
      reply.setEncoding('utf8')
      reply.on('data', chunk => {
        heard += chunk
      })
      reply.on('end', resolve)
    }).on('error', reject)
  })
  await expect.poll(() => heard, SOON).toContain('data: ')
  const before = heard
  await person.exit.click()
  await ended
  expect(heard).toBe(before)
  await person.close()
})

/** The exit is inside what is seen and nothing lies over it, at the top, in the middle and at the end of the page. */
async function isWholeWhereverScrolled({ page, exit }: Person): Promise<void> {
  for (const part of [0, 0.5, 1]) {
    await page.evaluate(to => scrollTo(0, to * document.documentElement.scrollHeight), part)
    const seen = await exit.evaluate(link => {
      const { top, left, bottom, right } = link.getBoundingClientRect()
      const isInside = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth
      const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      return { isInside, isOnTop: onTop !== null && link.contains(onTop) }
    })
    expect(seen).toEqual({ isInside: true, isOnTop: true })
  }
}
