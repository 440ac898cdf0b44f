// The hashes of rows, written beside them. Each is made from the row as it stands: whoever changes one looks first that it holds.
import type { Kysely } from 'kysely'
import type { Binder } from './binder.ts'
import type { Database } from './schema.ts'

type Trx = Kysely<Database>

export async function bindStaff(trx: Trx, binder: Binder, id: string): Promise<void> {
  const row = await trx.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  await trx
    .updateTable('staff')
    .set({ bound: binder.of('staff', row) })
    .where('id', '=', id)
    .execute()
}

export async function bindLink(trx: Trx, binder: Binder, tokenHash: Buffer): Promise<void> {
  const here = trx.selectFrom('sign_in_link').selectAll().where('token_hash', '=', tokenHash)
  const bound = binder.of('link', await here.executeTakeFirstOrThrow())
  await trx.updateTable('sign_in_link').set({ bound }).where('token_hash', '=', tokenHash).execute()
}

export async function bindChange(trx: Trx, binder: Binder, id: string): Promise<void> {
  const row = await trx.selectFrom('role_change').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  await trx
    .updateTable('role_change')
    .set({ bound: binder.of('change', row) })
    .where('id', '=', id)
    .execute()
}

/** Vouches for everything that was there before there were keys. Sessions and links of before are gone: they are made anew. */
export async function bindAll(trx: Trx, binder: Binder): Promise<void> {
  for (const { id } of await trx.selectFrom('staff').select('id').execute()) await bindStaff(trx, binder, id)
  for (const { id } of await trx.selectFrom('role_change').select('id').execute()) await bindChange(trx, binder, id)
  for (const row of await trx.selectFrom('passkey').selectAll().execute()) {
    const bound = binder.of('passkey', row)
    await trx.updateTable('passkey').set({ bound }).where('id', '=', row.id).execute()
  }
  for (const row of await trx.selectFrom('password').selectAll().execute()) {
    const bound = binder.of('password', row)
    await trx.updateTable('password').set({ bound }).where('staff_id', '=', row.staff_id).execute()
  }
}
