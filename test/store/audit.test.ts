// The record of what staff did: nothing in it can be changed unseen, by whoever.
import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { ownReason } from '../../src/store/sealed-reason.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'
import { tamper } from './tamper.ts'

let product: TestProduct
beforeEach(async () => {
  await product?.close()
  product = await openTestProduct()
})
afterAll(() => product?.close())

const act = (reason?: string) =>
  product.staff.audit({
    staffId: randomUUID(),
    action: 'take',
    conversation: randomUUID(),
    ...(reason ? { reason: ownReason(reason) } : {})
  })
const acts = async (many: number) => {
  for (let n = 0; n < many; n += 1) await act(n % 2 ? 'A reason,\nof two lines' : undefined)
}
const verdict = () => product.staff.verify()

test('an untouched record holds, with reasons and without', async () => {
  await acts(7)
  expect(await verdict()).toMatchObject({ rows: 7, brokenAt: null })
})

test.each([['update audit set action = action'], ['delete from audit'], ['truncate audit']])(
  'the database itself refuses: %s',
  async statement => {
    await acts(2)
    await expect(sql.raw(statement).execute(product.connection.db)).rejects.toThrow('what is on record stays as it is')
    expect(await verdict()).toMatchObject({ rows: 2, brokenAt: null })
  }
)

test.each([
  ['an act is made another', "update audit set action = 'close' where id = 3", 3],
  ['it is put on somebody else', `update audit set staff_id = '${randomUUID()}' where id = 3`, 3],
  ['it is moved to another conversation', `update audit set conversation_id = '${randomUUID()}' where id = 3`, 3],
  ['it is moved in time, by the smallest step', "update audit set at = at + interval '1 microsecond' where id = 3", 3],
  ['a role is lent', "update audit set roles = '{admin}' where id = 3", 3],
  ['a reason is taken away', 'update audit set reason = null where id = 4', 4],
  ['a row is taken out', 'delete from audit where id = 3', 3],
  ['the first row is taken out', 'delete from audit where id = 1', 1],
  [
    'a row is changed and its own hash made to fit',
    "update audit set action = 'close' where id = 3; update audit set hash = sha256(prev || audit_content(audit)) where id = 3",
    3
  ]
])('tampering past the triggers is found where it is: %s', async (_what, statement, row) => {
  await acts(6)
  await tamper(product.connection.db, ...statement.split('; '))
  expect((await verdict()).brokenAt).toBe(row)
})

test('of many who write at the same moment each has their place in one chain', async () => {
  await Promise.all(Array.from({ length: 60 }, (_, n) => act(`number ${n}`)))
  expect(await verdict()).toMatchObject({ rows: 60, brokenAt: null })
})

test('the reading and its row are one: neither is there without the other', async () => {
  const { conversations, readings, connection } = product
  const rows = async () => (await verdict()).rows
  const entry = { staffId: randomUUID(), action: 'summary_open' } as const
  const id = await conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
  expect(await readings.readOnRecord(randomUUID(), entry)).toBeNull()
  expect(await rows()).toBe(0)
  expect((await readings.readOnRecord(id, entry))?.messages.length).toBeGreaterThan(0)
  expect(await rows()).toBe(1)

  // A row that cannot be written: nothing is read.
  await sql`alter table audit add constraint full_up check (id < 2)`.execute(connection.db)
  await expect(readings.readOnRecord(id, entry)).rejects.toThrow('full_up')
  await sql`alter table audit drop constraint full_up`.execute(connection.db)

  // A conversation that does not open: nothing is on record.
  await sql`update conversation_key set wrapped = set_byte(wrapped, 20, 1 # get_byte(wrapped, 20))`.execute(
    connection.db
  )
  await expect(readings.readOnRecord(id, entry)).rejects.toThrow()
  expect(await rows()).toBe(1)
})

test('readers who read while others write keep the chain too', async () => {
  const { conversations, readings } = product
  const id = await conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
  const read = () => readings.readOnRecord(id, { staffId: randomUUID(), action: 'summary_open' })
  await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 ? read() : act())))
  expect(await verdict()).toMatchObject({ rows: 40, brokenAt: null })
})
