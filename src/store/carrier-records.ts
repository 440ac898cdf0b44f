// What the carrier still keeps of a text, so that it is deleted there too: ids only, beside no number and no conversation.
import type { Transaction } from 'kysely'
import type { Phone } from '../conversation/ports.ts'
import { CARRIER_RECORD_KEPT } from '../limits.ts'
import type { Connection } from './database.ts'
import type { Database } from './schema.ts'

/** Pauses grow by CARRIER_RECORD_KEPT each time, up to a day. */
const LONGEST_PAUSES = 96

/** Notes a record of the carrier's, to be deleted there when it has had its time. */
export async function keepRecord(trx: Transaction<Database>, record: string, now: Date): Promise<void> {
  await trx
    .insertInto('carrier_record')
    .values({ record, due_at: new Date(now.getTime() + CARRIER_RECORD_KEPT) })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Deletes one record at the carrier whose time is over. Returns whether there was one; throws when it could not be deleted. */
export function forgetNext({ db }: Connection, phone: Pick<Phone, 'forget'>, now: Date): Promise<boolean> {
  return db.transaction().execute(async trx => {
    const found = await trx
      .selectFrom('carrier_record')
      .selectAll()
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!found) return false
    if (await phone.forget(found.record)) {
      await trx.deleteFrom('carrier_record').where('record', '=', found.record).execute()
      return true
    }
    // It is still on its way, or nobody answers: later, and never given up.
    const pause = CARRIER_RECORD_KEPT * Math.min(found.tries + 1, LONGEST_PAUSES)
    await trx
      .updateTable('carrier_record')
      .set({ tries: found.tries + 1, due_at: new Date(now.getTime() + pause) })
      .where('record', '=', found.record)
      .execute()
    return true
  })
}
