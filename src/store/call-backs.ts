// Who is contacting somebody as agreed. One row, so that of two workers at once one has it; it runs out by itself.
import { type Kysely, sql } from 'kysely'
import type { Colleague } from '../conversation/handover.ts'
import { CALL_BACK_HELD } from '../limits.ts'
import type { Database } from './schema.ts'
import { BELL_CHANNEL } from './turn.ts'

const tell = (db: Kysely<Database>, conversation: string) =>
  sql`select pg_notify(${BELL_CHANNEL}, ${conversation})`.execute(db)

/** Keeps a call-back for one worker, anew for whoever has it already. False where another has it, or nothing is agreed any more. */
export async function takeCallBack(
  db: Kysely<Database>,
  conversation: string,
  by: Colleague,
  now: Date
): Promise<boolean> {
  const heldSince = new Date(now.getTime() - CALL_BACK_HELD)
  // Of two at once the second waits for this row, and then finds it taken.
  const taken = await db
    .updateTable('handover')
    .set({ caller_id: by.id, caller_name: by.name, caller_at: now })
    .where('conversation_id', '=', conversation)
    .where(sql`state -> 'view' ->> 'stage'`, '=', 'callBack')
    .where(({ eb, or }) =>
      or([eb('caller_id', 'is', null), eb('caller_id', '=', by.id), eb('caller_at', '<=', heldSince)])
    )
    .returning('conversation_id')
    .executeTakeFirst()
  if (taken) await tell(db, conversation)
  return taken !== undefined
}

/** A worker lets go of a call-back of theirs. */
export async function freeCallBack(db: Kysely<Database>, conversation: string, staffId: string): Promise<void> {
  await db
    .updateTable('handover')
    .set({ caller_id: null, caller_name: null, caller_at: null })
    .where('conversation_id', '=', conversation)
    .where('caller_id', '=', staffId)
    .execute()
  await tell(db, conversation)
}
