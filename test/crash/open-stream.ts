// An open page's events, as a browser follows them: after every break it comes back and goes on from the last whole event.
import { type ClientRequest, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** A browser waits two seconds; here it is the breaks that are looked for. In ms. */
const AGAIN = 50
const GONE = 410

/** A word as it came: where it stands in the conversation, and what it says. */
export interface Heard {
  readonly seq: number
  readonly text: string
}

interface Source {
  /** Where it is now: it changes when a process is started anew. */
  readonly url: () => string
  readonly cookie: () => string
  /** The words in one event. `over`: the page would not come back. */
  readonly read: (event: string, data: string) => readonly Heard[] | 'over'
}

export class OpenStream {
  /** Everything that came, in the order it came. */
  readonly heard: Heard[] = []
  readonly #source: Source
  #lastId = ''
  #isOver = false
  #request: ClientRequest | null = null

  constructor(source: Source) {
    this.#source = source
    void this.#follow()
  }

  /** Breaks the connection, wherever it is. */
  cut(): void {
    this.#request?.destroy()
  }

  end(): void {
    this.#isOver = true
    this.cut()
  }

  get isOver(): boolean {
    return this.#isOver
  }

  async #follow(): Promise<void> {
    while (!this.#isOver) {
      await this.#once()
      await pause(AGAIN)
    }
  }

  #once(): Promise<void> {
    const headers = { cookie: this.#source.cookie(), ...(this.#lastId ? { 'last-event-id': this.#lastId } : {}) }
    return new Promise(resolve => {
      const sent = get(this.#source.url(), { headers, agent: false }, reply => {
        // As in a browser: what is not theirs any more is not asked for again.
        if (reply.statusCode === GONE) this.end()
        let rest = ''
        reply.setEncoding('utf8')
        reply.on('data', (chunk: string) => {
          const blocks = (rest + chunk).split('\n\n')
          rest = blocks.pop() ?? ''
          for (const block of blocks) this.#take(block)
        })
        reply.on('error', () => {})
        reply.on('close', resolve)
      })
      sent.on('error', () => {})
      sent.on('close', resolve)
      this.#request = sent
    })
  }

  #take(block: string): void {
    const lines = block.split('\n')
    const field = (name: string) =>
      lines.flatMap(line => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : []))
    const found = this.#source.read(field('event')[0] ?? '', field('data').join('\n'))
    if (found === 'over') {
      this.end()
      return
    }
    this.#lastId = field('id')[0] ?? this.#lastId
    this.heard.push(...found)
  }
}
