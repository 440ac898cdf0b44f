// Somebody at the page: a form, a cookie, and an open stream.
import type { Message } from '../../../src/conversation/conversation.ts'
import type { Product } from '../../../src/product.ts'
import { type Heard, OpenStream } from '../open-stream.ts'
import { PersonClient } from '../person-client.ts'
import type { Way } from '../under-way.ts'
import type { Which } from './pair.ts'
import { DeskPerson } from './person.ts'
import { wordsOf } from './words.ts'

const OF_WORKER = /<div id="m(\d+)" class="m worker said"[^>]*>.*?<p[^>]*>(.*?)<\/p>/gs
const placed = ({ seq, text }: Heard) => `${seq} ${text}`

export class PagePerson extends DeskPerson {
  readonly stream: OpenStream
  protected readonly pace = 120
  readonly #client: PersonClient

  constructor(name: string, chat: () => string) {
    super(name)
    const client = new PersonClient(name, chat)
    this.#client = client
    this.stream = new OpenStream({
      url: () => `${chat()}/e?after=0`,
      cookie: () => client.cookie,
      read: (_event, html) => [...html.matchAll(OF_WORKER)].map(([, seq, text = '']) => ({ seq: Number(seq), text }))
    })
  }

  async asks({ conversations }: Product): Promise<void> {
    await this.#client.sends({ do: 'person' })
    this.id = (await conversations.find(this.#client.access)) ?? ''
    this.reference = (await conversations.read(this.id))?.conversation.reference ?? ''
  }

  leaves({ conversations }: Product): Promise<void> {
    return this.#client.leaves(async () => (await conversations.find(this.#client.access)) === null)
  }

  get at(): Which {
    return 0
  }

  get underWay(): readonly Way[] {
    return this.#client.underWay.all
  }

  get came(): readonly string[] {
    return this.stream.heard.map(placed)
  }

  comes(messages: readonly Message[]): readonly string[] {
    return wordsOf(messages, 'worker').map(placed)
  }

  protected says(text: string): Promise<void> {
    return this.#client.sends({ text })
  }
}
