// Where the database has an owner of its own, the product's role does all its work and can undo nothing of the record.
import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLog } from '../../src/log.ts'
import { openProduct, type Product } from '../../src/product.ts'
import { type EmbeddedServer, startEmbedded } from '../../src/store/embedded/index.ts'

let dataDir: string
let server: EmbeddedServer
let product: Product
beforeAll(async () => {
  dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'sidedoor-role-')))
  chmodSync(dataDir, 0o711)
  server = await startEmbedded({ dataDir, log: () => {} })
  const address = { databaseUrl: server.productUrl, ownerUrl: server.url }
  const setting = { ...address, masterKey: randomBytes(32), openingHours: null, log: makeLog('silent') }
  await (await openProduct(setting)).close()
  // A second start gives the same again, and takes nothing away meanwhile.
  const [first, second] = await Promise.all([openProduct(setting), openProduct(setting)])
  await second.close()
  product = first
})
afterAll(async () => {
  await product?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

test('somebody who has the product’s role adds to the record, and can neither change nor cut it', async () => {
  const { pool } = product.connection
  await product.staff.audit({ staffId: randomUUID(), action: 'take' })
  await product.staff.audit({ staffId: randomUUID(), action: 'close' })
  for (const attack of [
    "update audit set action = 'take'",
    'delete from audit',
    'truncate audit',
    'alter table audit disable trigger user',
    'drop trigger audit_stays on audit',
    'alter table audit add column note text',
    'delete from hash_key',
    "update hash_key set wrapped = ''",
    'delete from record_checkpoint',
    "update record_checkpoint set kind = 'cut'",
    "create function audit_next(uuid) returns int language sql as 'select 1'",
    'delete from kysely_migration',
    'set role sidedoor',
    'create database another'
  ])
    await expect(pool.query(attack), attack).rejects.toThrow(/permission denied|must be owner|must be able to/)
  expect(await product.staff.verify()).toMatchObject({ rows: 2, brokenAt: null })
})

test('a conversation is held, read on record and forgotten under that role', async () => {
  const { conversations, readings, connection } = product
  const id = await conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
  const entry = { staffId: randomUUID(), action: 'summary_open' } as const
  expect((await readings.readOnRecord(id, entry))?.messages.length).toBeGreaterThan(0)
  await connection.db.deleteFrom('conversation').where('id', '=', id).execute()
  expect(await readings.readOnRecord(id, entry)).toBeNull()
})

test('rows past their time go by the owner’s hand, and by no other', async () => {
  const { keyed, connection, owner } = product
  const soon = new Date(Date.now() + 60_000)
  await expect(keyed.record.cut(connection.db, soon)).rejects.toThrow('permission denied')
  expect(await keyed.record.cut(owner.db, soon)).toBeGreaterThan(0)
  await product.staff.audit({ staffId: randomUUID(), action: 'take' })
  expect(await product.staff.verify()).toMatchObject({ rows: 1, brokenAt: null })
})
