// A database from before there were keys: what stands in it is vouched for once, and from then on nothing is that was put in by hand.
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { connect } from '../../src/store/database.ts'
import { emptyDatabase } from '../fresh-database.ts'
import { openTestProduct } from '../open-test-product.ts'
import { tamper } from './tamper.ts'

const FOLDER = join(import.meta.dirname, '../../src/store/migrations')

/** Brings a database to where it was with the version before. */
async function asBefore(url: string): Promise<void> {
  const { db } = connect(url, () => {})
  const migrations = Object.fromEntries(
    await Promise.all(
      readdirSync(FOLDER).map(async file => [file.replace('.ts', ''), await import(join(FOLDER, file))] as const)
    )
  )
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(
    '018-left-at-risk'
  )
  if (error) throw error
  await db.destroy()
}

test('an upgrade keeps accounts and the record, and ends every session and link', async () => {
  const databaseUrl = await emptyDatabase()
  await asBefore(databaseUrl)
  const before = connect(databaseUrl, () => {})
  const ada = randomUUID()
  await before.pool.query("insert into staff (id, name, roles) values ($1, 'Ada', '{admin}')", [ada])
  await before.pool.query("insert into staff_session (token_hash, staff_id) values ('\\x00', $1)", [ada])
  for (let n = 0; n < 3; n += 1)
    await before.pool.query("insert into audit (staff_id, action, reason) values ($1, 'take', 'as before')", [ada])
  await before.db.destroy()

  const product = await openTestProduct({ databaseUrl })
  const { db } = product.connection
  expect(await product.accounts.rolesOf(ada)).toEqual(['admin'])
  expect(await db.selectFrom('staff_session').selectAll().execute()).toEqual([])
  await product.staff.audit({ staffId: ada, action: 'close' })
  expect(await product.staff.verify()).toMatchObject({ rows: 4, brokenAt: null })
  await tamper(
    db,
    "update audit set action = 'close' where id = 2",
    'update audit set hash = sha256(prev || audit_content(audit)) where id = 2',
    'update audit set prev = (select hash from audit where id = 2) where id = 3',
    'update audit set hash = sha256(prev || audit_content(audit)) where id = 3'
  )
  expect((await product.staff.verify()).brokenAt).toBe(3)
  await product.close()
})
