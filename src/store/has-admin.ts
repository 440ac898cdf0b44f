// Whether anybody who sets the place up still can.
import { type Kysely, sql } from 'kysely'
import { STAFF_ABSOLUTE, STAFF_IDLE } from '../limits.ts'
import type { Database } from './schema.ts'
import { before, hasKey } from './sessions.ts'

/** Whether some admin is signed in, or can sign in. */
export async function hasAdmin(trx: Kysely<Database>, now: Date): Promise<boolean> {
  const admins = await trx
    .selectFrom('staff')
    .select(['identity', hasKey])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('staff_session')
          .select('staff_id')
          .whereRef('staff_id', '=', 'staff.id')
          .where('last_seen_at', '>', before(now, STAFF_IDLE))
          .where('staff_session.created_at', '>', before(now, STAFF_ABSOLUTE))
      ).as('is_here')
    )
    .where('removed_at', 'is', null)
    .where(sql<boolean>`'admin' = any(roles)`)
    .execute()
  return admins.some(admin => admin.identity !== null || admin.has_key || admin.is_here)
}
