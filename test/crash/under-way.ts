// What is on its way to a process and not answered yet: what a kill must meet to have tried anything.

export interface Way {
  /** It broke off, and nobody can say whether it arrived. */
  readonly wasCut: boolean
}

export class UnderWay {
  readonly #ways = new Set<{ wasCut: boolean }>()

  get all(): readonly Way[] {
    return [...this.#ways]
  }

  /** Comes back with what the work comes back with, and fails as it fails. */
  async of<T>(work: () => Promise<T>): Promise<T> {
    const way = { wasCut: false }
    this.#ways.add(way)
    try {
      return await work()
    } catch (error) {
      way.wasCut = true
      throw error
    } finally {
      this.#ways.delete(way)
    }
  }
}
