// The phones at the other end: what each has really got, in order, whoever may be holding it.

export interface Arrived {
  readonly body: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** `twilio`: Twilio's own answer to STOP, START or HELP, which the product never sees. */
  readonly by: 'product' | 'twilio'
  /** Null for what the product answered to a webhook, and for Twilio's own words: they have no id that we could know. */
  readonly sid: string | null
}

export class Phones {
  readonly #arrived = new Map<string, Arrived[]>()
  readonly #off = new Set<string>()
  readonly #optedOut = new Set<string>()

  delivered(number: string): readonly Arrived[] {
    return this.#arrived.get(number) ?? []
  }

  arrive(number: string, message: Arrived): void {
    this.#arrived.set(number, [...this.delivered(number), message])
  }

  /** Texts wait for a phone that is off, until they are no longer valid. */
  switchOff(number: string): void {
    this.#off.add(number)
  }

  switchOn(number: string): void {
    this.#off.delete(number)
  }

  isOff(number: string): boolean {
    return this.#off.has(number)
  }

  /** From now on Twilio refuses texts to this number with 21610. */
  optOut(number: string): void {
    this.#optedOut.add(number)
  }

  optIn(number: string): void {
    this.#optedOut.delete(number)
  }

  hasOptedOut(number: string): boolean {
    return this.#optedOut.has(number)
  }
}
