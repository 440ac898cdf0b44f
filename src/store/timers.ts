import { type ExpressionBuilder, sql } from 'kysely'
import { ACCESS_IDLE } from '../limits.ts'
import type { Connection } from './database.ts'
import type { Database } from './schema.ts'

/**
 * Nobody was asked for, or there is a word to come back with: only then may silence close the way in. By page and by text.
 */
export const nobodyIsComing = ({ eb, or }: ExpressionBuilder<Database, 'conversation'>) =>
  or([eb('owner', '=', 'assistant'), eb('can_return', '=', true)])

/** A page nobody touches; every other timer is a clock of a handover. */
export const ACCESS_TIMER = 'accessIdle'

/**
 * Takes one due timer and does its work in one transaction, so that a killed process frees it at once. Of these there is
 * one: a page nobody has touched for ACCESS_IDLE no longer opens its conversation. While a person waits for a worker, or
 * talks to one, silence means nothing and the timer is set again, unless they have a word to come back with: then a page
 * that has been closed for so long opens nothing either. Returns whether there was one.
 */
export function runDueTimer({ db }: Connection, now: Date): Promise<boolean> {
  return db.transaction().execute(async trx => {
    const timer = await trx
      .selectFrom('timer')
      .selectAll()
      .where('kind', '=', ACCESS_TIMER)
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(1)
      .forNoKeyUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!timer) return false
    const idle = new Date(now.getTime() - ACCESS_IDLE)
    const quiet = await trx
      .updateTable('conversation')
      .set({ access_hash: null })
      .where('id', '=', timer.conversation_id)
      .where(nobodyIsComing)
      .where('updated_at', '<=', idle)
      .where('seen_at', '<=', idle)
      .returning('id')
      .executeTakeFirst()
    const mine = { conversation_id: timer.conversation_id, kind: timer.kind }
    if (quiet) {
      await trx
        .deleteFrom('timer')
        .where('conversation_id', '=', mine.conversation_id)
        .where('kind', '=', mine.kind)
        .execute()
      return true
    }
    // An hour after they were last there; where that has passed and means nothing, an hour from now.
    const next = sql<Date>`(select case when greatest(updated_at, seen_at) > ${idle}::timestamptz
        then greatest(updated_at, seen_at) else ${now}::timestamptz end
      from conversation where id = ${mine.conversation_id}) + ${ACCESS_IDLE} * interval '1 millisecond'`
    await trx
      .updateTable('timer')
      .set({ due_at: next })
      .where('conversation_id', '=', mine.conversation_id)
      .where('kind', '=', mine.kind)
      .execute()
    return true
  })
}
