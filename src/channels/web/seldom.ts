/** What each may do only once in a while: the rest is passed over. */
export class Seldom {
  readonly #every: number
  readonly #lately = new Set<string>()

  /** `every`: in ms. */
  constructor(every: number) {
    this.#every = every
  }

  /** Whether `who` may do it now. It counts as done. */
  allows(who: string): boolean {
    if (this.#lately.has(who)) return false
    this.#lately.add(who)
    setTimeout(() => this.#lately.delete(who), this.#every).unref()
    return true
  }
}
