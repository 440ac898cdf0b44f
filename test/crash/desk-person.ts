// Somebody at the page who waits, writes and listens, whatever is killed; some of them leave.
import { setTimeout as pause } from 'node:timers/promises'
import type { Product } from '../../src/product.ts'
import { OpenStream } from './open-stream.ts'
import { PersonClient } from './person-client.ts'

const OF_WORKER = /<div id="m(\d+)" class="m worker said"[^>]*>.*?<p[^>]*>(.*?)<\/p>/gs

interface Life {
  readonly goesOn: () => boolean
  /** Whether they have no reason yet to leave. */
  readonly stays: () => boolean
  readonly random: () => number
  /** How long they say nothing, when they do, in ms. */
  readonly silence: number
}

export class DeskPerson {
  readonly name: string
  readonly client: PersonClient
  /** What a worker wrote, as it came to this page. */
  readonly stream: OpenStream
  /** Written and acknowledged, in order. */
  readonly wrote: string[] = []
  id = ''
  reference = ''

  constructor(name: string, chat: () => string) {
    this.name = name
    this.client = new PersonClient(name, chat)
    this.stream = new OpenStream({
      url: () => `${chat()}/e?after=0`,
      cookie: () => this.client.cookie,
      read: (_event, html) => [...html.matchAll(OF_WORKER)].map(([, seq, text = '']) => ({ seq: Number(seq), text }))
    })
  }

  /** Comes to the page and asks for a person. `behind`: where the test finds out who they are. */
  async asks({ conversations }: Product): Promise<void> {
    await this.client.sends({ do: 'person' })
    this.id = (await conversations.find(this.client.access)) ?? ''
    this.reference = (await conversations.read(this.id))?.conversation.reference ?? ''
  }

  /** Writes one numbered word after another, now and then nothing for a while; and leaves, if they do, before it is over. */
  async lives({ goesOn, stays, random, silence }: Life, { conversations }: Product): Promise<void> {
    while (goesOn() && stays()) {
      await this.writes()
      await pause(random() < 0.02 ? silence : random() * 120)
    }
    if (goesOn()) await this.client.leaves(async () => (await conversations.find(this.client.access)) === null)
  }

  /** One word more. */
  async writes(): Promise<void> {
    const text = `word ${this.wrote.length + 1} of ${this.name}`
    await this.client.sends({ text })
    this.wrote.push(text)
  }
}
