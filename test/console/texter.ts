// Somebody who texts and is known at the desk: what they write, what leaves for their phone, and what becomes of it.
import { randomBytes, randomUUID } from 'node:crypto'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import { PocketPhone } from '../../src/pocket-phone.ts'
import type { Product } from '../../src/product.ts'
import { deliveriesOf } from '../../src/store/deliveries.ts'
import { sendNext } from '../../src/store/outbox.ts'
import { answer } from '../opening.ts'

export const NUMBER = '+447700900123'
const MINUTE = 60_000

/** What they write to: in this process, or behind the one that is looked at. */
type Texted = Pick<Product, 'conversations' | 'connection' | 'vault'>

export class Texter {
  readonly id: string
  readonly phone = new PocketPhone()
  reference = ''
  readonly #product: Texted

  private constructor(product: Texted, id: string) {
    this.#product = product
    this.id = id
  }

  /** Their texts in order, after each of which everything we have to say has left. */
  static async writes(product: Texted, ...texts: readonly string[]): Promise<Texter> {
    const peer = randomBytes(32)
    const start = { channel: 'sms', locale: 'en', access: null, peer, phone: NUMBER } as const
    const texter = new Texter(product, await product.conversations.begin(start))
    for (const text of texts) await texter.texts(text)
    texter.reference = (await texter.reading()).conversation.reference
    return texter
  }

  /** Who said that texts are OK, and then that they want a person. */
  static waits = (product: Texted) => Texter.writes(product, 'hi', '1', 'PERSON')

  /** In danger, urgent, and nothing said yet about whether texts are OK. */
  static isInDanger = (product: Texted) => Texter.writes(product, 'he is hitting me now')

  /** Who wants a person, and said how and when they may be texted. */
  static async agrees(product: Texted, number: string, times: string): Promise<Texter> {
    const texter = await Texter.writes(product, 'hi', '1')
    const said: readonly PersonEvent[] = [
      answer('dangerNow', 'no'),
      answer('audience', 'survivor'),
      answer('personNear', 'no'),
      answer('deviceWatched', 'no'),
      answer('ageBand', '18plus'),
      answer('privacyLimits', 'ok'),
      answer('wantsNow', 'person'),
      answer('contactMethod', 'text'),
      answer('contactDetail', number),
      answer('textFirst', 'yes'),
      { type: 'answer', question: 'contactTimes', value: [times] }
    ]
    for (const event of said) await texter.does(event)
    return texter
  }

  texts(text: string): Promise<void> {
    return this.does({ type: 'typed', text })
  }

  async does(event: PersonEvent): Promise<void> {
    await this.#product.conversations.receive({ conversation: this.id, messageId: randomUUID(), event })
    await this.send()
  }

  /** Everything that waits is handed to the carrier. */
  async send(now = () => new Date()): Promise<void> {
    while (await sendNext(this.#product.connection, this.#product.vault, this.phone, now));
  }

  async reading() {
    const reading = await this.#product.conversations.read(this.id)
    if (!reading) throw new Error('the conversation is gone')
    return reading
  }

  /** The carrier reports about the text they got last. */
  async report(status: string, blocked: string | null = null): Promise<void> {
    const last = this.phone.texts.findLast(({ conversation }) => conversation === this.id)
    const record = `pocket-${last?.id}`
    await deliveriesOf(this.#product.connection).note({ record, id: null, status, blocked })
  }

  /** They have not written for this long. */
  async silentFor(minutes: number): Promise<void> {
    const heard_at = new Date(Date.now() - minutes * MINUTE)
    await this.#product.connection.db.updateTable('conversation').set({ heard_at }).where('id', '=', this.id).execute()
  }
}
