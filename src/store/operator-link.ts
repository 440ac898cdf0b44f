// Sign-in links that an operator makes at the machine: on record, though nobody is signed in who made them.
import { type Kysely, sql } from 'kysely'
import { bindLink } from './bound-rows.ts'
import type { Keyed } from './hash-keys.ts'
import { runIn } from './run.ts'
import type { Database } from './schema.ts'
import { forgetLinks, takeBack } from './take-back.ts'

/** Keeps a link for a new member; those nobody has used stop working. Invitations stay. */
export function keepOperatorLink(
  db: Kysely<Database>,
  { binder, record }: Pick<Keyed, 'binder' | 'record'>,
  tokenHash: Buffer,
  expiresAt: Date
): Promise<void> {
  const token_hash = binder.token('link', tokenHash)
  return db.transaction().execute(async trx => {
    await trx
      .deleteFrom('sign_in_link')
      .where('used_at', 'is', null)
      .where('roles', 'is', null)
      .where('staff_id', 'is', null)
      .execute()
    await trx.insertInto('sign_in_link').values({ token_hash, expires_at: expiresAt, used_at: null }).execute()
    await bindLink(trx, binder, token_hash)
    await record.put(runIn(trx), { staffId: null, action: 'operator_link' })
  })
}

export type AdminLink = 'kept' | 'nobody' | 'several'

/** Keeps a link for an admin who cannot sign in any more, and takes back what was theirs. Supervisors are told when they come. */
export function keepAdminLink(
  db: Kysely<Database>,
  { binder, record }: Pick<Keyed, 'binder' | 'record'>,
  name: string,
  tokenHash: Buffer,
  expiresAt: Date
): Promise<AdminLink> {
  const token_hash = binder.token('link', tokenHash)
  return db.transaction().execute(async trx => {
    const [admin, another] = await trx
      .selectFrom('staff')
      .selectAll()
      .where('name', '=', name)
      .where('removed_at', 'is', null)
      .where('identity', 'is', null)
      .where(sql<boolean>`'admin' = any(roles)`)
      .forUpdate()
      .execute()
    if (!admin || !binder.holds('staff', admin, admin.bound)) return 'nobody'
    if (another) return 'several'
    await takeBack(trx, admin.id)
    await forgetLinks(trx, admin.id)
    await trx
      .insertInto('sign_in_link')
      .values({ token_hash, expires_at: expiresAt, used_at: null, staff_id: admin.id })
      .execute()
    await bindLink(trx, binder, token_hash)
    await record.put(runIn(trx), { staffId: null, action: 'operator_link', member: admin.id })
    return 'kept'
  })
}
