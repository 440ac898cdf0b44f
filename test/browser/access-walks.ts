// Five people who between them see every state of the page.
import type { Look } from './access-look.ts'
import type { Person } from './person.ts'
import { words } from './screen.ts'
import type { Stage } from './stage.ts'
import type { Worker } from './worker.ts'

interface With {
  readonly stage: Stage
  readonly worker: Worker
}
type Walk = (person: Person, look: Look, others: With) => Promise<void>

/** Somebody with time: every kind of question, what they told us, what stays on the device, urgent help. */
const throughTheQuestions: Walk = async (person, look, { stage }) => {
  const { page } = person
  await person.isAsked('channelOk')
  await look.at('first question', page)
  await person.form('channelOk').locator('[data-continue]').click()
  await page.locator('#err').waitFor()
  await look.at('error', page)
  await page.locator('a[href="/d"]').click()
  await page.locator('[data-now=aside]').waitFor()
  await look.at('device page', page)
  await page.locator('a.main').click()
  await person.choose('channelOk', 'yes')
  await person.isAsked('dangerNow')
  await person.say('This is a long story, it began years ago and there is so very much of it to tell')
  await look.at('own words', page)
  await person.press('emergency')
  await page.locator('[data-now=emergency]').waitFor()
  await look.at('emergency', page)
  await person.press('goOn')
  await person.choose('dangerNow', 'no')
  await person.choose('audience', 'survivor')
  await person.choose('personNear', 'no')
  await person.choose('deviceWatched', 'no')
  await person.choose('ageBand', '18plus')
  await person.isAsked('privacyLimits')
  await look.at('acknowledgement', page)
  await person.choose('privacyLimits', 'ok')
  await person.choose('wantsNow', 'questions')
  await person.isAsked('wants')
  await look.at('one choice', page)
  await person.skipTo('threatsToKill')
  await look.at('many choices', page)
  await page.locator('a[href="/t"]').click()
  await page.locator('.told').waitFor()
  await page.locator('button[name=withhold]').first().click()
  await page.locator('button[name=giveBack]').waitFor()
  await look.at('told page', page)
  await person.exit.click()
  await page.waitForURL(stage.elsewhere.url)
}

/** Somebody who asks for a person, and talks to one until the worker closes the chat. */
const withAWorker: Walk = async (person, look, { worker }) => {
  const { page } = person
  await person.answerOpening()
  await person.choose('wantsNow', 'person')
  await person.choose('contactMethod', 'text')
  await person.isAsked('contactDetail')
  await look.at('text question', page)
  await person.fill('contactDetail', '07700 900123')
  await person.choose('textFirst', 'yes')
  await person.skip('contactTimes')
  await person.skip('safeWord')
  await page.locator('[data-now=waiting]').waitFor()
  await look.at('waiting', page)
  await worker.toDesk()
  await worker.openWaiting()
  await worker.take()
  await page.locator('[data-now=worker]').waitFor()
  await worker.write('Hello, I am here now. Take your time; there is no hurry at all.')
  await page.locator('.m.worker').first().waitFor()
  await person.say('thank you. It is hard to write this down')
  await look.at('with a worker', page)
  await worker.finish()
  await page.locator('[data-now=ended]').waitFor()
  await look.at('closed', page)
}

/** Somebody who may be looked at: short mode, a pause; then the database is gone. */
const watched: Walk = async (person, look, { stage }) => {
  const { page } = person
  await person.choose('channelOk', 'unsure')
  await person.isAsked('dangerNow')
  await look.at('short mode', page)
  await person.choose('dangerNow', 'yes')
  await page.locator('[data-now^=pause]').waitFor()
  await look.at('pause', page)
  await person.press('goOn')
  await person.isAsked('audience')
  stage.database.cut()
  try {
    await person.choose('audience', 'survivor')
    await page.locator('#err').waitFor()
    await look.at('down, with script', page)
    await page.reload()
    await page.locator('[data-now=trouble]').waitFor()
    await look.at('down page', page)
  } finally {
    stage.database.mend()
  }
}

/** Somebody who writes instead of choosing: what they wrote is asked back. */
const inOwnWords: Walk = async (person, look) => {
  const { page } = person
  await page.locator('a[href="/r"]').click()
  await page.locator('#now [name=word]').waitFor()
  await look.at('return page', page)
  await page.goto(new URL('/n', person.chat).href)
  await person.reads(words.message('wordNoMatch'))
  await look.at('page of a word that opens nothing', page)
  await person.open()
  await person.answerOpening()
  await person.choose('wantsNow', 'questions')
  await person.isAsked('wants')
  await person.say('i cant get out')
  await page.locator('[data-check=heldNow]').waitFor()
  await look.at('a plain yes or no', page)
  await person.confirm('heldNow', 'no')
  await person.isAsked('wants')
  await person.say('he put his hands round my neck and i couldnt breathe')
  await person.isAsked('neck')
  await look.at('a question before its turn', page)
  await person.skip('neck')
  await person.choose('wants', 'talk')
  await person.isAsked('area')
  await person.say('southamton')
  await page.locator('[data-check="meant.area"]').waitFor()
  await look.at('did you mean', page)
  await person.confirm('meant.area', 'yes')
  await person.isAsked('safeTonight')
  await person.say('hes kicking the door in')
  await page.locator('[data-now=emergency]').waitFor()
  await look.at('emergency by own words', page)
  await person.press('goOn')
  await person.isAsked('safeTonight')
  await person.field.fill('hes home now')
  await person.field.press('Enter')
  await page.locator('[data-now=hushed]').waitFor()
  await look.at('somebody near', page)
  await page.locator('button[name="do"][value="repeat"]').click()
  await person.isAsked('safeTonight')
  await person.say('i want to die tonight')
  await page.locator('[data-now=emergency]').waitFor()
  await look.at('a life at risk', page)
}

/** Somebody who may not be written to, and somebody whose words nobody foresaw. */
const unforeseen: Walk = async (person, look) => {
  const { page } = person
  await person.choose('channelOk', 'no')
  await page.locator('[data-now^=pause]').waitFor()
  await look.at('before they go', page)
  await person.press('back')
  await person.choose('channelOk', 'yes')
  await person.isAsked('dangerNow')
  await person.say('qwer asdf zxcv')
  await page.locator('a[href="#q"]').waitFor()
  await look.at('not understood', page)
}

/** A friend who only wants to read. */
const reading: Walk = async (person, look) => {
  const { page } = person
  await person.choose('channelOk', 'yes')
  await person.choose('dangerNow', 'no')
  await person.choose('audience', 'friend')
  await person.choose('deviceWatched', 'no')
  await person.choose('privacyLimits', 'ok')
  await person.choose('wantsNow', 'information')
  await page.locator('[data-now=shelf]').waitFor()
  await look.at('shelf', page)
  await person.read('helping')
  await look.at('page', page)
  await person.press('goOn')
  await person.read('children')
  await look.at('page with numbers', page)
  await person.press('person')
  await page.locator('[data-now=waiting]').waitFor()
  await look.at('waiting while reading', page)
}

export const WALKS = [
  { who: 'somebody with time', walk: throughTheQuestions, states: 9 },
  { who: 'somebody who asks for a person', walk: withAWorker, states: 4 },
  { who: 'somebody who may be looked at', walk: watched, states: 4 },
  { who: 'somebody who writes instead of choosing', walk: inOwnWords, states: 8 },
  { who: 'somebody whose words nobody foresaw', walk: unforeseen, states: 2 },
  { who: 'a friend who only wants to read', walk: reading, states: 4 }
] as const
