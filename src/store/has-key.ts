// What members of staff sign in with by themselves, and whether anybody who sets the place up still can.
import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { STAFF_ABSOLUTE, STAFF_IDLE } from '../limits.ts'
import type { Database } from './schema.ts'

const before = (now: Date, milliseconds: number): Date => new Date(now.getTime() - milliseconds)

/** A passkey, or a password. */
export const hasKey = ({ or, exists, selectFrom }: ExpressionBuilder<Database, 'staff'>) =>
  or([
    exists(selectFrom('passkey').select('passkey.id').whereRef('passkey.staff_id', '=', 'staff.id')),
    exists(selectFrom('password').select('login').whereRef('password.staff_id', '=', 'staff.id'))
  ]).as('has_key')

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
