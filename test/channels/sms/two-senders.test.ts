// Two senders that have picked the same text: the second finds what the first has done, and begins anew.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Phone } from '../../../src/conversation/ports.ts'
import { sendNext } from '../../../src/store/outbox.ts'
import { openTestProduct, type TestProduct } from '../../open-test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())

const query = async (text: string) => (await product.connection.pool.query(text)).rows
const isWaiting = () =>
  expect
    .poll(
      () =>
        query(
          "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
        ),
      { timeout: 10_000, interval: 20 }
    )
    .toEqual([{ n: 1 }])

test('no text goes out before it is saved that it is being tried, however slow the carrier was to say "later"', async () => {
  const { conversations, connection, vault } = product
  const saved: unknown[] = []
  const phone: Phone = {
    async send() {
      // As another process would find it, if this one died now.
      saved.push(...(await query('select tried_at is not null as tried from outbox')))
      return { kind: 'taken', record: `SM${randomUUID()}` }
    },
    find: async () => [],
    forget: async () => true
  }
  const start = { channel: 'sms', locale: 'en', access: null, peer: randomBytes(32), phone: '+447700900123' } as const
  const conversation = await conversations.begin(start)
  await conversations.receive({ conversation, messageId: 'hi', event: { type: 'typed', text: 'hi' } })
  // The answer to an earlier try was lost.
  await query("update outbox set tried_at = now() - interval '1 minute'")

  const first = await connection.pool.connect()
  await first.query('begin')
  // Stands between picking a text and sending it.
  await first.query('lock table conversation_key in access exclusive mode')
  const second = sendNext(connection, vault, phone, () => new Date())
  await isWaiting()
  // The first has looked for it, has tried again, and after seconds it was told "later": by now that is over, too.
  await first.query("update outbox set tried_at = null, attempts = 2, next_at = now() - interval '1 second'")
  await first.query('commit')
  first.release()
  await second
  while (await sendNext(connection, vault, phone, () => new Date()));

  expect(saved).toEqual([{ tried: true }])
  expect(await query('select state, tried_at is not null as tried from outbox')).toEqual([
    { state: 'sent', tried: true }
  ])
})
