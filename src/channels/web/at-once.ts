/** Work that costs so much that only so much of it may be done at a time: the rest is told to come again. */
export class AtOnce {
  readonly #most: number
  #running = 0

  constructor(most: number) {
    this.#most = most
  }

  /** Does it, or returns null when too much is being done already. */
  async run<R>(work: () => Promise<R>): Promise<R | null> {
    if (this.#running >= this.#most) return null
    this.#running += 1
    try {
      return await work()
    } finally {
      this.#running -= 1
    }
  }
}
