// Whoever has the whole database, and not the master key, cannot tell which row of the dataset came of which conversation.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DATASET_BATCH } from '../../src/limits.ts'
import { countHeld } from '../../src/store/dataset-batches.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())

const sam = { id: randomUUID(), name: 'Sam' }
const query = async (text: string) => (await product.connection.pool.query(text)).rows

/** One who is told apart by a single answer, and whom a worker closes, which is on record. */
async function closed(nth: number): Promise<void> {
  const { conversations } = product
  const id = await conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
  const send = (event: Parameters<typeof conversations.receive>[0]['event']) =>
    conversations.receive({ conversation: id, messageId: randomUUID(), event })
  await send({ type: 'answer', question: 'channelOk', value: 'yes' })
  await send({ type: 'answer', question: 'dangerNow', value: 'no' })
  await send({ type: 'answer', question: 'audience', value: ['survivor', 'friend', 'professional'][nth % 3] ?? '' })
  await send({ type: 'person' })
  await conversations.join(id, sam, randomUUID())
  await conversations.close(id, sam, randomUUID())
}

/** Every table but the dataset, and what is put into a row by the database itself. */
const others = async () =>
  (
    await query(
      "select tablename from pg_tables where schemaname = 'public' and tablename not in ('dataset_row', 'dataset_held')"
    )
  ).map(({ tablename }) => tablename as string)

test('no transaction wrote a row of the dataset and anything else', async () => {
  for (let n = 0; n < DATASET_BATCH; n += 1) await closed(n)
  expect(await countHeld(product.connection, product.vault, new Date())).toBe(true)
  const written = (await query('select distinct xmin::text as by from dataset_row')).map(({ by }) => by)
  expect(written).toHaveLength(1)
  for (const table of await others()) {
    const rows = await query(`select count(*)::int as n from ${table} where xmin::text = '${written[0]}'`)
    expect(rows, table).toEqual([{ n: 0 }])
  }
  // The order they stand in is not the one they came in.
  const audiences = (await query('select audience from dataset_row order by ctid')).map(({ audience }) => audience)
  expect(audiences).toHaveLength(DATASET_BATCH)
  const asTheyCame = Array.from({ length: DATASET_BATCH }, (_, n) => ['survivor', 'friend', 'professional'][n % 3])
  expect(audiences).not.toEqual(asTheyCame)
})

test('of a few none is counted until their quarter is over, and what waits is sealed', async () => {
  for (let n = 0; n < 3; n += 1) await closed(n)
  const { connection, vault } = product
  expect(await countHeld(connection, vault, new Date())).toBe(false)
  const held = await query('select * from dataset_held')
  expect(held).toHaveLength(3)
  for (const { body } of held) expect((body as Buffer).toString('latin1')).not.toMatch(/survivor|friend|quarter/)
  const next = new Date(Date.now() + 100 * 86_400_000)
  expect(await countHeld(connection, vault, next)).toBe(true)
  expect(await query('select * from dataset_held')).toEqual([])
})

test('what is killed half-way is counted once', async () => {
  const before = (await query('select * from dataset_row')).length
  for (let n = 0; n < 4; n += 1) await closed(n)
  const { connection, vault } = product
  await query('alter table dataset_row add constraint never check (false) not valid')
  await expect(countHeld(connection, vault, new Date(), 1)).rejects.toThrow('never')
  await query('alter table dataset_row drop constraint never')
  expect(await query('select * from dataset_held')).toHaveLength(4)
  await Promise.all([1, 2, 3].map(() => countHeld(connection, vault, new Date(), 1)))
  expect(await query('select * from dataset_row')).toHaveLength(before + 4)
})
