import type { Connection } from './database.ts'

/** Conversations deleted in one go: short enough that a turn never waits for it. */
const BATCH = 50

/**
 * Deletes what has expired: first the keys, in a transaction of their own, so that what a crash leaves behind is
 * unreadable; then the rows. Returns how many conversations went.
 */
export async function purgeExpired({ db }: Connection, now: Date): Promise<number> {
  const expired = db.selectFrom('conversation').select('id').where('expires_at', '<=', now)
  await db.deleteFrom('conversation_key').where('conversation_id', 'in', expired.limit(BATCH)).execute()
  const gone = await db
    .deleteFrom('conversation')
    .where('expires_at', '<=', now)
    .where('id', 'not in', db.selectFrom('conversation_key').select('conversation_id'))
    .returning('id')
    .execute()
  return gone.length
}
