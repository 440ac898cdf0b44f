// The text line as it runs: our own routes and loops, the real SDK, a real database, and a stand-in for the carrier.
import fastify, { type FastifyInstance } from 'fastify'
import { Hub } from '../../../src/channels/hub.ts'
import type { TextAccount } from '../../../src/channels/sms/deps.ts'
import { makeLog } from '../../../src/log.ts'
import { startTexts } from '../../../src/texts.ts'
import { Carrier, type TextOptions } from '../../carrier/carrier.ts'
import { openTestProduct, type TestProduct } from '../../open-test-product.ts'

const PUBLIC_URL = 'https://advice.example'

export class TextLine {
  readonly carrier: Carrier
  readonly product: TestProduct
  readonly #log: ReturnType<typeof makeLog>
  #app: FastifyInstance | null = null
  #texts: ReturnType<typeof startTexts> | null = null

  private constructor(carrier: Carrier, product: TestProduct) {
    this.carrier = carrier
    this.product = product
    this.#log = makeLog('silent')
  }

  static async open(change: Partial<TextAccount> = {}): Promise<TextLine> {
    const carrier = await Carrier.start({ publicUrl: PUBLIC_URL })
    const line = new TextLine(carrier, await openTestProduct())
    await line.start(change)
    return line
  }

  /** As the process does when it starts, on the database as it lies there. */
  async start(change: Partial<TextAccount> = {}): Promise<void> {
    const { accountSid, authToken, messagingServiceSid } = this.carrier.account
    const account: TextAccount = {
      accountSid,
      authToken,
      messagingServiceSid,
      nextAuthToken: null,
      apiBase: this.carrier.base,
      contentRetention: null,
      addressRetention: null,
      publicUrl: PUBLIC_URL,
      ...change
    }
    const hub = new Hub(inbound => this.product.conversations.receive(inbound))
    this.#texts = startTexts(this.product, hub, account, this.#log)
    this.#app = fastify({ logger: false })
    this.#texts.addTo(this.#app)
    this.carrier.serves(await this.#app.listen({ port: 0, host: '127.0.0.1' }))
  }

  async stop(): Promise<void> {
    await this.#app?.close()
    await this.#texts?.stop()
  }

  async close(): Promise<void> {
    await this.stop()
    await this.carrier.close()
    await this.product.close()
  }

  /** Somebody texts, and everything it brings about has happened. */
  async text(from: string, body: string, options?: TextOptions): Promise<string> {
    const { sid } = await this.carrier.text(from, body, options)
    await this.settle()
    return sid
  }

  /** The words their phone has got, in order. */
  heard(number: string): string[] {
    return this.carrier.delivered(number).map(({ body }) => body)
  }

  /** Nothing is left to take up, and nothing left to send. */
  async settle(): Promise<void> {
    for (;;) {
      const { rows } = await this.product.connection.pool.query(
        `select (select count(*) from text_in where body is not null) + (select count(*) from outbox where state = 'pending') as open`
      )
      if (Number(rows[0].open) === 0) return
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
}
