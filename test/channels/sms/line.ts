// The text line as it runs: our own routes and loops, the real SDK, a real database, and a stand-in for the carrier.
import fastify, { type FastifyInstance } from 'fastify'
import { Hub } from '../../../src/channels/hub.ts'
import type { TextAccount } from '../../../src/channels/sms/deps.ts'
import { CARRIER_REPORTS_WITHIN } from '../../../src/limits.ts'
import { type Log, makeLog } from '../../../src/log.ts'
import { BELL_CHANNEL } from '../../../src/store/bell-channel.ts'
import { startTexts } from '../../../src/texts.ts'
import { Carrier, type TextOptions } from '../../carrier/carrier.ts'
import { openTestProduct, type TestProduct } from '../../open-test-product.ts'

export const PUBLIC_URL = 'https://advice.example'

/** What a test may want otherwise of the product behind the line. */
type Behind = Pick<NonNullable<Parameters<typeof openTestProduct>[0]>, 'log' | 'draftLanguages'>

export class TextLine {
  readonly carrier: Carrier
  product: TestProduct
  /** Where the product listens. */
  at = ''
  readonly #behind: Behind
  readonly #log: Log
  #app: FastifyInstance | null = null
  #texts: ReturnType<typeof startTexts> | null = null

  private constructor(carrier: Carrier, product: TestProduct, behind: Behind) {
    this.carrier = carrier
    this.product = product
    this.#behind = behind
    this.#log = behind.log ?? makeLog('silent')
  }

  static async open(change: Partial<TextAccount> = {}, behind: Behind = {}): Promise<TextLine> {
    const carrier = await Carrier.start({ publicUrl: PUBLIC_URL })
    const line = new TextLine(carrier, await openTestProduct(behind), behind)
    await line.start(change)
    return line
  }

  /** The process ends, and another begins on the same database. */
  async restart(): Promise<void> {
    await this.stop()
    const { databaseUrl, masterKey, availability } = this.product
    await this.product.close()
    this.product = await openTestProduct({ ...this.#behind, databaseUrl, masterKey })
    this.product.availability = availability
    await this.start()
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
    this.at = await this.#app.listen({ port: 0, host: '127.0.0.1' })
    this.carrier.serves(this.at)
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

  /** Nothing is left to take up, and nothing left to send. `hurried`: what is to be tried later is tried now. */
  async settle({ hurried = false } = {}): Promise<void> {
    for (;;) {
      if (hurried) await this.hurry()
      const { rows } = await this.product.connection.pool.query(
        `select (select count(*) from text_in where body is not null) + (select count(*) from outbox where state = 'pending') as open`
      )
      if (Number(rows[0].open) === 0) return
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }

  /** The pause before another try is over. */
  async hurry(): Promise<void> {
    const { pool } = this.product.connection
    // And the wait for the carrier's report, where nobody knows whether a text was taken.
    const ago = `${CARRIER_REPORTS_WITHIN} milliseconds`
    await pool.query(
      `update outbox set next_at = now(), tried_at = tried_at - $1::interval where state = 'pending' and next_at > now()`,
      [ago]
    )
    await pool.query(`update text_in set next_at = now() where body is not null and next_at > now()`)
    await pool.query(`select pg_notify('${BELL_CHANNEL}', 'queue')`)
  }

  /** The rows of one statement, as the database has them. */
  async rows<R = Record<string, unknown>>(statement: string, values: unknown[] = []): Promise<R[]> {
    return (await this.product.connection.pool.query(statement, values)).rows
  }
}
