// Somebody who texts: everything that is said to them has to reach their phone, and nothing may reach it twice.
import { setTimeout as pause } from 'node:timers/promises'
import type { Message } from '../../../src/conversation/conversation.ts'
import type { Product } from '../../../src/product.ts'
import type { Carrier } from '../../carrier/carrier.ts'
import { TextPerson } from '../text-person.ts'
import type { Way } from '../under-way.ts'
import type { Which } from './pair.ts'
import { DeskPerson } from './person.ts'

/** A text is taken up so soon, in ms, whoever is killed meanwhile. */
const LEAVES_WITHIN = 60_000

export class PhonePerson extends DeskPerson {
  /** Whoever waits is answered each time, and the carrier takes a dozen texts to a number in a second. */
  protected readonly pace = 2_000
  readonly #texts: TextPerson

  constructor(name: string, number: string, carrier: Carrier, random: () => number) {
    super(name)
    this.#texts = new TextPerson(number, carrier, random)
  }

  async asks(behind: Product): Promise<void> {
    for (const text of ['hi', '1', 'PERSON']) await this.#texts.says(text)
    const { conversations, vault } = behind
    this.id = (await conversations.ofPhone(vault.blindIndex(this.#texts.number))) ?? ''
    this.reference = (await conversations.read(this.id))?.conversation.reference ?? ''
  }

  async leaves({ conversations }: Product): Promise<void> {
    await this.says('leave')
    for (const until = Date.now() + LEAVES_WITHIN; ; await pause(20)) {
      if ((await conversations.read(this.id))?.conversation.status !== 'open') return
      if (Date.now() > until) throw new Error(`${this.name} could not leave`)
    }
  }

  get at(): Which {
    return 0
  }

  /** The carrier brings a text until it was taken: whether a kill met it cannot be seen from here. */
  get underWay(): readonly Way[] {
    return []
  }

  get came(): readonly string[] {
    return this.#texts.got
  }

  /** A worker's words, and everything else: each lights up a phone. */
  comes(messages: readonly Message[]): readonly string[] {
    return messages.filter(({ from }) => from !== 'person').map(({ text }) => text)
  }

  protected async says(text: string): Promise<void> {
    await this.#texts.delivers(text)
  }
}
