// Somebody with a phone who waits and writes, whatever is killed; what stands on their page is what came to them.
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { COOKIE } from '../../../src/channels/web/session.ts'
import type { Message } from '../../../src/conversation/conversation.ts'
import type { Product } from '../../../src/product.ts'
import type { Which } from '../../crash/desk/pair.ts'
import { DeskPerson } from '../../crash/desk/person.ts'
import { wordsOf } from '../../crash/desk/words.ts'
import type { Heard } from '../../crash/open-stream.ts'
import type { Way } from '../../crash/under-way.ts'
import { Person } from '../person.ts'
import { words } from '../screen.ts'
import { type Addresses, otherThan } from './addresses.ts'
import { cope } from './coping.ts'
import { underWayFrom } from './under-way.ts'

/** How long they look for their words in the log before they think that something is wrong, in ms. */
const LOOKS = 10_000
/** The exit is told of in the background, and again: so long until they come back to see, in ms. */
const GOES_WITHIN = 8_000
const LIVE = '#now[data-live]'
const placed = ({ seq, text }: Heard) => `${seq} ${text}`

interface Arriving {
  readonly browser: Browser
  readonly addresses: Addresses
  readonly before: string
  readonly random: () => number
}

export class BrowserPerson extends DeskPerson {
  protected readonly pace = 400
  readonly #hasScript: boolean
  readonly #page: Page
  readonly #arriving: Arriving
  readonly #underWay: () => readonly Way[]
  /** As it stood there when they last looked: what a worker wrote, and their own words. */
  #heard: readonly Heard[] = []
  #own: readonly string[] = []
  #hasLeft = false
  #at: Which

  private constructor(name: string, hasScript: boolean, page: Page, at: Which, arriving: Arriving) {
    super(name)
    this.#hasScript = hasScript
    this.#page = page
    this.#at = at
    this.#arriving = arriving
    this.#underWay = underWayFrom(page.context())
  }

  /** Opens a browser of their own. They have not come to the chat yet. */
  static async open(name: string, hasScript: boolean, at: Which, arriving: Arriving): Promise<BrowserPerson> {
    const { browser, addresses, before } = arriving
    const { page } = await Person.at(browser, addresses.chat(at), before, { javaScriptEnabled: hasScript })
    return new BrowserPerson(name, hasScript, page, at, arriving)
  }

  async asks({ conversations }: Product): Promise<void> {
    const address = this.#arriving.addresses.chat(this.#at)
    await this.#page.goto(address, { waitUntil: 'domcontentloaded' })
    await this.#page.locator('button[name="do"][value="person"]').click()
    await this.#page.locator(LIVE).waitFor()
    const cookie = (await this.#page.context().cookies()).find(({ name }) => name === COOKIE)
    const [secret = ''] = cookie?.value.split('.') ?? []
    const access = createHash('sha256').update(Buffer.from(secret, 'base64url')).digest()
    this.id = (await conversations.find(access)) ?? ''
    this.reference = (await conversations.read(this.id))?.conversation.reference ?? ''
  }

  /** Presses the exit; where nobody was there to hear it, they come back and press it again. */
  async leaves({ conversations }: Product): Promise<void> {
    const isGone = async () => (await conversations.read(this.id))?.conversation.status === 'left'
    for (;;) {
      await this.#page
        .locator('[data-exit]')
        .first()
        .click({ timeout: LOOKS })
        .catch(() => {})
      for (const until = Date.now() + GOES_WITHIN; Date.now() < until && !(await isGone()); ) await pause(50)
      this.#hasLeft = await isGone()
      if (this.#hasLeft) return
      await this.#copes()
    }
  }

  get at(): Which {
    return this.#at
  }

  get underWay(): readonly Way[] {
    return this.#underWay()
  }

  get came(): readonly string[] {
    return this.#heard.map(placed)
  }

  comes(messages: readonly Message[]): readonly string[] {
    return wordsOf(messages, 'worker').map(placed)
  }

  override get misread(): readonly string[] {
    const same = this.#hasLeft || this.#own.join() === this.wrote.join()
    return same ? [] : [`${this.name} wrote ${this.wrote.join(' | ')} and reads ${this.#own.join(' | ')}`]
  }

  override async looks(): Promise<void> {
    if (this.#hasLeft) return
    this.#own = (await this.#page.locator('#log .m.person.said p').allTextContents()).filter(text =>
      /^word /.test(text)
    )
    const onPage = await heardOn(this.#page.locator('#log .m.worker.said'))
    // Without script, what came since is in the frame.
    const inFrame = this.#hasScript
      ? []
      : await heardOn(this.#page.frameLocator('iframe').locator('.m.worker.said')).catch(() => [])
    this.#heard = [...onPage, ...inFrame]
  }

  /** As anybody does to be sure. */
  async loadsAgain(): Promise<void> {
    if (!this.#hasLeft) await this.#page.reload({ waitUntil: 'domcontentloaded' })
  }

  /** Until it stands in the log, they have not said it. */
  protected async says(text: string): Promise<void> {
    while (!(await this.#sends(text))) {
      await this.#copes()
      if ((await this.#line(text).count()) > 0) return
    }
  }

  #line(text: string): Locator {
    return this.#page.locator('#log').getByText(text, { exact: true })
  }

  async #sends(text: string): Promise<boolean> {
    const complaint = this.#page.locator('#err')
    try {
      const field = this.#page.locator('#now textarea[name="text"]')
      await field.fill(text, { timeout: 2_000 })
      const wasThere = (await complaint.count()) > 0
      await this.#presses()
      const line = this.#line(text)
      await (wasThere ? line : line.or(complaint)).first().waitFor({ state: 'attached', timeout: LOOKS })
      if ((await line.count()) > 0) return true
      // The words are still in the field: some press Send once more.
      if (this.#arriving.random() < 0.5) return false
      await pause(this.#arriving.random() * 2_000)
      await this.#presses()
      await line.first().waitFor({ state: 'attached', timeout: LOOKS })
      return true
    } catch {
      return false
    }
  }

  async #presses(): Promise<void> {
    const send = this.#page.locator('#q').getByRole('button', { name: words.page('send') })
    if (this.#hasScript) await this.#page.locator('#now textarea').press('Enter', { timeout: LOOKS })
    else await send.click({ timeout: LOOKS })
  }

  #copes(): Promise<void> {
    const { addresses, random } = this.#arriving
    const other = () => {
      this.#at = otherThan(this.#at)
      return addresses.chat(this.#at)
    }
    return cope({ page: this.#page, random, other, sign: LIVE })
  }
}

const heardOn = (lines: Locator): Promise<Heard[]> =>
  lines.evaluateAll(all =>
    all.map(line => ({
      seq: Number(line.getAttribute('data-seq')),
      text: line.querySelector('p')?.textContent ?? ''
    }))
  )
