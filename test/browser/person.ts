// A person at the page, as a browser shows it to them: they look at the screen, choose, write, press.
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import type { PageId } from '../../src/wording/keys.ts'
import { OPENING } from '../opening.ts'
import { PHONE } from './chromium.ts'
import { IS_ASKED_FOR_PICTURES } from './picture.ts'
import { seen, words } from './screen.ts'

export class Person {
  readonly page: Page
  readonly chat: string

  private constructor(page: Page, chat: string) {
    this.page = page
    this.chat = chat
  }

  /** Opens a browser of their own on some other page. They have not come to the chat yet. */
  static async at(browser: Browser, chat: string, before: string, more: BrowserContextOptions = {}): Promise<Person> {
    const context = await browser.newContext({
      viewport: PHONE,
      deviceScaleFactor: IS_ASKED_FOR_PICTURES ? 2 : 1,
      ...more
    })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    await page.goto(before)
    return new Person(page, chat)
  }

  get context(): BrowserContext {
    return this.page.context()
  }

  get log(): Locator {
    return this.page.getByRole('log', { includeHidden: true }).first()
  }

  get exit(): Locator {
    return this.page.locator('[data-exit]')
  }

  /** The field for words, whatever is asked. */
  get field(): Locator {
    return this.page.locator('#now [name=text]')
  }

  /** The same browser, one more tab: the page as it stands now. */
  async inAnotherTab(): Promise<Person> {
    const page = await this.context.newPage()
    await page.goto(this.chat, { waitUntil: 'domcontentloaded' })
    return new Person(page, this.chat)
  }

  async open(): Promise<void> {
    // Without script the page of a live chat never ends, so it is never loaded whole.
    await this.page.goto(this.chat, { waitUntil: 'domcontentloaded' })
  }

  form(question: QuestionId): Locator {
    return this.page.locator(`form[data-question="${question}"]`)
  }

  /** Waits until this is what the page asks. */
  async isAsked(question: QuestionId): Promise<void> {
    await this.form(question).locator('[data-continue]').waitFor()
  }

  /** Waits until these words stand on the screen, once. */
  async reads(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor()
  }

  /** Marks options of the question that is asked, as a finger would: on their words. */
  async pick(question: QuestionId, ...options: readonly string[]): Promise<void> {
    await this.isAsked(question)
    for (const option of options) {
      await this.form(question)
        .locator('label')
        .filter({ has: this.page.locator(`input[name="answer"][value="${option}"]`) })
        .click()
    }
  }

  async choose(question: QuestionId, ...options: readonly string[]): Promise<void> {
    await this.pick(question, ...options)
    await this.form(question).locator('[data-continue]').click()
  }

  /** Answers a question that takes text. */
  async fill(question: QuestionId, text: string): Promise<void> {
    await this.isAsked(question)
    await this.field.fill(text)
    await this.form(question).locator('[data-continue]').click()
  }

  /** Writes in their own words and sends them: with Enter, or where that only begins a new line, with the button. */
  async say(text: string): Promise<void> {
    await this.field.click()
    await this.field.pressSequentially(text)
    const isLong = await this.field.evaluate(field => field.tagName === 'TEXTAREA')
    if (isLong)
      await this.page
        .locator('#q')
        .getByRole('button', { name: words.page('send') })
        .click()
    else await this.field.press('Enter')
    await this.log.getByText(text, { exact: true }).waitFor()
  }

  async press(rail: 'back' | 'person' | 'emergency' | 'goOn'): Promise<void> {
    // Where a step offers it by itself too, the rail is the last.
    await this.page.locator(`button[name="do"][value="${rail}"]`).last().click()
  }

  async skip(question: QuestionId): Promise<void> {
    await this.isAsked(question)
    await this.page.locator('button[name="answer"][value="skip"]').click()
  }

  /** Says yes or no to something they wrote, or sets it aside. */
  async confirm(check: string, answer: 'yes' | 'no' | 'skip'): Promise<void> {
    await this.page.locator(`form[data-check="${check}"] button[name="confirm"][value="${answer}"]`).click()
  }

  /** Opens a page of the list. */
  async read(page: PageId): Promise<void> {
    await this.page.locator(`button[name="read"][value="${page}"]`).click()
    await this.page.locator(`[data-now="page-${page}"]`).waitFor()
  }

  /** Skips whatever is asked until this is asked. */
  async skipTo(wanted: QuestionId): Promise<void> {
    for (;;) {
      const asked = await this.page.locator('form[data-question]').getAttribute('data-question')
      if (asked === wanted) return
      await this.page.locator('button[name="answer"][value="skip"]').click()
      await this.page.locator(`form[data-question]:not([data-question="${asked}"])`).waitFor()
    }
  }

  /** Goes back to an answer given before. */
  async change(question: QuestionId): Promise<void> {
    await this.log.locator(`button[name="change"][value="${question}"]`).last().click()
    await this.isAsked(question)
  }

  /** The opening, answered by somebody who is alone and whom nobody watches. */
  async answerOpening(): Promise<void> {
    for (const [question, option] of OPENING) await this.choose(question, option)
  }

  /** Every word on the page, as it is drawn. */
  words(): Promise<string> {
    return seen(this.page.locator('body'))
  }

  async close(): Promise<void> {
    await this.context.close()
  }
}
