// A case-management system that takes webhooks as its maker would: with the real library. It can be told to misbehave.
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { Webhook } from 'standardwebhooks'
import type { Identity } from './certificates.ts'

export interface Came {
  readonly id: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** What the library says of it. */
  readonly verified: boolean
}

/** What it answers: a status, a place to go to, or nothing at all. */
export type Answer = number | { readonly to: string } | 'hangs' | 'drips'

export class TestReceiver {
  readonly came: Came[] = []
  /** Taken from the front; when none is left, 200. */
  answers: Answer[] = []
  /** Done when something came, before it is answered. */
  before: () => Promise<void> = async () => {}
  readonly #server: Server
  readonly #sockets = new Set<Duplex>()
  readonly #webhook: Webhook

  private constructor(identity: Identity, secret: string) {
    this.#webhook = new Webhook(secret)
    this.#server = createServer(identity, async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const body = Buffer.concat(chunks).toString()
      const headers = request.headers as Record<string, string>
      this.came.push({ id: headers['webhook-id'] ?? '', body, headers, verified: this.#verifies(body, headers) })
      await this.before()
      const answer = this.answers.shift() ?? 200
      if (answer === 'hangs') return
      if (answer === 'drips') return void setInterval(() => response.write('.'), 20).unref()
      if (typeof answer === 'number') return response.writeHead(answer).end('anything')
      return response.writeHead(307, { location: answer.to }).end()
    })
    this.#server.on('connection', socket => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
  }

  static async open(identity: Identity, secret: string): Promise<TestReceiver> {
    const receiver = new TestReceiver(identity, secret)
    await new Promise<void>(resolve => receiver.#server.listen(0, '127.0.0.1', resolve))
    return receiver
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise(resolve => this.#server.close(resolve))
  }

  #verifies(body: string, headers: Record<string, string>): boolean {
    try {
      this.#webhook.verify(body, headers)
      return true
    } catch {
      return false
    }
  }
}
