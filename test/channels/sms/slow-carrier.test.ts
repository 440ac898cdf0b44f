// A carrier that takes its time: what may be sent, and when it is tried again, is decided by the moment its answer came.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Phone } from '../../../src/conversation/ports.ts'
import { SMS_VALID } from '../../../src/limits.ts'
import { sendNext } from '../../../src/store/outbox.ts'
import { openTestProduct, type TestProduct } from '../../open-test-product.ts'

const TEN_SECONDS = 10_000

let product: TestProduct
let now: Date
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())
beforeEach(async () => {
  await query('delete from outbox')
  const start = { channel: 'sms', locale: 'en', access: null, peer: randomBytes(32), phone: '+447700900123' } as const
  const conversation = await product.conversations.begin(start)
  await product.conversations.receive({ conversation, messageId: randomUUID(), event: { type: 'typed', text: 'hi' } })
  now = new Date()
})

const query = async (text: string) => (await product.connection.pool.query(text)).rows
const goesOn = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds)
}
const never: Phone = {
  send: () => Promise.reject(new Error('nothing may be sent')),
  find: () => Promise.reject(new Error('nothing may be looked for')),
  forget: async () => true
}
const sends = (phone: Partial<Phone>) => sendNext(product.connection, product.vault, { ...never, ...phone }, () => now)

test('"later" means later than its answer', async () => {
  await sends({
    async send() {
      goesOn(TEN_SECONDS)
      return { kind: 'again' }
    }
  })
  const [row] = await query('select next_at, tried_at from outbox')
  expect(row.next_at.getTime()).toBeGreaterThan(now.getTime())
  expect(row.tried_at).toBeNull()
})

test('what became too late while an earlier try was looked for is not sent', async () => {
  await query("update outbox set tried_at = now() - interval '1 minute'")
  await sends({
    async find() {
      goesOn(SMS_VALID + TEN_SECONDS)
      return []
    }
  })
  expect(await query('select state, reason from outbox')).toEqual([{ state: 'dropped', reason: 'late' }])
})

test('a try of which nobody knows began when it was sent, after the looking', async () => {
  await query("update outbox set tried_at = now() - interval '1 minute'")
  let sentAt = now
  await sends({
    async find() {
      goesOn(TEN_SECONDS)
      return []
    },
    async send() {
      sentAt = now
      goesOn(TEN_SECONDS)
      return { kind: 'unknown' }
    }
  })
  const [row] = await query('select tried_at, next_at from outbox')
  expect(row.tried_at).toEqual(sentAt)
  expect(row.next_at.getTime()).toBeGreaterThan(now.getTime())
})
