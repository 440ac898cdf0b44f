import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EventKind, type Hearers, layOut } from '../../src/store/events.ts'
import { switchOff } from '../../src/store/webhook-off.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'
import { anEvent, note } from './noted.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())
beforeEach(async () => {
  await product.connection.pool.query('truncate event, delivery')
})

const KINDS: EventKind[] = [
  'referral.created',
  'referral.accepted',
  'referral.closed',
  'urgent.unacknowledged',
  'worker.lost',
  'left.at_risk'
]
const EVERYBODY: Hearers = { webhook: 'https://cases.example.org/in', onCall: true }
const NOBODY: Hearers = { webhook: null, onCall: false }

const lay = async (hearers: Hearers) => {
  while (await layOut(product.connection, hearers, new Date()));
}
const events = () => product.connection.db.selectFrom('event').selectAll().execute()
const deliveries = () => product.connection.db.selectFrom('delivery').selectAll().orderBy('kind').execute()

describe('what happened in a turn', () => {
  test('is noted with it, and not at all when the turn is taken back', async () => {
    await note(product, [anEvent()], 'rollback')
    expect(await events()).toEqual([])
    const event = anEvent()
    await note(product, [event])
    const { conversation, ...rest } = event
    expect(await events()).toEqual([{ id: expect.any(String), conversation_id: conversation, ...rest }])
  })

  test('is ids, a kind and a moment: there is no place for words', async () => {
    const { rows } = await product.connection.pool.query(
      "select column_name from information_schema.columns where table_name = 'event' order by 1"
    )
    expect(rows.map(row => row.column_name)).toEqual(['at', 'conversation_id', 'id', 'kind', 'reference'])
  })
})

describe('an event becomes', () => {
  test('one delivery for each who is to hear it; those on call are woken where a life may be at risk and nobody is there, and for nothing else', async () => {
    const noted = KINDS.map(kind => anEvent({ kind }))
    await note(product, noted)
    await lay(EVERYBODY)
    const laid = await deliveries()
    expect(laid.filter(({ way }) => way === 'webhook').map(({ kind }) => kind)).toEqual([...KINDS].sort())
    expect(laid.filter(({ way }) => way === 'onCall').map(({ kind }) => kind)).toEqual([
      'left.at_risk',
      'urgent.unacknowledged'
    ])
    expect(new Set(laid.map(({ id }) => id)).size).toBe(8)
    for (const row of laid) {
      const from = noted.find(({ conversation }) => conversation === row.conversation_id)
      expect(row).toMatchObject({ reference: from?.reference, at: from?.at, state: 'pending', recipient: null })
    }
    expect(await events()).toEqual([])
  })

  test('nothing where nobody is to hear it, and is gone', async () => {
    await note(product, [anEvent(), anEvent({ kind: 'urgent.unacknowledged' })])
    await lay(NOBODY)
    expect([await events(), await deliveries()]).toEqual([[], []])
  })

  test('nothing for a receiver that has said it is gone, and again something at another address', async () => {
    const gone = 'https://gone.example.org/in'
    await switchOff(product.connection.db, gone, new Date())
    await note(product, [anEvent()])
    await lay({ ...EVERYBODY, webhook: gone })
    expect(await deliveries()).toEqual([])
    await note(product, [anEvent()])
    await lay(EVERYBODY)
    expect(await deliveries()).toHaveLength(1)
  })

  test('one delivery, however many processes lay out at once', async () => {
    await note(
      product,
      Array.from({ length: 250 }, () => anEvent())
    )
    await Promise.all([lay(EVERYBODY), lay(EVERYBODY), lay(EVERYBODY)])
    expect(await deliveries()).toHaveLength(250)
    expect(await events()).toEqual([])
  })
})
