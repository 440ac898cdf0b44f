// An open page's stream, read as a browser's EventSource reads it.
import type { AddressInfo } from 'node:net'
import { HEARTBEAT } from '../../src/limits.ts'
import type { TestDesk, Worker } from './desk.ts'

export interface Event {
  readonly event: string
  readonly id: number
  readonly data: { id?: string; html?: string }
}

export class Stream {
  readonly status: number
  readonly #reader: ReadableStreamDefaultReader<string> | null
  #rest = ''
  ended = false

  constructor(answer: Response) {
    this.status = answer.status
    this.#reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader() ?? null
  }

  /** `desk` listens on a port already. */
  static async open(
    desk: TestDesk,
    worker: Pick<Worker, 'cookie'>,
    path: string,
    headers: Record<string, string> = {}
  ): Promise<Stream> {
    const { port } = desk.origin.server.address() as AddressInfo
    return new Stream(
      await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: worker.cookie, ...headers } })
    )
  }

  async next(): Promise<Event> {
    for (;;) {
      const end = this.#rest.indexOf('\n\n')
      if (end >= 0) {
        const block = this.#rest.slice(0, end)
        this.#rest = this.#rest.slice(end + 2)
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
        if (field('event')) {
          return { event: field('event') ?? '', id: Number(field('id')), data: JSON.parse(field('data') ?? '{}') }
        }
        continue
      }
      const { value, done } = (await this.#reader?.read()) ?? { done: true, value: undefined }
      if (done) {
        this.ended = true
        return { event: 'end', id: 0, data: {} }
      }
      this.#rest += value
    }
  }

  /** The next event that is asked for; others are passed over. */
  async until(wanted: (event: Event) => boolean): Promise<Event> {
    for (;;) {
      const event = await this.next()
      if (wanted(event) || event.event === 'end') return event
    }
  }

  close() {
    return this.#reader?.cancel()
  }
}

/** Everything until the stream ends; fails where it does not end soon, and a heartbeat is not soon. */
export async function heardUntilOver(stream: Stream): Promise<string> {
  const heard: string[] = []
  const tooLong = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new Error(`still open: ${heard.join(' ').slice(0, 300)}`)), HEARTBEAT / 3)
  )
  const all = async () => {
    for (;;) {
      const event = await stream.next()
      if (event.event === 'end') return heard.join(' ')
      heard.push(`${event.event} ${JSON.stringify(event.data)}`)
    }
  }
  return Promise.race([all(), tooLong])
}

export const isLog = (event: Event) => event.event === 'log'
export const isPart = (id: string) => (event: Event) => event.event === 'part' && event.data.id === id
