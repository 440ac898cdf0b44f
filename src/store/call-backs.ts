// Who is contacting somebody as agreed. One row, so that of two workers at once one has it; it runs out by itself.
import { type Kysely, sql } from 'kysely'
import type { Colleague } from '../conversation/handover.ts'
import { CALL_BACK_HELD } from '../limits.ts'
import { isBarred } from './bars.ts'
import { BELL_CHANNEL } from './bell-channel.ts'
import { noteHeldBy } from './held.ts'
import type { StaffRecord } from './record.ts'
import { runIn } from './run.ts'
import type { Database } from './schema.ts'

const tell = (db: Kysely<Database>, conversation: string) =>
  sql`select pg_notify(${BELL_CHANNEL}, ${conversation})`.execute(db)

export type CallBackTaken = 'done' | 'taken' | 'partner'

/**
 * Keeps a call-back for one worker, anew for whoever has it already; `taken` where another has it, or nothing is agreed any more. On
 * record where it was not theirs. Whoever contacts somebody has them, as whoever takes a conversation does: never both of a couple.
 */
export function takeCallBack(
  db: Kysely<Database>,
  record: StaffRecord,
  conversation: string,
  by: Colleague,
  now: Date
): Promise<CallBackTaken> {
  const heldSince = new Date(now.getTime() - CALL_BACK_HELD)
  return db.transaction().execute(async trx => {
    // Of two at once the second waits for this row, and then finds it taken.
    const free = await trx
      .selectFrom('handover')
      .select(['caller_id', 'caller_at'])
      .where('conversation_id', '=', conversation)
      .where(sql`state -> 'view' ->> 'stage'`, '=', 'callBack')
      .where(({ eb, or }) =>
        or([eb('caller_id', 'is', null), eb('caller_id', '=', by.id), eb('caller_at', '<=', heldSince)])
      )
      .forUpdate()
      .executeTakeFirst()
    if (!free) return 'taken'
    if (await isBarred(runIn(trx), conversation, by.id)) return 'partner'
    await noteHeldBy(runIn(trx), conversation, [by.id])
    await trx
      .updateTable('handover')
      .set({ caller_id: by.id, caller_name: by.name, caller_at: now })
      .where('conversation_id', '=', conversation)
      .execute()
    await tell(trx, conversation)
    const isTheirs = free.caller_id === by.id && free.caller_at !== null && free.caller_at > heldSince
    if (!isTheirs) await record.put(runIn(trx), { staffId: by.id, action: 'call_back_take', conversation }, now)
    return 'done'
  })
}

/** A worker lets go of a call-back of theirs: on record, unless they had none. */
export function freeCallBack(
  db: Kysely<Database>,
  record: StaffRecord,
  conversation: string,
  staffId: string
): Promise<void> {
  return db.transaction().execute(async trx => {
    const freed = await trx
      .updateTable('handover')
      .set({ caller_id: null, caller_name: null, caller_at: null })
      .where('conversation_id', '=', conversation)
      .where('caller_id', '=', staffId)
      .returning('conversation_id')
      .executeTakeFirst()
    if (!freed) return
    await tell(trx, conversation)
    await record.put(runIn(trx), { staffId, action: 'call_back_free', conversation })
  })
}
