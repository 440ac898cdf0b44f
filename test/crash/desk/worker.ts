// A worker without a browser: a cookie, a form token, an open stream for every conversation they have, and no patience.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, ask } from '../ask.ts'
import { type Heard, OpenStream } from '../open-stream.ts'
import { UnderWay, type Way } from '../under-way.ts'
import type { Asked, AtDesk } from './at-desk.ts'
import { WORD } from './words.ts'

const OF_PERSON = /<div class="entry from-person is-said" data-seq="(\d+)">.*?<p class="said"[^>]*>(.*?)<\/p>/gs
/** Conversations one worker has at a time: somebody must be left waiting. */
const AT_ONCE = 3

interface Followed {
  readonly reference: string
  readonly stream: OpenStream
}

export class DeskWorker implements AtDesk {
  readonly name: string
  /** Written and acknowledged, by conversation, in order. */
  readonly said = new Map<string, string[]>()
  /** Written and refused: nobody may ever read these. */
  readonly refused: string[] = []
  readonly followed: Followed[] = []
  /** Takes that found somebody else there. */
  tooLate = 0
  readonly at = 1
  readonly #staff: () => string
  readonly #asked: Asked
  readonly #mine = new Map<string, Followed>()
  readonly #underWay = new UnderWay()
  #cookie = ''
  #token = ''
  #count = 0

  constructor(name: string, staff: () => string, asked: Asked) {
    this.name = name
    this.#staff = staff
    this.#asked = asked
  }

  /** By a link that works once. Throws where they do not stand at the desk then: nobody would take anybody, and all would be well. */
  async signIn(path: string): Promise<void> {
    await this.#page(path)
    const { cookies } = await this.#post(path, { name: this.name })
    this.#cookie = cookies.find(cookie => cookie.startsWith('__Host-staff=')) ?? ''
    const { status, body } = await this.#page('/')
    if (!this.#cookie || status !== 200 || !body.includes(this.name)) throw new Error(`${this.name} is not at the desk`)
  }

  /** A link for a colleague, for whom a code from the machine is the second person. */
  async invites(codeFor: (request: string) => string): Promise<string> {
    const { body } = await this.#post('/accounts/invite', { roles: 'worker' })
    const link = /\/sign-in\/[\w-]+/.exec(body)?.[0]
    const request = /request ([0-9A-Z]{8})/.exec(body)?.[1]
    if (!link || !request) throw new Error(`${this.name} could not invite anybody`)
    await this.#post(`/confirmations/${request}/code`, { code: codeFor(request) })
    return link
  }

  get underWay(): readonly Way[] {
    return this.#underWay.all
  }

  /** They follow streams, and know what came. */
  async looks(): Promise<void> {}

  /** Every page they had open of a conversation, one after another. */
  pagesOf(reference: string): OpenStream[] {
    return this.followed.filter(one => one.reference === reference).map(({ stream }) => stream)
  }

  /** Takes, writes, asks to be taken over from, takes over, gives back: whatever comes to mind. */
  async work(goesOn: () => boolean, random: () => number): Promise<void> {
    while (goesOn()) {
      for (const [reference, { stream }] of this.#mine) if (stream.isOver) this.#mine.delete(reference)
      // A supervisor may read on what is somebody else's by now: they close the page when they see so.
      if (this.#mine.size > AT_ONCE) for (const reference of this.has) await this.#look(reference)
      const one = [...this.#mine.keys()][Math.floor(random() * this.#mine.size)]
      const [asked] = this.#asked.open
      const whim = random()
      if (asked && whim < 0.3) await this.#takesOver(asked)
      else if (!one || (whim < 0.5 && this.#mine.size < AT_ONCE)) await this.#takes(random)
      else if (whim < 0.56) await this.#asksToTakeOver(one)
      else if (whim < 0.6) await this.#givesBack(one)
      else await this.writes(one)
      await pause(random() * 40)
    }
  }

  /** Whom they have now, as far as they know. */
  get has(): string[] {
    return [...this.#mine.keys()]
  }

  async #takes(random: () => number): Promise<void> {
    const { body } = await this.#page('/')
    const waiting = [...body.matchAll(/action="\/c\/(\w+)\/take"/g)].map(([, reference = '']) => reference)
    // Mostly the one at the top, as everybody else.
    const reference = waiting[random() < 0.7 ? 0 : Math.floor(random() * waiting.length)]
    if (!reference) return
    const { status } = await this.#post(`/c/${reference}/take`, {})
    if (status === 409) this.tooLate += 1
    await this.#look(reference)
  }

  async #takesOver(reference: string): Promise<void> {
    const { status } = await this.#post(`/c/${reference}/accept`, {})
    if (status === 303) this.#asked.open.delete(reference)
    await this.#look(reference)
  }

  async #asksToTakeOver(reference: string): Promise<void> {
    // Counted before: a colleague may answer sooner than the desk answers this.
    this.#asked.count.set(reference, (this.#asked.count.get(reference) ?? 0) + 1)
    const { status, tries } = await this.#post(`/c/${reference}/transfer`, { to: '' })
    if (status === 303) this.#asked.open.add(reference)
    // Refused at once: nobody was asked. After a second try it may be that the first was done, and has been answered since.
    else if (tries === 1) this.#asked.count.set(reference, (this.#asked.count.get(reference) ?? 0) - 1)
  }

  async #givesBack(reference: string): Promise<void> {
    await this.#post(`/c/${reference}/release`, {})
    await this.#look(reference)
  }

  /** One word more to one of them. */
  async writes(reference: string): Promise<void> {
    this.#count += 1
    const text = `word ${this.#count} by ${this.name}`
    const { body } = await this.#post(`/c/${reference}/say`, { text }, { accept: 'application/json' })
    const { why } = JSON.parse(body) as { why: string | null }
    if (why === null) this.said.set(reference, [...(this.said.get(reference) ?? []), text])
    else {
      this.refused.push(text)
      await this.#look(reference)
    }
  }

  /** Opens the page: it is theirs where they may write. */
  async #look(reference: string): Promise<void> {
    const { body } = await this.#page(`/c/${reference}`)
    const known = this.#mine.get(reference)
    if (!body.includes(`action="/c/${reference}/release"`)) {
      this.#mine.delete(reference)
      known?.stream.end()
      return
    }
    if (known && !known.stream.isOver) return
    const stream = new OpenStream({
      url: () => `${this.#staff()}/c/${reference}/events?after=0`,
      cookie: () => this.#cookie,
      read: (event, data) => (event === 'over' ? 'over' : event === 'log' ? heardIn(data) : [])
    })
    const followed = { reference, stream }
    this.#mine.set(reference, followed)
    this.followed.push(followed)
  }

  async #page(path: string): Promise<Answer> {
    const answer = await this.#until(() => ask(`${this.#staff()}${path}`, { headers: { cookie: this.#cookie } }))
    this.#token = /name="token" value="([^"]+)"/.exec(answer.body)?.[1] ?? this.#token
    return answer
  }

  /** The very same form again and again until it is answered. `tries`: how often it took. */
  async #post(
    path: string,
    fields: Record<string, string>,
    more: Record<string, string> = {}
  ): Promise<Answer & { readonly tries: number }> {
    const body = new URLSearchParams({ token: this.#token, once: randomUUID(), ...fields }).toString()
    const headers = {
      cookie: this.#cookie,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...more
    }
    let tries = 0
    const answer = await this.#until(() => {
      tries += 1
      return this.#underWay.of(() => ask(`${this.#staff()}${path}`, { method: 'POST', headers, body }))
    })
    return { ...answer, tries }
  }

  async #until(work: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const answer = await work().catch(() => null)
      if (answer && answer.status < 500) return answer
      await pause(20)
    }
  }
}

/** Of somebody who texts the page shows more than their words: how they came here. */
const heardIn = (data: string): Heard[] =>
  [...(JSON.parse(data) as { html: string }).html.matchAll(OF_PERSON)]
    .map(([, seq, text = '']) => ({ seq: Number(seq), text }))
    .filter(({ text }) => WORD.test(text))
