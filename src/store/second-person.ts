// Who may ask for a role that two give, and who may be the second.
import { type Kysely, sql } from 'kysely'
import { rolesWith } from '../staff/roles.ts'
import type { Database } from './schema.ts'
import { hasKey } from './sessions.ts'

interface Asked {
  readonly asked_by: string | null
  readonly member_id: string | null
}

/** A request is void once who made it has been removed, or looks after accounts no more. */
export async function mayStillAsk(db: Kysely<Database>, { asked_by }: Pick<Asked, 'asked_by'>): Promise<boolean> {
  const asker = await db
    .selectFrom('staff')
    .select('id')
    .where('id', '=', asked_by)
    .where('removed_at', 'is', null)
    .where(sql<boolean>`roles && ${[...rolesWith('accounts')]}::text[]`)
    .executeTakeFirst()
  return asker !== undefined
}

/** Somebody else who may confirm, and can sign in to do it. */
export async function othersCan(db: Kysely<Database>, { asked_by, member_id }: Asked): Promise<boolean> {
  const rows = await db
    .selectFrom('staff')
    .select(['staff.id', 'identity', hasKey])
    .where('removed_at', 'is', null)
    .where(sql<boolean>`roles && ${[...rolesWith('confirm')]}::text[]`)
    .execute()
  return rows.some(({ id, identity, has_key }) => id !== asked_by && id !== member_id && (identity !== null || has_key))
}
