// A person at the page, with real keys: answers, writes, is answered by a worker, and has begun one more line.
import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Markers } from './profile-search.ts'

/** Small letters and digits, and never the same beginning: a database that packs what repeats still has them whole. */
export const randomWord = (): string => `q${randomBytes(9).toString('hex')}`

export interface Spoken {
  /** Said to come back, before anything else: it opens nothing. */
  readonly wordAtTheDoor: string
  readonly ownWords: string
  readonly besideAnswer: string
  readonly contactDetail: string
  readonly safeWord: string
  readonly sentToWorker: string
  readonly workerReply: string
  readonly unsentDraft: string
}

export const newWords = (): Spoken => ({
  wordAtTheDoor: randomWord(),
  ownWords: randomWord(),
  besideAnswer: randomWord(),
  contactDetail: randomWord(),
  safeWord: randomWord(),
  sentToWorker: randomWord(),
  workerReply: randomWord(),
  unsentDraft: randomWord()
})

const OPENING = [
  ['audience', 'survivor'],
  ['personNear', 'no'],
  ['deviceWatched', 'no'],
  ['ageBand', '18plus'],
  ['privacyLimits', 'ok']
] as const

export class TracePerson {
  readonly #page: Page
  readonly #words: Spoken
  readonly #answer: (words: string, reply: string) => Promise<void>
  readonly #seen = new Set<string>()

  /** `answer`: how a worker finds these words and replies to them. */
  constructor(page: Page, words: Spoken, answer: (words: string, reply: string) => Promise<void>) {
    this.#page = page
    this.#words = words
    this.#answer = answer
  }

  /** What the assistant said and offered on the way, as markers. */
  get seen(): Markers {
    return Object.fromEntries([...this.#seen].map(text => [`assistant: ${text}`, text]))
  }

  /** From the first question to the middle of a chat with a worker, a line begun and not sent. */
  async talk(chat: string): Promise<void> {
    const words = this.#words
    await this.#page.goto(chat, { waitUntil: 'domcontentloaded' })
    await this.#page.locator('a[href="/r"]').click()
    await this.#type(this.#page.locator('#now [name=word]'), words.wordAtTheDoor)
    await this.#page.keyboard.press('Enter')
    await this.#page.locator('#err').waitFor()
    await this.#page.locator('#now a[href="/"]').click()
    await this.#choose('channelOk', 'yes')
    await this.#write('dangerNow', words.ownWords)
    await this.#page.locator('#log', { hasText: words.ownWords }).waitFor()
    await this.#choose('dangerNow', 'no')
    for (const [question, option] of OPENING) await this.#choose(question, option)
    await this.#choose('wantsNow', 'person', words.besideAnswer)
    await this.#choose('contactMethod', 'text')
    await this.#write('contactDetail', words.contactDetail)
    await this.#choose('textFirst', 'yes')
    await this.#skip('contactTimes')
    await this.#write('safeWord', words.safeWord)
    await this.#skip('decoyWord')
    await this.#withWorker()
  }

  async #withWorker(): Promise<void> {
    const { sentToWorker, workerReply, unsentDraft } = this.#words
    const field = this.#page.locator('textarea[name=text]')
    await this.#type(field, sentToWorker)
    await this.#page.locator('button.main', { hasText: 'Send' }).click()
    await this.#page.locator('#log', { hasText: sentToWorker }).waitFor()
    await this.#answer(sentToWorker, workerReply)
    await this.#shown(workerReply)
    await this.#type(field, unsentDraft)
    await this.#look()
  }

  /** In the log with script, in the frame without. */
  async #shown(text: string): Promise<void> {
    const line = this.#page.locator('#log .worker', { hasText: text })
    const framed = this.#page.frameLocator('iframe').locator('.worker', { hasText: text })
    await Promise.any([line.waitFor(), framed.waitFor()])
  }

  async #choose(question: string, option: string, besides?: string): Promise<void> {
    const form = this.#form(question)
    await form.locator(`input[value="${option}"]`).check()
    if (besides) await this.#type(form.locator('[name=text]'), besides)
    await this.#look()
    await form.locator('[data-continue]').click()
  }

  async #write(question: string, words: string): Promise<void> {
    await this.#type(this.#form(question).locator('[name=text]'), words)
    await this.#look()
    await this.#page.keyboard.press('Enter')
  }

  async #skip(question: string): Promise<void> {
    await this.#form(question).waitFor()
    await this.#page.locator('button[value=skip]').click()
  }

  /** Key by key: a browser remembers what a person typed, not what a program put there. */
  async #type(field: ReturnType<Page['locator']>, words: string): Promise<void> {
    await field.click()
    await this.#page.keyboard.type(words)
  }

  #form(question: string) {
    return this.#page.locator(`form[data-question="${question}"]`)
  }

  /** Remembers what is on the screen. Only what is long enough to be nobody else's, and without signs that HTML writes otherwise. */
  async #look(): Promise<void> {
    const texts = await this.#page.locator('h1, .choice span, .m.assistant p').allInnerTexts()
    const parts = texts.flatMap(text => text.split(/["'&<>\n]/)).map(part => part.trim())
    for (const part of parts) if (part.length >= LONG_ENOUGH) this.#seen.add(part)
  }
}

const LONG_ENOUGH = 12
