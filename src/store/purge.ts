import type { Transaction } from 'kysely'
import type { Connection } from './database.ts'
import { countContact, oldestQuarterKept } from './dataset.ts'
import type { End } from './end-by.ts'
import { type ConversationRow, conversationOf } from './rows.ts'
import { runIn } from './run.ts'
import type { Database } from './schema.ts'
import type { Vault } from './vault.ts'

/** Conversations deleted in one go: short enough that a turn never waits for it. */
const BATCH = 50

interface ExpiredRow extends ConversationRow {
  readonly wrapped: Buffer
  readonly counted: boolean
  readonly updated_at: Date
}

/** Counts one that was not counted when it ended: nobody ended it, or the count failed then. */
async function countLate(trx: Transaction<Database>, vault: Vault, row: ExpiredRow): Promise<boolean> {
  const run = runIn(trx)
  await run('savepoint counting', [])
  try {
    const key = vault.unwrap(row.id, row.wrapped)
    const end: End =
      row.status === 'open' ? { ended: 'expired', at: row.expires_at } : { ended: row.status, at: row.updated_at }
    await countContact(run, vault, key, conversationOf(row, key), end)
    return true
  } catch {
    await run('rollback to savepoint counting', [])
    return false
  }
}

/**
 * Deletes what has expired: first the keys, in one transaction with the last counts, so that what a crash leaves behind
 * is unreadable and nobody is counted twice; then the rows. Returns how many conversations went. Throws afterwards when
 * some could not be counted: keeping what people said for the sake of a statistic is no choice.
 */
export async function purgeExpired({ db }: Connection, vault: Vault, now: Date): Promise<number> {
  const uncounted = await db.transaction().execute(async trx => {
    const expired = await trx
      .selectFrom('conversation')
      .innerJoin('conversation_key', 'conversation_key.conversation_id', 'conversation.id')
      .selectAll('conversation')
      .select('conversation_key.wrapped')
      .where('expires_at', '<=', now)
      .limit(BATCH)
      .forUpdate('conversation')
      .skipLocked()
      .execute()
    let failures = 0
    for (const row of expired) if (!row.counted && !(await countLate(trx, vault, row))) failures += 1
    if (expired.length > 0) {
      const ids = expired.map(row => row.id)
      await trx.deleteFrom('conversation_key').where('conversation_id', 'in', ids).execute()
    }
    return failures
  })
  const gone = await db
    .deleteFrom('conversation')
    .where('expires_at', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('conversation_key').whereRef('conversation_key.conversation_id', '=', 'conversation.id')))
    )
    .returning('id')
    .execute()
  await db.deleteFrom('dataset_row').where('quarter', '<', oldestQuarterKept(now)).execute()
  if (uncounted > 0) throw new Error(`${uncounted} conversations have gone without being counted in the dataset`)
  return gone.length
}
