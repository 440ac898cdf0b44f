// The whole conversation, as a person and a worker see it on two screens: with script, and without on either side.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Person } from './person.ts'
import { picture } from './picture.ts'
import { seen, words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

const OWN_WORDS = 'They keep my bank card & my phone'
const MARKS = '<img src=x onerror=alert(1)></p>'
const KEPT_BACK = 'My cousin knows and must not be told'
const NUMBER = '07700 900123'
const SAFE_WORD = 'blue lamp'
const LEFT = /Left by quick exit at (?:\d+ \w+, )?\d\d:\d\d\. Do not contact\./

let stage: Stage
let colleague: Worker

beforeAll(async () => {
  stage = await raiseStage()
  colleague = await Worker.signIn(stage.browser, stage.product.staff, await stage.product.signIn(), 'Robin')
})
afterAll(() => stage?.close())

describe.each([
  { person: true, worker: true },
  { person: false, worker: true },
  { person: true, worker: false }
])('a person (script: $person) and a worker (script: $worker)', scripts => {
  let person: Person
  let worker: Worker
  /** What the worker's open page would send. */
  let sayAddress = ''
  let sayForm: Record<string, string> = {}

  beforeAll(async () => {
    const { browser, product, elsewhere } = stage
    const link = await colleague.invite(stage.product.codeFor)
    worker = await Worker.signIn(browser, product.staff, link, 'Sam', { javaScriptEnabled: scripts.worker })
    person = await Person.at(browser, product.chat, `${elsewhere.url}before`, { javaScriptEnabled: scripts.person })
  })
  afterAll(async () => {
    await person?.close()
    await worker?.close()
  })

  it('meet a first page that asks one thing, and says how to leave and what leaving does not do', async () => {
    await person.open()
    await person.isAsked('channelOk')
    await person.reads(words.page('howToLeave'))
    await person.reads(words.page('historyStays'))
    expect(await seen(person.log)).toBe('')
  })

  it('go through the opening, where the limits of privacy are told before anything is asked', async () => {
    await person.choose('channelOk', 'yes')
    await person.choose('dangerNow', 'no')
    await person.choose('audience', 'survivor')
    await person.choose('personNear', 'no')
    await person.choose('deviceWatched', 'no')
    await person.choose('ageBand', '18plus')
    await person.choose('privacyLimits', 'tellMeMore')
    await person.reads(words.message('privacyMore'))
    await person.choose('privacyLimits', 'ok')
    await person.choose('wantsNow', 'questions')
    await person.isAsked('wants')
  })

  it('answer in part: in own words, by a choice, not at all', async () => {
    await person.say(OWN_WORDS)
    await person.reads(words.message('concern'))
    // What they wrote of is asked about plainly, before the question they were at.
    await person.skip('control')
    await person.choose('wants', 'housing')
    await person.skip('area')
    await person.isAsked('safeTonight')
    expect(await seen(person.log)).toContain(words.option('wants', 'housing'))
  })

  it('go one question back, and give another answer', async () => {
    await person.press('back')
    await person.choose('area', 'havant')
    await person.choose('safeTonight', 'unsure')
    await person.isAsked('relationship')
  })

  it('change an answer given before, and go on where they were', async () => {
    await person.change('wants')
    await person.choose('wants', 'legal')
    await person.isAsked('relationship')
    await person.choose('relationship', 'carer')
    await person.choose('livesWith', 'no')
    await person.isAsked('fear')
    if (scripts.person && scripts.worker) await picture(person.page, 'chat')
  })

  it('keep one line from the worker before anybody is asked to come', async () => {
    await person.isAsked('fear')
    await person.say(KEPT_BACK)
    await person.choose('fear', 'aBit')
    await person.isAsked('believesSerious')
    await person.page.locator('a[href="/t"]').click()
    await person.reads(words.page('toldHeading'))
    for (const kept of ['fear', 'relationship']) {
      await person.page.locator(`button[name="withhold"][value="${kept}"]`).click()
      await person.page.locator(`button[name="giveBack"][value="${kept}"]`).waitFor()
    }
    expect(await person.page.getByText(words.page('keptBack')).count()).toBe(2)
    await person.page.getByRole('link', { name: words.page('backToQuestions') }).click()
    await person.isAsked('believesSerious')
  })

  it('ask for a person, and are told no more than is true', async () => {
    await person.press('person')
    await person.reads(words.message('waiting'))
    const screen = await person.words()
    expect(screen).toContain(words.page('waitingHeading'))
    expect(screen).not.toContain(words.message('nobodyOnDuty'))
  })

  it('say while they wait how to be reached, and numbers and safe words are hidden at once', async () => {
    await person.press('goOn')
    await person.skipTo('contactMethod')
    await person.choose('contactMethod', 'text')
    await person.fill('contactDetail', NUMBER)
    await person.choose('textFirst', 'yes')
    await person.choose('contactTimes', 'weekdayMorning', 'weekend')
    await person.fill('safeWord', SAFE_WORD)
    await person.skip('decoyWord')
    await person.reads(words.page('waitingHeading'))
    const screen = await person.words()
    expect(screen).toContain('••••')
    expect(screen).not.toContain(NUMBER)
    expect(screen).not.toContain(SAFE_WORD)
  })

  it('are seen at the desk: safe contact first, then ten seconds, then their own words', async () => {
    await worker.toDesk()
    await worker.openWaiting()
    await worker.banner.waitFor()
    const screen = await worker.words()
    const places = [
      await seen(worker.banner),
      words.staff('referralSection-tenSeconds'),
      words.staff('referralSection-verbatim')
    ].map(text => screen.indexOf(text))
    expect(places.every(place => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(await seen(worker.tenSeconds)).toContain(words.staff('referralTriageAid'))
    expect(screen).toContain(OWN_WORDS)
    expect(screen).toContain(words.option('wants', 'legal'))
  })

  it('are not seen in what they kept back, nor is any number or safe word anywhere in the page', async () => {
    const screen = await worker.words()
    const source = await worker.page.content()
    for (const hidden of [KEPT_BACK, words.option('relationship', 'carer'), NUMBER, '900123', SAFE_WORD]) {
      expect(screen).not.toContain(hidden)
      expect(source).not.toContain(hidden)
    }
  })

  it('meet: the person sees who has come, on the page they have open', async () => {
    await person.page.evaluate(() => document.body.setAttribute('data-open', 'still'))
    await worker.take()
    await newLines(person, scripts.person)
      .getByText(words.message('workerJoined', { name: 'Sam' }))
      .waitFor()
    expect(await person.page.locator('body[data-open="still"]').count()).toBe(1)
  })

  it('talk both ways, while the assistant is silent', async () => {
    await worker.write('Hello, I am here. What would help?')
    await newLines(person, scripts.person).getByText('Hello, I am here. What would help?').waitFor()
    await person.say('I want to know about my flat')
    if (!scripts.worker) await worker.page.reload()
    await chatOf(worker, scripts.worker).getByText('I want to know about my flat').waitFor()
    await worker.write('We can look at it together')
    await newLines(person, scripts.person).getByText('We can look at it together').waitFor()
    if (scripts.person && scripts.worker) await picture(worker.page, 'desk', true)
    await person.say(MARKS)
    if (!scripts.worker) await worker.page.reload()
    await chatOf(worker, scripts.worker).getByText(MARKS, { exact: true }).waitFor()
    const since = (await seen(person.log)).split('I want to know about my flat')[1]
    expect(since).not.toContain(`${words.page('assistant')}:`)
    const screen = await person.words()
    for (const said of ['Hello, I am here. What would help?', 'I want to know about my flat']) {
      expect(screen.split(said)).toHaveLength(2)
    }
  })

  it('part: the worker reads when the person left, and that they must not be contacted', async () => {
    sayForm = await worker.page
      .locator('form[action$="/say"] input')
      .evaluateAll((inputs: HTMLInputElement[]) => Object.fromEntries(inputs.map(input => [input.name, input.value])))
    sayAddress = await worker.page.locator('form[action$="/say"]').evaluate((form: HTMLFormElement) => form.action)
    await worker.field.fill('One more thing')
    await person.exit.click()
    await person.page.waitForURL(stage.elsewhere.url)
    if (!scripts.worker) await worker.page.locator('form[action$="/say"] button').click()
    await worker.page.getByText(LEFT).first().waitFor()
    expect(await worker.page.locator('form[action$="/say"]').count()).toBe(0)
  })

  it('part: what the worker still sends is refused, and stays with the worker', async () => {
    expect(await worker.page.locator('#actions textarea').inputValue()).toBe('One more thing')
    const headers = { origin: stage.product.staff }
    const answer = await worker.context.request.post(sayAddress, {
      form: { ...sayForm, text: 'Are you there?' },
      headers
    })
    expect(answer.status()).toBe(409)
    expect(await answer.text()).toContain(words.staff('refusedLeft'))
  })

  it('part: nothing on the way back shows a word of it', async () => {
    for (let step = 0; step < (await person.page.evaluate(() => history.length)); step += 1) {
      await person.page.goBack({ waitUntil: 'commit' })
      await neutral(person)
    }
    await person.open()
    await person.isAsked('channelOk')
    await neutral(person)
  })
})

/** Where new lines of the chat appear: in the log, or without script in the frame that goes on for ever. */
const newLines = (person: Person, script: boolean) =>
  script ? person.log : person.page.frameLocator('iframe').getByRole('log')

const chatOf = (worker: Worker, script: boolean) =>
  script ? worker.page.getByRole('log') : worker.page.frameLocator('iframe').locator('body')

async function neutral(person: Person): Promise<void> {
  const screen = await person.words()
  for (const said of [OWN_WORDS, KEPT_BACK, 'flat', 'Sam', words.option('wants', 'legal')]) {
    expect(screen).not.toContain(said)
  }
}
