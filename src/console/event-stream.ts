// One open event stream to a worker's browser.
import type { FastifyReply } from 'fastify'
import { HEARTBEAT } from '../limits.ts'
import { HEADERS } from './headers.ts'

/** Asked of the browser: how long to wait before it connects again, in ms. */
const RETRY = 2_000

export class EventStream {
  readonly #reply: FastifyReply
  readonly #ended: (() => void)[] = []
  #open = true

  /** Takes the answer over from Fastify. Every HEARTBEAT, while it is open, the browser is asked to say it is there. */
  constructor(reply: FastifyReply) {
    this.#reply = reply
    reply.hijack()
    reply.raw.writeHead(200, {
      ...HEADERS,
      'content-type': 'text/event-stream; charset=utf-8',
      // Proxies that collect an answer before passing it on would hold every word back.
      'x-accel-buffering': 'no'
    })
    reply.raw.write(`retry: ${RETRY}\n\n`)
    const timer = setInterval(() => this.send('beat', {}), HEARTBEAT)
    this.onEnd(() => clearInterval(timer))
    reply.raw.on('close', () => this.end())
    reply.raw.on('error', () => this.end())
  }

  /** Runs `ended` when the stream ends, whoever ends it. */
  onEnd(ended: () => void): void {
    this.#ended.push(ended)
  }

  /** Sends one event. `id` is where the browser asks to go on from after a break. */
  send(event: string, data: object, id?: number): void {
    if (!this.#open) return
    const place = id === undefined ? '' : `id: ${id}\n`
    this.#reply.raw.write(`${place}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  end(): void {
    if (!this.#open) return
    this.#open = false
    for (const ended of this.#ended) ended()
    this.#reply.raw.end()
  }
}
