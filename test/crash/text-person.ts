// A person who texts, and the carrier between: it brings a text again until it is acknowledged, and sometimes once more.
import { setTimeout as pause } from 'node:timers/promises'
import type { Carrier, Texted } from '../carrier/carrier.ts'

/** Once nothing is killed any more an answer must come within this time, in ms. */
const PATIENCE = 60_000

const UNDERSTOOD_EVERY = 2

export class TextPerson {
  readonly number: string
  /** What they wrote, in order: each was acknowledged once at least. */
  readonly wrote: string[] = []
  /** The carrier is delivering, or they wait for an answer. */
  busy = false
  readonly #carrier: Carrier
  readonly #random: () => number
  readonly #known: Texted[] = []

  constructor(number: string, carrier: Carrier, random: () => number) {
    this.number = number
    this.#carrier = carrier
    this.#random = random
  }

  /** What their phone got, in order. */
  get got(): string[] {
    return this.#carrier.delivered(this.number).map(({ body }) => body)
  }

  /** Writes for as long as it goes on, and waits for an answer each time. */
  async write(goesOn: () => boolean): Promise<void> {
    await this.says('hi', goesOn)
    await this.says('1', goesOn)
    for (let count = 1; goesOn(); count += 1) {
      await this.says(`the kettle in room ${count} of ${this.number} is blue`, goesOn)
      // Whoever is never understood is taken for a machine after the fourth time, and left in silence.
      if (count % UNDERSTOOD_EVERY === 0) await this.says('are you a robot', goesOn)
      await pause(this.#random() * 60)
    }
  }

  /** Writes, and waits until something is answered: however long it takes while it goes on. */
  async says(text: string, goesOn: () => boolean = () => false): Promise<void> {
    const before = this.got.length
    this.busy = true
    await this.delivers(text)
    for (let until = Date.now() + PATIENCE; this.got.length === before; ) {
      if (goesOn()) until = Date.now() + PATIENCE
      if (Date.now() > until) throw new Error(`nothing was answered to ${text}`)
      await pause(10)
    }
    this.busy = false
  }

  /** Writes: the carrier brings it until it is acknowledged. */
  async delivers(text: string): Promise<void> {
    let texted = await this.#carrier.text(this.number, text, { atOnce: this.#random() < 0.3 ? 3 : 1 })
    while (!texted.answers.some(({ status }) => status === 200)) {
      await pause(40)
      texted = await this.#carrier.replay(texted)
    }
    this.wrote.push(text)
    this.#known.push(texted)
    // Something that was brought before comes again, this text or an older one.
    const old = this.#known[Math.floor(this.#random() * this.#known.length)]
    if (old && this.#random() < 0.3) void this.#carrier.replay(old)
  }
}
