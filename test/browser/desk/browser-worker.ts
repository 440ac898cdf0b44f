import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import type { Asked, AtDesk, OpenPage } from '../../crash/desk/at-desk.ts'
import type { Which } from '../../crash/desk/pair.ts'
import { WORD } from '../../crash/desk/words.ts'
import type { Way } from '../../crash/under-way.ts'
import { words } from '../screen.ts'
import type { Worker } from '../worker.ts'
import { type Addresses, otherThan } from './addresses.ts'
import { cope } from './coping.ts'
import { underWayFrom } from './under-way.ts'

/** How long they wait for what a button does, in ms. */
const LOOKS = 10_000
/** Conversations one has at a time: somebody must be left waiting. */
const AT_ONCE = 3
/** Words written before they turn to somebody else, at most. */
const IN_A_ROW = 5

interface Desk {
  readonly addresses: Addresses
  readonly random: () => number
  readonly asked: Asked
  /** Whether it is stored that this was said: for words whose page was taken away before anybody could see. */
  readonly isStored: (reference: string, text: string) => Promise<boolean>
}

export class BrowserWorker implements AtDesk {
  readonly name: string
  readonly said = new Map<string, string[]>()
  readonly refused: string[] = []
  tooLate = 0
  readonly #page: Page
  readonly #desk: Desk
  readonly #underWay: () => readonly Way[]
  /** The words of a person as they stood on their page when this worker last looked at it. */
  readonly #seen = new Map<string, OpenPage['heard']>()
  #at: Which
  #path = '/'
  #mine: string[] = []
  #count = 0

  constructor(name: string, { page }: Worker, at: Which, desk: Desk) {
    this.name = name
    this.#page = page
    this.#at = at
    this.#desk = desk
    page.setDefaultTimeout(LOOKS)
    this.#underWay = underWayFrom(page.context())
  }

  get at(): Which {
    return this.#at
  }

  get underWay(): readonly Way[] {
    return this.#underWay()
  }

  get has(): readonly string[] {
    return this.#mine
  }

  /** What they looked at before and closed since is only as new as their look. */
  pagesOf(reference: string): readonly OpenPage[] {
    const heard = this.#seen.get(reference)
    return heard ? [{ heard, isOver: reference !== this.#open }] : []
  }

  /** Whatever comes to mind; when a page does not answer, they cope. */
  async work(goesOn: () => boolean): Promise<void> {
    while (goesOn()) await this.#turn().catch(() => this.#copes())
  }

  /** One word more to one of them. */
  async writes(reference: string): Promise<void> {
    if (reference === this.#open || (await this.#opens(reference))) await this.#says(reference)
  }

  /** The conversation whose page is open now, as it stands there. */
  async looks(): Promise<void> {
    const reference = this.#open
    if (!reference || (await this.#field.count()) === 0) return
    const heard = await this.#page.locator('#log .entry.from-person.is-said').evaluateAll(all =>
      all.map(line => ({
        seq: Number(line.getAttribute('data-seq')),
        text: line.querySelector('.said')?.textContent ?? ''
      }))
    )
    this.#seen.set(
      reference,
      heard.filter(({ text }) => WORD.test(text))
    )
  }

  /** Opens every conversation they have, and looks. */
  async looksAtAll(): Promise<void> {
    await this.#toDesk()
    for (const reference of this.#mine) {
      await this.#opens(reference)
      await this.looks()
    }
  }

  /** Whose page is open. */
  get #open(): string | undefined {
    return /^\/c\/(\w+)$/.exec(new URL(this.#page.url()).pathname)?.[1]
  }

  async #turn(): Promise<void> {
    const { random } = this.#desk
    await this.#toDesk()
    const one = this.#mine[Math.floor(random() * this.#mine.length)]
    const asked = this.#under('askedTitle').locator('a[href^="/c/"]')
    const whim = random()
    if (whim < 0.4 && (await asked.count()) > 0) await this.#takesOver(asked.first())
    else if (!one || (whim < 0.5 && this.#mine.length < AT_ONCE)) await this.#takes()
    else if (whim < 0.58) await this.#asksToTakeOver(one)
    else if (whim < 0.64) await this.#givesBack(one)
    else await this.#talks(one)
  }

  async #toDesk(): Promise<void> {
    await this.#goes('/')
    const links = this.#under('mineTitle').locator('a[href^="/c/"]')
    const addresses = await links.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
    this.#mine = addresses.map(address => address.replace('/c/', ''))
  }

  #under(title: 'askedTitle' | 'mineTitle'): Locator {
    const heading = this.#page.getByRole('heading', { name: words.staff(title), exact: true })
    return this.#page.locator('section', { has: heading })
  }

  async #takes(): Promise<void> {
    const take = this.#page.locator('form[action$="/take"] button')
    const waiting = await take.count()
    if (waiting === 0) return void (await pause(200))
    // Mostly the one at the top, as everybody else.
    // The list is drawn anew with everything that happens: a finger is quicker than a test that waits until nothing moves.
    await take
      .nth(this.#desk.random() < 0.7 ? 0 : Math.floor(this.#desk.random() * waiting))
      .evaluate((button: HTMLElement) => button.click())
    await this.#page.waitForURL(({ pathname }) => pathname !== '/', { waitUntil: 'domcontentloaded' })
  }

  async #takesOver(link: Locator): Promise<void> {
    await link.click()
    await this.#page.locator('form[action$="/accept"] button').click()
    await this.#field.waitFor()
  }

  async #asksToTakeOver(reference: string): Promise<void> {
    if (!(await this.#opens(reference))) return
    if ((await this.#page.locator('form[action$="/cancel"]').count()) > 0) return
    // Counted before: a colleague may answer sooner than the desk answers this.
    this.#desk.asked.count.set(reference, (this.#desk.asked.count.get(reference) ?? 0) + 1)
    await this.#page.locator('details[data-keep="take-over"] summary').click()
    await this.#page.locator('form[action$="/transfer"] button').click()
    await this.#page.locator('form[action$="/cancel"]').waitFor()
  }

  async #givesBack(reference: string): Promise<void> {
    if (!(await this.#opens(reference))) return
    await this.#page.locator('form[action$="/release"] button').click()
    await this.#page.waitForURL(({ pathname }) => pathname === '/', { waitUntil: 'domcontentloaded' })
  }

  /** Stays with one person for a while. */
  async #talks(reference: string): Promise<void> {
    const { random } = this.#desk
    if (!(await this.#opens(reference))) return
    for (let count = Math.ceil(random() * IN_A_ROW); count > 0; count -= 1) {
      if (!(await this.#says(reference))) return
      await pause(random() * 400)
    }
  }

  /** Whether it went: until it stands in the log, it was not said. */
  async #says(reference: string): Promise<boolean> {
    this.#count += 1
    const text = `word ${this.#count} by ${this.name}`
    while (!(await this.#sends(text))) {
      await this.#copes()
      if ((await this.#line(text).count()) > 0) break
      if ((await this.#field.count()) > 0) continue
      // It is a colleague's by now, and there is no page to see it on.
      if (await this.#desk.isStored(reference, text)) break
      this.refused.push(text)
      return false
    }
    this.said.set(reference, [...(this.said.get(reference) ?? []), text])
    return true
  }

  async #sends(text: string): Promise<boolean> {
    try {
      await this.#field.fill(text, { timeout: 2_000 })
      await this.#presses()
      const line = this.#line(text)
      const complaint = this.#page.locator('#unsent:not([hidden])')
      await line.or(complaint).first().waitFor({ state: 'attached' })
      if ((await line.count()) > 0) return true
      // The words are still in the field: some press Send once more.
      if (this.#desk.random() < 0.5) return false
      await pause(this.#desk.random() * 2_000)
      await this.#presses()
      await line.first().waitFor({ state: 'attached' })
      return true
    } catch {
      return false
    }
  }

  #presses(): Promise<void> {
    return this.#page.locator('form[action$="/say"] button').click()
  }

  get #field(): Locator {
    return this.#page.locator('#text')
  }

  #line(text: string): Locator {
    return this.#page.locator('#log').getByText(text, { exact: true })
  }

  /** Whether it is theirs to write in. */
  async #opens(reference: string): Promise<boolean> {
    await this.#goes(`/c/${reference}`)
    return (await this.#field.count()) > 0
  }

  async #goes(path: string): Promise<void> {
    this.#path = path
    const address = () => `${this.#desk.addresses.staff(this.#at)}${path}`
    await this.#page.goto(address(), { waitUntil: 'domcontentloaded' }).catch(() => this.#copes())
  }

  #copes(): Promise<void> {
    const { addresses, random } = this.#desk
    const other = () => {
      this.#at = otherThan(this.#at)
      return `${addresses.staff(this.#at)}${this.#path}`
    }
    return cope({ page: this.#page, random, other, sign: 'main#content' })
  }
}
