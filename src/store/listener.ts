// The bell: one connection that listens for ids of changed conversations and tells whoever asked. Never any content.
import pg from 'pg'
import type { Bell } from '../conversation/ports.ts'
import { BELL_CHANNEL } from './turn.ts'

/** Wait before connecting again after the connection broke, in ms. */
const RECONNECT_PAUSE = 500

export class Listener implements Bell {
  readonly #url: string
  readonly #listeners = new Map<string, Set<() => void>>()
  #client: pg.Client | null = null
  #closed = false
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

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#retry)
    await this.#client?.end()
  }

  /** Whatever changed may have changed the queue too. */
  #ring(conversation: string): void {
    for (const topic of [conversation, 'queue']) {
      for (const changed of this.#listeners.get(topic) ?? []) changed()
    }
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
    for (const listeners of this.#listeners.values()) for (const changed of listeners) changed()
  }
}
