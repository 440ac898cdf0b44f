// Work that costs so much that only so much of it may be done at a time: the rest waits. Parts of the network take turns, so that a flood from
// one makes nobody elsewhere wait for more than one turn of it; no address is kept, only a keyed hash while somebody waits.
import { randomBytes } from 'node:crypto'
import { clientPart } from '../../client-part.ts'

export interface QueueBounds {
  readonly atOnce: number
  /** Who may wait: from one part of the network, and in all. */
  readonly each: number
  readonly most: number
  /** How long, in ms. */
  readonly patience: number
}

/** Told whether their turn has come, or they wait no longer. */
type Waiting = (isTurn: boolean) => void

export class FairQueue {
  readonly #bounds: QueueBounds
  readonly #key = randomBytes(32)
  /** In the order of their turns: a line for each part of the network. Those of whom no part is known share one. */
  readonly #lines = new Map<string | null, Waiting[]>()
  #running = 0
  #waiting = 0

  constructor(bounds: QueueBounds) {
    this.#bounds = bounds
  }

  /** Does it when its turn has come; null when too many wait, or it has waited for too long. */
  async run<R>(address: string, work: () => Promise<R>): Promise<R | null> {
    if (this.#running >= this.#bounds.atOnce) {
      if (!(await this.#turn(clientPart(this.#key, address)))) return null
    } else {
      this.#running += 1
    }
    try {
      return await work()
    } finally {
      this.#handOn()
    }
  }

  #turn(part: string | null): Promise<boolean> {
    const line = this.#lines.get(part) ?? []
    if (part !== null && line.length >= this.#bounds.each) return Promise.resolve(false)
    if (this.#waiting >= this.#bounds.most && !this.#makeRoom(line)) return Promise.resolve(false)
    return new Promise(resolve => {
      const tell: Waiting = isTurn => {
        clearTimeout(timer)
        resolve(isTurn)
      }
      const timer = setTimeout(() => this.#goes(part, tell), this.#bounds.patience)
      line.push(tell)
      this.#lines.set(part, line)
      this.#waiting += 1
    })
  }

  /** What is free goes to the line whose turn it is, which then stands behind the others. */
  #handOn(): void {
    const [next] = this.#lines
    const [tell] = next?.[1] ?? []
    if (!next || !tell) {
      this.#running -= 1
      return
    }
    const [part, line] = next
    this.#leave(part, line, tell)
    if (this.#lines.delete(part)) this.#lines.set(part, line)
    tell(true)
  }

  /** Of the longest line the last gives way, where that leaves it no shorter than the one that grows. */
  #makeRoom({ length }: readonly Waiting[]): boolean {
    const [longest] = [...this.#lines].sort(([, a], [, b]) => b.length - a.length)
    const last = longest?.[1].at(-1)
    if (!longest || !last || longest[1].length < length + 2) return false
    this.#goes(longest[0], last)
    return true
  }

  #goes(part: string | null, tell: Waiting): void {
    const line = this.#lines.get(part)
    if (!line?.includes(tell)) return
    this.#leave(part, line, tell)
    tell(false)
  }

  #leave(part: string | null, line: Waiting[], tell: Waiting): void {
    line.splice(line.indexOf(tell), 1)
    this.#waiting -= 1
    if (line.length === 0) this.#lines.delete(part)
  }
}
