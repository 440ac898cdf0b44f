// The sessions of one member, for their own eyes: what they do not know or left open somewhere, they end.
import type { Kysely } from 'kysely'
import type { SignInBy } from '../staff/sign-in-by.ts'
import type { Keyed } from './hash-keys.ts'
import { ringMember } from './member-bell.ts'
import { runIn } from './run.ts'
import type { Database } from './schema.ts'
import { lasts } from './sessions.ts'

export interface OwnSession {
  readonly id: string
  /** Null where it began before this was kept. */
  readonly by: SignInBy | null
  readonly since: Date
  readonly heardAt: Date
  /** The one it is asked from. */
  readonly isThis: boolean
}

/** Whose they are, and from which session it is asked. */
export interface Asking {
  readonly staffId: string
  readonly tokenHash: Buffer
}

/** Those that still hold, the newest first. */
export async function ownSessions(
  db: Kysely<Database>,
  { binder }: Pick<Keyed, 'binder'>,
  { staffId, tokenHash }: Asking,
  now: Date
): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .select(['staff_session.id', 'begun_by', 'staff_session.created_at', 'last_seen_at', 'token_hash'])
    .where('staff_id', '=', staffId)
    .where(lasts(now))
    .orderBy('staff_session.created_at', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    by: row.begun_by,
    since: row.created_at,
    heardAt: row.last_seen_at,
    isThis: row.token_hash.equals(binder.token('session', tokenHash))
  }))
}

/**
 * Ends one session of a member, or with `all` every other; never the one it is asked from, which signing out ends. On record where there was
 * one, and the pages that are open in it stop at once.
 */
export function endOwnSessions(
  db: Kysely<Database>,
  { binder, record }: Pick<Keyed, 'binder' | 'record'>,
  { staffId, tokenHash }: Asking,
  which: string
): Promise<void> {
  const mine = binder.token('session', tokenHash)
  return db.transaction().execute(async trx => {
    const others = trx.deleteFrom('staff_session').where('staff_id', '=', staffId).where('token_hash', '!=', mine)
    const ended = await (which === 'all' ? others : others.where('id', '=', which)).returning('id').execute()
    if (ended.length === 0) return
    await ringMember(trx, staffId)
    await record.put(runIn(trx), { staffId, action: which === 'all' ? 'session_end_others' : 'session_end' })
  })
}
