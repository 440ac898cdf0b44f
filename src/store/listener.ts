// The bell: one connection that listens for ids of changed conversations and tells whoever asked. Never any content.
import pg from 'pg'
import type { Bell, Sign } from '../conversation/ports.ts'
import { BELL_CHANNEL } from './bell-channel.ts'

/** Wait before connecting again after the connection broke, in ms. */
const RECONNECT_PAUSE = 500
/** Signs on their way at a time, at most: a database that hangs must not gather them. */
const SIGNS_AT_ONCE = 100
/** What begins so is no id of a conversation: whoever waits for changes does not wake, the queue least of all. */
const PASSING = 't:'
const topicOf = (conversation: string, sign: Sign): string => `${PASSING}${conversation}:${sign}`

export class Listener implements Bell {
  readonly #url: string
  readonly #listeners = new Map<string, Set<() => void>>()
  #client: pg.Client | null = null
  #closed = false
  #signing = 0
  #signed = Promise.resolve()
  #retry: NodeJS.Timeout | undefined

  constructor(url: string) {
    this.#url = url
  }

  /** Connects. Afterwards a lost connection is made anew, and everybody is told to read again. */
  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'sidedoor bell' })
    client.on('error', () => {})
    client.on('end', () => this.#reconnect())
    client.on('notification', ({ payload }) => this.#ring(payload ?? ''))
    await client.connect()
    await client.query(`listen ${BELL_CHANNEL}`)
    this.#client = client
  }

  listen(topic: string, changed: () => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, listeners.add(changed))
    return () => {
      listeners.delete(changed)
      if (listeners.size === 0 && this.#listeners.get(topic) === listeners) this.#listeners.delete(topic)
    }
  }

  sign(conversation: string, sign: Sign): void {
    if (!this.#client || this.#signing >= SIGNS_AT_ONCE) return
    this.#signing += 1
    this.#signed = this.#signed.then(() => this.#send(topicOf(conversation, sign)))
  }

  onSign(conversation: string, sign: Sign, heard: () => void): () => void {
    return this.listen(topicOf(conversation, sign), heard)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#retry)
    await this.#client?.end()
  }

  /** Whatever changed may have changed the queue too; what only passes has changed nothing. */
  #ring(payload: string): void {
    for (const topic of payload.startsWith(PASSING) ? [payload] : [payload, 'queue']) {
      for (const changed of this.#listeners.get(topic) ?? []) changed()
    }
  }

  /** A connection does one thing at a time. */
  async #send(payload: string): Promise<void> {
    await this.#client?.query('select pg_notify($1, $2)', [BELL_CHANNEL, payload]).catch(() => {})
    this.#signing -= 1
  }

  #reconnect(): void {
    // A failed attempt is heard of twice, by its promise and by its connection's end: one of them is enough.
    if (this.#closed || this.#retry) return
    this.#retry = setTimeout(() => {
      this.#retry = undefined
      this.open().then(
        () => this.#ringEverybody(),
        () => this.#reconnect()
      )
    }, RECONNECT_PAUSE)
  }

  #ringEverybody(): void {
    for (const [topic, listeners] of this.#listeners) {
      // Nobody has begun to write because a connection was mended.
      if (topic.startsWith(PASSING)) continue
      for (const changed of listeners) changed()
    }
  }
}
