// An attacker has the database, and looks for the row of one person: by its transaction, its place, its length, and by how few there are.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DATASET_BATCH, DATASET_SETTLED, UNCLAIMED_KEPT } from '../../src/limits.ts'
import { moveWaiting } from '../../src/store/dataset-waiting.ts'
import { up } from '../../src/store/migrations/019-anonymous-rows.ts'
import { purgeExpired } from '../../src/store/purge.ts'
import { counted, forgetCounted, SETTLED } from '../counted.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())
beforeEach(() => forgetCounted(product))

const sam = { id: randomUUID(), name: 'Sam' }
const query = async <R extends object>(text: string): Promise<R[]> =>
  (await product.connection.pool.query<R>(text)).rows
const move = (now = new Date()) => moveWaiting(product.connection, product.vault, now)
const countOf = async (text: string) => (await query<{ n: number }>(`select count(*)::int as n ${text}`))[0]?.n
const inDataset = () => countOf('from dataset_row')
const waiting = () => countOf('from dataset_waiting')

async function begins(audience = 'survivor'): Promise<string> {
  const access = randomBytes(32)
  const id = await product.conversations.begin({ channel: 'web', locale: 'en', access, peer: null })
  const answers = { channelOk: 'yes', dangerNow: 'no', audience } as const
  for (const [question, value] of Object.entries(answers)) {
    const event = { type: 'answer', question: question as keyof typeof answers, value } as const
    await product.conversations.receive({ conversation: id, messageId: randomUUID(), event })
  }
  return id
}
const send = (conversation: string, type: 'leave' | 'person') =>
  product.conversations.receive({ conversation, messageId: randomUUID(), event: { type } })

/** A person who is gone again. */
async function leaves(audience?: string): Promise<void> {
  await send(await begins(audience), 'leave')
}

/** A person whose conversation a worker closes: with a line of the record, and an event others may be told of. */
async function isClosed(): Promise<void> {
  const id = await begins()
  await send(id, 'person')
  await product.conversations.join(id, sam, randomUUID())
  await product.conversations.close(id, sam, randomUUID())
}

/** The other tables that hold a row of a transaction that wrote into this one. */
async function joinedTo(table: string): Promise<string[]> {
  const tables = await query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '${table}' order by 1`
  )
  expect(tables.length).toBeGreaterThan(20)
  const joined: string[] = []
  for (const { name } of tables)
    if (await countOf(`from ${name} one join ${table} row on row.xmin = one.xmin`)) joined.push(name)
  return joined
}

describe('with the whole database in hand, nobody can tell which anonymous row is whose', () => {
  test('by transaction: what wrote the rows wrote nothing else', async () => {
    await isClosed()
    await leaves()
    expect(await joinedTo('audit')).toContain('conversation')
    expect(await counted(product)).toHaveLength(2)
    expect(await joinedTo('dataset_row')).toEqual([])
  })

  test('nor by which transaction came first: all rows have the last one', async () => {
    for (const audience of ['survivor', 'friend']) {
      await leaves(audience)
      await counted(product)
    }
    expect(await inDataset()).toBe(2)
    expect(await countOf('from (select distinct xmin::text from dataset_row) one')).toBe(1)
  })

  test('nor by place: rows do not lie in the order in which people left', async () => {
    const order = [...Array(DATASET_BATCH).keys()].map(n => (n < DATASET_BATCH / 2 ? 'survivor' : 'professional'))
    for (const audience of order) await leaves(audience)
    expect(await move()).toBe(true)
    const rows = await query<{ audience: string }>('select audience from dataset_row order by ctid')
    const found = rows.map(({ audience }) => audience)
    expect([...found].sort().reverse()).toEqual(order)
    expect(found).not.toEqual(order)
  })

  test('nor by being the only new one: fewer than a batch wait', async () => {
    for (let n = 1; n < DATASET_BATCH; n += 1) await leaves()
    expect(await move()).toBe(false)
    expect([await inDataset(), await waiting()]).toEqual([0, DATASET_BATCH - 1])
    await leaves()
    expect(await move()).toBe(true)
    expect([await inDataset(), await waiting()]).toEqual([DATASET_BATCH, 0])
  })

  test('nor while it waits: it can be read with the master key alone, and is as long as every other', async () => {
    const id = await begins('professional')
    await send(id, 'leave')
    await leaves()
    const rows = await query<{ id: string; body: Buffer }>('select * from dataset_waiting')
    expect(new Set(rows.map(({ body }) => body.length)).size).toBe(1)
    for (const { body } of rows) expect(body.toString('latin1')).not.toMatch(/audience|survivor|professional/)
    expect(JSON.stringify(rows)).not.toContain(id)
  })

  test('nor from what is left of the wait in the files', async () => {
    await leaves()
    await counted(product)
    const [left] =
      await query(`select pg_relation_size(oid)::int as rows, pg_relation_size(reltoastrelid)::int as bodies
      from pg_class where relname = 'dataset_waiting'`)
    expect(left).toEqual({ rows: 0, bodies: 0 })
  })
})

test('those who were counted before rows waited are no longer told by transaction or place either', async () => {
  const audiences = [...Array(DATASET_BATCH).keys()].map(n => `${n}`.padStart(2, '0'))
  await leaves()
  await counted(product)
  for (const audience of audiences) {
    await query(`insert into dataset_row select (jsonb_populate_record(one, '{"audience": "${audience}"}')).*
      from dataset_row one where audience = 'survivor'`)
  }
  await query('drop table dataset_waiting')
  await up(product.connection.db as unknown as Kysely<unknown>)
  const rows = await query<{ audience: string }>(
    "select audience from dataset_row where audience <> 'survivor' order by ctid"
  )
  const found = rows.map(({ audience }) => audience)
  expect([...found].sort()).toEqual(audiences)
  expect(found).not.toEqual(audiences)
  expect(await countOf('from (select distinct xmin::text from dataset_row) one')).toBe(1)
})

test('rows of a quarter that is over do not wait for others once nobody is counted in it any more', async () => {
  await leaves()
  await query("update dataset_waiting set quarter = '2026-Q3'")
  const over = new Date('2026-10-01T00:00:00+01:00').getTime()
  expect(await move(new Date(over + DATASET_SETTLED - 1_000))).toBe(false)
  expect(await move(new Date(over + DATASET_SETTLED))).toBe(true)
  expect(await inDataset()).toBe(1)
})

test('what a person said goes in its time, whether their row has moved or not', async () => {
  const id = await begins()
  await send(id, 'leave')
  await purgeExpired(product.connection, product.vault, new Date(Date.now() + UNCLAIMED_KEPT + 60_000))
  expect(await product.conversations.read(id)).toBeNull()
  expect(await counted(product)).toMatchObject([{ ended: 'left' }])
})

describe('nobody is lost on the way into the dataset, and nobody is there twice', () => {
  /** The job has taken the rows, and cannot write them into the dataset until `then` has been done. */
  async function heldUp(then: (mover: number) => Promise<void>): Promise<unknown> {
    const holder = await product.connection.pool.connect()
    try {
      await holder.query('begin; lock table dataset_row in share mode')
      const moving = move(SETTLED).catch((error: unknown) => error)
      const blocked = () =>
        query<{ pid: number }>(
          "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
        )
      await expect.poll(blocked, { timeout: 10_000, interval: 20 }).toHaveLength(1)
      const [mover] = await blocked()
      await then(mover?.pid ?? 0)
      await holder.query('commit')
      return await moving
    } finally {
      holder.release()
    }
  }

  test('where the rows could not be written', async () => {
    await leaves()
    await query('alter table dataset_row add constraint never check (false) not valid')
    await expect(move(SETTLED)).rejects.toThrow(/never/)
    await query('alter table dataset_row drop constraint never')
    expect([await inDataset(), await waiting()]).toEqual([0, 1])
    expect(await counted(product)).toHaveLength(1)
  })

  test('where the job that moves them is killed half-way', async () => {
    await leaves('friend')
    await counted(product)
    await leaves()
    const moved = await heldUp(async mover => {
      await query(`select pg_terminate_backend(${mover})`)
    })
    expect(moved).toBeInstanceOf(Error)
    expect([await inDataset(), await waiting()]).toEqual([1, 1])
    const rows = await counted(product)
    expect(rows.map(({ audience }) => audience).sort()).toEqual(['friend', 'survivor'])
  })

  test('where two processes move them at once', async () => {
    for (const audience of ['survivor', 'friend', 'professional']) await leaves(audience)
    await heldUp(async () => expect(await move(SETTLED)).toBe(false))
    expect([await inDataset(), await waiting()]).toEqual([3, 0])
  })

  test('and a person who leaves meanwhile waits for nothing', async () => {
    await leaves()
    await heldUp(() => leaves('friend'))
    expect([await inDataset(), await waiting()]).toEqual([1, 1])
    expect(await counted(product)).toHaveLength(2)
  })
})
