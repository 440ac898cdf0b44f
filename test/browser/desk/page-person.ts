// Somebody with a phone who waits and writes, whatever is killed; what stands on their page is what came to them.
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { COOKIE } from '../../../src/channels/web/session.ts'
import type { Pair } from '../../crash/desk-pair.ts'
import type { Heard } from '../../crash/open-stream.ts'
import { Person } from '../person.ts'
import { words } from '../screen.ts'
import { type Addresses, otherThan, type Which } from './addresses.ts'
import { cope } from './coping.ts'
import type { UnderWay } from './under-way.ts'

/** How long they look for their words in the log before they think that something is wrong, in ms. */
const LOOKS = 6_000
const LIVE = '#now[data-live]'

interface Arriving {
  readonly browser: Browser
  readonly addresses: Addresses
  readonly underWay: UnderWay
  readonly before: string
  readonly random: () => number
}

export class PagePerson {
  readonly name: string
  readonly hasScript: boolean
  /** Written, and seen in the log, in order. */
  readonly wrote: string[] = []
  /** What a worker wrote, as it stood there when they last looked; and their own words. */
  readonly stream: { heard: Heard[] } = { heard: [] }
  own: string[] = []
  id = ''
  reference = ''
  readonly #page: Page
  readonly #arriving: Arriving
  #where: Which

  private constructor(name: string, hasScript: boolean, page: Page, where: Which, arriving: Arriving) {
    this.name = name
    this.hasScript = hasScript
    this.#page = page
    this.#where = where
    this.#arriving = arriving
  }

  static async at(where: Which, name: string, hasScript: boolean, arriving: Arriving): Promise<PagePerson> {
    const { browser, addresses, before, underWay } = arriving
    const { page } = await Person.at(browser, addresses.chat(where), before, { javaScriptEnabled: hasScript })
    underWay.watch(page.context())
    return new PagePerson(name, hasScript, page, where, arriving)
  }

  /** Comes to the page and asks for a person. `behind`: where the test finds out who they are. */
  async asks({ conversations }: Pair['behind']): Promise<void> {
    const address = this.#arriving.addresses.chat(this.#where)
    await this.#page.goto(address, { waitUntil: 'domcontentloaded' })
    await this.#page.locator('button[name="do"][value="person"]').click()
    await this.#page.locator(LIVE).waitFor()
    const cookie = (await this.#page.context().cookies()).find(({ name }) => name === COOKIE)
    const [secret = ''] = cookie?.value.split('.') ?? []
    const access = createHash('sha256').update(Buffer.from(secret, 'base64url')).digest()
    this.id = (await conversations.find(access)) ?? ''
    this.reference = (await conversations.read(this.id))?.conversation.reference ?? ''
  }

  /** Writes one numbered word after another. */
  async lives(goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      await this.writes()
      await pause(this.#arriving.random() * 400)
    }
  }

  /** One word more: until it stands in the log, they have not said it. */
  async writes(): Promise<void> {
    const text = `word ${this.wrote.length + 1} of ${this.name}`
    while (!(await this.#sends(text))) {
      await this.#copes()
      if ((await this.#line(text).count()) > 0) break
    }
    this.wrote.push(text)
  }

  /** Takes down what stands on the page, as it is. */
  async looks(): Promise<void> {
    this.own = await this.#page.locator('#log .m.person.said p').allTextContents()
    const onPage = await heardOn(this.#page.locator('#log .m.worker.said'))
    // Without script, what came since is in the frame.
    const inFrame = this.hasScript
      ? []
      : await heardOn(this.#page.frameLocator('iframe').locator('.m.worker.said')).catch(() => [])
    this.stream.heard = [...onPage, ...inFrame]
  }

  /** As anybody does to be sure. */
  async loadsAgain(): Promise<void> {
    await this.#page.reload({ waitUntil: 'domcontentloaded' })
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
    if (this.hasScript) await this.#page.locator('#now textarea').press('Enter', { timeout: LOOKS })
    else await send.click({ timeout: LOOKS })
  }

  #copes(): Promise<void> {
    const { addresses, random } = this.#arriving
    const other = () => {
      this.#where = otherThan(this.#where)
      return addresses.chat(this.#where)
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
