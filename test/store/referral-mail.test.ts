import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addReferral, referralsOf } from '../../src/store/referral-mail.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

const sam = { id: randomUUID(), name: 'Sam' }
const address = 'referrals@council.example.org'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())

/** Somebody who waits for a person. */
async function waiting(): Promise<string> {
  const { conversations } = product
  const id = await conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
  await conversations.receive({ conversation: id, messageId: randomUUID(), event: { type: 'person' } })
  return id
}
const add = (conversation: string, staffId: string) =>
  addReferral(product.connection, product.vault, { id: randomUUID(), conversation, staffId, address }, new Date())
const sentOf = (conversation: string) => referralsOf(product.connection, product.vault, conversation)

test('a mail is kept for the worker who has the conversation at that moment, and for no other', async () => {
  const conversation = await waiting()
  expect(await add(conversation, sam.id)).toBe(false)
  await product.conversations.join(conversation, sam, randomUUID())
  expect(await add(conversation, randomUUID())).toBe(false)
  expect(await sentOf(conversation)).toEqual([])
  expect(await add(conversation, sam.id)).toBe(true)
  expect(await sentOf(conversation)).toMatchObject([{ address, state: 'pending', said: null }])
})

test('nothing is kept once the conversation is closed, or gone', async () => {
  const conversation = await waiting()
  await product.conversations.join(conversation, sam, randomUUID())
  await product.conversations.close(conversation, sam, randomUUID())
  expect(await add(conversation, sam.id)).toBe(false)
  expect(await add(randomUUID(), sam.id)).toBe(false)
})
