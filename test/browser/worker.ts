// A worker at the desk, in a browser of their own.
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { DESK } from './chromium.ts'
import { seen, words } from './screen.ts'

export class Worker {
  readonly page: Page
  readonly staff: string

  private constructor(page: Page, staff: string) {
    this.page = page
    this.staff = staff
  }

  /** Signs in with a link that works once; from then on they are on duty. */
  static async signIn(
    browser: Browser,
    staff: string,
    link: string,
    name: string,
    more: BrowserContextOptions = {}
  ): Promise<Worker> {
    const context = await browser.newContext({ viewport: DESK, ...more })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    await page.goto(link)
    await page.locator('input[name="name"]').fill(name)
    await page.getByRole('button', { name: words.staff('signInButton') }).click()
    await page.getByText(words.staff('youAre', { name })).waitFor()
    return new Worker(page, staff)
  }

  get context(): BrowserContext {
    return this.page.context()
  }

  /** The first line of a conversation's page: what is safe. */
  get banner(): Locator {
    return this.page.locator('#banner')
  }

  get tenSeconds(): Locator {
    return this.page.locator('#ten-seconds')
  }

  get field(): Locator {
    return this.page.locator('#text')
  }

  async toDesk(): Promise<void> {
    await this.page.goto(this.staff)
  }

  /** A link for a colleague, for whom a code from the machine is the second person. */
  async invite(codeFor: (request: string) => string): Promise<string> {
    await this.page.goto(new URL('/accounts', this.staff).href)
    await this.page.getByRole('button', { name: words.staff('invite') }).click()
    const link = this.page.getByText(`${this.staff}/sign-in/`)
    await link.waitFor()
    const address = await seen(link)
    await this.page.goto(new URL('/confirmations', this.staff).href)
    const form = this.page.locator('form[action$="/code"]').first()
    const request = (await form.getAttribute('action'))?.split('/')[2] ?? ''
    await form.locator('input[name="code"]').fill(codeFor(request))
    await form.getByRole('button').click()
    await this.page.getByText(words.signIn('confirmedByCode')).first().waitFor()
    return address
  }

  /** Opens the conversation that waits. Returns its reference. */
  async openWaiting(): Promise<string> {
    const waiting = this.page.locator('li', { has: this.page.locator('form[action$="/take"]') })
    const address = await waiting.locator('a[href^="/c/"]').first().getAttribute('href')
    await this.page.goto(`${this.staff}${address}`)
    return address?.replace('/c/', '') ?? ''
  }

  /** Opens somebody nobody was asked to join: all there is to open where nothing can be taken. */
  async readUnclaimed(): Promise<void> {
    const unclaimed = this.page.locator('li', { hasNot: this.page.locator('form') })
    await unclaimed.locator('a[href^="/c/"]').first().click()
    await this.page.getByText(words.staff('unclaimedMeans')).waitFor()
  }

  async take(): Promise<void> {
    await this.page.locator('form[action$="/take"] button').click()
    await this.field.waitFor()
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text)
    await this.page.locator('form[action$="/say"] button').click()
  }

  /** Closes the conversation, and says what came of it. */
  async finish(): Promise<void> {
    await this.page.locator('#closing summary').click()
    await this.page.locator('#closing input[value="advice_given"]').check()
    await this.page.locator('#closing button').click()
    await this.page.waitForURL(({ pathname }) => pathname === '/')
  }

  /** Every word on the screen. */
  words(): Promise<string> {
    return seen(this.page.locator('body'))
  }

  async close(): Promise<void> {
    await this.context.close()
  }
}
