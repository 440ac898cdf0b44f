import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Outcome, Writing } from '../../src/conversation/recorded.ts'
import { HANDED_OVER_KEPT } from '../../src/limits.ts'
import { purgeExpired } from '../../src/store/purge.ts'
import { counted, forgetCounted } from '../counted.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())
beforeEach(() => forgetCounted(product))

const sam = { id: randomUUID(), name: 'Sam' }
const rows = () => counted(product)
const send = (conversation: string, type: 'person' | 'leave') =>
  product.conversations.receive({ conversation, messageId: randomUUID(), event: { type } })
const purge = () => purgeExpired(product.connection, product.vault, new Date(Date.now() + HANDED_OVER_KEPT + 60_000))

async function withSam(): Promise<string> {
  const id = await product.conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
  await send(id, 'person')
  await product.conversations.join(id, sam, randomUUID())
  return id
}
const ended = (outcome: Outcome): Writing => ({ kind: 'outcome', outcome, closedBecause: null })
const declined: Writing = { kind: 'service', service: 'hants.refuge', cameOfIt: 'noSpace' }
const close = (id: string, written: readonly Writing[]) => product.conversations.close(id, sam, randomUUID(), written)
const record = (id: string, written: readonly Writing[]) => product.conversations.record(id, sam, written, randomUUID())

test('what was offered at the close is counted with its reason, and no word of it', async () => {
  const id = await withSam()
  await close(id, [declined, { kind: 'action', action: 'done', text: 'rang the blue door' }, ended('safety_plan')])
  const written = await rows()
  expect(written).toMatchObject([{ offered: 'declined', declined_because: 'noSpace', ended: 'closed' }])
  expect(JSON.stringify(written)).not.toMatch(/blue door|Sam|hants/)
})

test('the last word about a service counts', async () => {
  const id = await withSam()
  await record(id, [{ ...declined, cameOfIt: 'accepted' }])
  await record(id, [declined])
  await close(id, [ended('signposted')])
  expect(await rows()).toMatchObject([{ offered: 'declined', declined_because: 'noSpace' }])
})

test('what was taken back is not recorded', async () => {
  const id = await withSam()
  await record(id, [declined])
  await close(id, [{ ...declined, cameOfIt: 'notSpokenOf' }, ended('signposted')])
  expect(await rows()).toMatchObject([{ offered: 'notRecorded', declined_because: null }])
})

test('a test is no contact: it is not counted at the close, and not when it is deleted', async () => {
  const id = await withSam()
  await close(id, [ended('test')])
  await purge()
  expect(await product.conversations.read(id)).toBeNull()
  expect(await rows()).toEqual([])
})

test('somebody who leaves a worker is counted once that worker has said what came of it, in the moment they left', async () => {
  const id = await withSam()
  await send(id, 'leave')
  expect(await rows()).toEqual([])
  const then = new Date('2026-02-01T12:00:00Z')
  await product.connection.db.updateTable('conversation').set({ updated_at: then }).where('id', '=', id).execute()
  await record(id, [declined])
  expect(await rows()).toEqual([])
  await record(id, [ended('left_before_help')])
  expect(await rows()).toMatchObject([{ offered: 'declined', ended: 'left', quarter: '2026-Q1' }])
  await record(id, [ended('advice_given')])
  await purge()
  expect(await rows()).toHaveLength(1)
})

test('writing something down does not move the moment they left', async () => {
  const id = await withSam()
  await send(id, 'leave')
  const leftAt = () =>
    product.connection.db.selectFrom('conversation').select('updated_at').where('id', '=', id).executeTakeFirst()
  const before = await leftAt()
  await product.conversations.note(id, sam, 'a private note', randomUUID())
  await record(id, [ended('left_before_help')])
  expect(await leftAt()).toEqual(before)
})

test('somebody who leaves a worker who says nothing is counted when the conversation is deleted', async () => {
  await send(await withSam(), 'leave')
  await purge()
  expect(await rows()).toMatchObject([{ offered: 'notRecorded', ended: 'left' }])
})
