// How fast something may be done from one part of the network: begin a conversation, say a word to come back, answer with a passkey of nobody's.
// No address is kept: only a keyed hash, for a day.
import { randomBytes } from 'node:crypto'
import { clientPart } from './client-part.ts'
import { STARTS_KNOWN_MAX } from './limits.ts'

const DAY = 24 * 60 * 60 * 1000

export class Pace {
  readonly #burst: number
  readonly #every: number
  #key = randomBytes(32)
  #keyUntil = 0
  readonly #starts = new Map<string, { left: number; at: number }>()

  /** So many at once, and then one more in every so many milliseconds. */
  constructor(burst: number, every: number) {
    this.#burst = burst
    this.#every = every
  }

  /** Whether it may be done once more from this address now (ms since the epoch). It counts as done. */
  allows(address: string, now = Date.now()): boolean {
    if (now > this.#keyUntil) {
      this.#key = randomBytes(32)
      this.#keyUntil = now + DAY
      this.#starts.clear()
    }
    const part = clientPart(this.#key, address)
    if (part === null) return true
    const known = this.#starts.get(part)
    const refilled = known ? Math.min(this.#burst, known.left + (now - known.at) / this.#every) : this.#burst
    const may = refilled >= 1
    this.#starts.delete(part)
    this.#starts.set(part, { left: may ? refilled - 1 : refilled, at: now })
    if (this.#starts.size > STARTS_KNOWN_MAX) this.#forgetOldest()
    return may
  }

  #forgetOldest(): void {
    const [oldest] = this.#starts.keys()
    if (oldest !== undefined) this.#starts.delete(oldest)
  }
}
