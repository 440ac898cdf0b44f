// Who has the database and not the master key: what they put in opens nothing, and what they take out of the record shows.
import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashOf, newToken } from '../../src/console/sign-in-link.ts'
import { OperatorError } from '../../src/errors.ts'
import { ownReason } from '../../src/store/sealed-reason.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'
import { tamper } from './tamper.ts'

let product: TestProduct
let ada: string
beforeEach(async () => {
  product = await openTestProduct()
  ada = await member('Ada')
})
afterEach(() => product.close())

const db = () => product.connection.db
const now = new Date('2026-03-02T10:00:00Z')
const later = new Date('2026-03-02T12:00:00Z')

/** Somebody who comes with the operator's link. */
async function member(name: string): Promise<string> {
  const hash = hashOf(newToken())
  await product.staff.createLink(hash, later)
  return (await product.staff.useLink(hash, name, now)) ?? ''
}
async function session(of: string): Promise<Buffer> {
  const hash = hashOf(newToken())
  await product.staff.openSession(hash, { staffId: of, by: 'link' }, now)
  return hash
}

describe('a row that somebody put into the database opens nothing:', () => {
  test('a session, by the hash of a token they know', async () => {
    const token = newToken()
    const rows = [hashOf(token), createHash('sha256').update(hashOf(token)).digest()]
    for (const token_hash of rows)
      await db()
        .insertInto('staff_session')
        .values({ token_hash, staff_id: ada, created_at: now, last_seen_at: now, proved_at: now, available: true })
        .execute()
    expect(await product.staff.session(hashOf(token), now)).toBeNull()
  })

  test('their own session, turned into that of another', async () => {
    const kim = await member('Kim')
    const mine = await session(kim)
    expect((await product.staff.session(mine, now))?.name).toBe('Kim')
    await db().updateTable('staff_session').set({ staff_id: ada }).execute()
    expect(await product.staff.session(mine, now)).toBeNull()
    expect(await product.staff.sessionStill(mine, now)).toBeNull()
  })

  test('fresh proof, given to a session by hand', async () => {
    const mine = await session(ada)
    await db().updateTable('staff_session').set({ proved_at: later }).execute()
    expect(await product.staff.session(mine, now)).toBeNull()
  })

  test.each([
    ['roles', { roles: ['admin' as const, 'supervisor' as const] }],
    ['somebody else’s identity', { identity: 'oidc|them' }]
  ])('%s, written into their account', async (_what, changed) => {
    const kim = await member('Kim')
    const mine = await session(kim)
    await db().updateTable('staff').set(changed).where('id', '=', kim).execute()
    expect(await product.staff.session(mine, now)).toBeNull()
    expect(await product.accounts.rolesOf(kim)).toBeNull()
    // Nor does any change made by the product vouch for it.
    expect(await product.accounts.setRoles(ada, kim, ['auditor'])).toBe(false)
  })

  test('an invitation to be an admin', async () => {
    const token = newToken()
    for (const token_hash of [hashOf(token), createHash('sha256').update(hashOf(token)).digest()])
      await db()
        .insertInto('sign_in_link')
        .values({ token_hash, expires_at: later, used_at: null, roles: ['admin'] })
        .execute()
    expect(await product.staff.linkWorks(hashOf(token), now)).toBeNull()
    expect(await product.staff.useLink(hashOf(token), 'Eve', now)).toBeNull()
  })

  test('a link of theirs, made to be for more, or used once more', async () => {
    const hash = hashOf(newToken())
    await product.staff.createLink(hash, later)
    await db()
      .updateTable('sign_in_link')
      .set({ roles: ['supervisor'] })
      .where('used_at', 'is', null)
      .execute()
    expect(await product.staff.useLink(hash, 'Eve', now)).toBeNull()
    const again = hashOf(newToken())
    await product.staff.createLink(again, later)
    expect(await product.staff.useLink(again, 'Kim', now)).not.toBeNull()
    await db().updateTable('sign_in_link').set({ used_at: null }).execute()
    expect(await product.staff.useLink(again, 'Eve', now)).toBeNull()
  })

  test('a second person, who is only a word in a row', async () => {
    const tokenHash = hashOf(newToken())
    const link = { tokenHash, expiresAt: later }
    const id = await product.roleChanges.ask({ kind: 'invite', by: ada, member: null, roles: ['admin'], link }, now)
    await db().updateTable('role_change').set({ state: 'confirmed' }).where('id', '=', id).execute()
    expect(await product.staff.useLink(tokenHash, 'Eve', now)).toBeNull()
  })

  test('a request that the other one never made', async () => {
    const kim = await member('Kim')
    const row = { id: 'ABCDEFGH', kind: 'roles' as const, member_id: kim, roles: ['admin' as const] }
    await db()
      .insertInto('role_change')
      .values({ ...row, asked_by: ada, asked_at: now, state: 'asked' })
      .execute()
    expect(await product.roleChanges.confirm(randomUUID(), 'ABCDEFGH', now)).toBe('gone')
  })

  test('a passkey or a password of theirs, under the account of another', async () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const public_key = publicKey.export({ type: 'spki', format: 'der' })
    await db().insertInto('passkey').values({ id: 'mine', staff_id: ada, public_key, counter: 0 }).execute()
    expect(await product.credentials.passkey('mine')).toBeNull()
    const kim = await member('Kim')
    await product.credentials.setPassword(kim, 'kim', { hash: 'a hash of mine', totp: 'JBSWY3DPEHPK3PXP', step: 1 })
    expect((await product.credentials.password('kim'))?.staffId).toBe(kim)
    await db().updateTable('password').set({ hash: 'another' }).execute()
    expect(await product.credentials.password('kim')).toBeNull()
    await db().updateTable('password').set({ hash: 'a hash of mine', staff_id: ada }).execute()
    expect(await product.credentials.password('kim')).toBeNull()
  })
})

describe('the record', () => {
  const acts = async (count: number) => {
    for (let n = 0; n < count; n += 1)
      await product.staff.audit({ staffId: ada, action: 'take', reason: ownReason(`row ${n}`) })
  }
  const REBUILD = `do $$
    declare one audit; last bytea := '';
    begin
      for one in select * from audit order by id loop
        update audit set prev = last, hash = sha256(last || audit_content(one)) where id = one.id returning hash into last;
      end loop;
    end
  $$`

  test('cut, and its chain built anew by every means of the database, does not hold', async () => {
    await acts(4)
    await tamper(db(), 'delete from audit where id = 2', 'update audit set id = id - 1 where id > 2', REBUILD)
    expect((await product.staff.verify()).brokenAt).toBe(1)
  })

  test('misses a row that was taken out, though nothing stands before it that would not fit', async () => {
    await acts(4)
    await tamper(db(), 'delete from audit where id = 3')
    expect((await product.staff.verify()).brokenAt).toBe(3)
  })

  test('behind a checkpoint that somebody made, does not hold', async () => {
    await acts(4)
    await sql`insert into record_checkpoint select 'cut', id, hash, hash from audit where id = 3`.execute(db())
    await sql`delete from audit where id <= 3`.execute(db())
    expect((await product.staff.verify()).brokenAt).toBe(3)
  })

  test('goes on behind the rows whose time is over, and holds', async () => {
    await acts(4)
    const before = await product.staff.verify()
    expect(await product.keyed.record.cut(db(), now)).toBe(0)
    expect(before.brokenAt).toBeNull()
    expect(await product.keyed.record.cut(db(), new Date(Date.now() + 60_000))).toBe(before.rows)
    await acts(2)
    expect(await product.staff.verify()).toMatchObject({ rows: 2, brokenAt: null, number: before.number + 2 })
    await tamper(db(), "delete from record_checkpoint where kind = 'cut'")
    expect((await product.staff.verify()).brokenAt).toBe(1)
  })

  test('that does not hold is not cut: it is evidence', async () => {
    await acts(3)
    await tamper(db(), "update audit set action = 'close' where id = 2")
    expect(await product.keyed.record.cut(db(), new Date(Date.now() + 60_000))).toBe(0)
  })
})

test('keys that were taken out of the database are not made anew: the operator is told', async () => {
  const { databaseUrl, masterKey } = product
  await db().deleteFrom('hash_key').execute()
  await expect(openTestProduct({ databaseUrl, masterKey })).rejects.toThrow(OperatorError)
})
