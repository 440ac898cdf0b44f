// Once a day the record is looked through, what is past its time goes behind a checkpoint, and the fingerprint of its last row goes out:
// to the auditors by mail and to the webhook. Who cuts rows off at the end cannot take back what others have been told.
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Connection } from './database.ts'
import type { StaffRecord, Verdict } from './record.ts'
import type { Database } from './schema.ts'
import { isOff } from './webhook-off.ts'

const FINGERPRINT = 'record.fingerprint'

export interface RecordKeeping {
  readonly connection: Connection
  /** As the owner of the database: no other role may take a row away. */
  readonly owner: Connection
  readonly record: StaffRecord
  /** How long a row is kept, in ms. */
  readonly retention: number
  /** Where the webhook goes; null where there is none. */
  readonly webhook: string | null
  /** There is an address of the auditors. */
  readonly auditors: boolean
  /** Hears the number of the first row that does not hold, or of the last of yesterday where that is gone. */
  readonly broken: (row: number) => void
}

const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** Keeps the record of this day, once, whichever process comes first. Returns whether it was this one. */
export async function keepRecord(keeping: RecordKeeping, now: Date): Promise<boolean> {
  const { connection, owner, record, retention } = keeping
  const [known] = await lastDays(connection.db)
  if (known?.day === dayOf(now)) return false
  await record.cut(owner.db, new Date(now.getTime() - retention))
  return connection.db.transaction().execute(async trx => {
    // Of two processes the second waits here, and finds it done.
    const isFirst = await trx
      .insertInto('record_day')
      .values({ day: dayOf(now), number: '0', hash: Buffer.alloc(0) })
      .onConflict(conflict => conflict.doNothing())
      .returning('day')
      .executeTakeFirst()
    if (!isFirst) return false
    const verdict = await record.verify(trx)
    const brokenAt = verdict.brokenAt ?? (await goneSince(trx, verdict, known))
    if (brokenAt !== null) keeping.broken(brokenAt)
    const hash = Buffer.from(verdict.fingerprint, 'hex')
    await trx
      .updateTable('record_day')
      .set({ number: String(verdict.number), hash })
      .where('day', '=', dayOf(now))
      .execute()
    await tell(trx, keeping, verdict, now)
    return true
  })
}

const lastDays = (db: Kysely<Database>) =>
  db.selectFrom('record_day').selectAll().orderBy('day', 'desc').limit(1).execute()

/** Number of the last row of the day before, where it is no longer what it was; null where it is, or has been cut since. */
async function goneSince(
  trx: Kysely<Database>,
  { number }: Verdict,
  known: { readonly number: string; readonly hash: Buffer } | undefined
): Promise<number | null> {
  if (!known || Number(known.number) === 0) return null
  if (number < Number(known.number)) return Number(known.number)
  const row = await trx.selectFrom('audit').select('hash').where('id', '=', known.number).executeTakeFirst()
  return row && !row.hash.equals(known.hash) ? Number(known.number) : null
}

async function tell(
  trx: Kysely<Database>,
  { webhook, auditors }: RecordKeeping,
  { number, fingerprint }: Verdict,
  now: Date
): Promise<void> {
  const isHeard = webhook !== null && !(await isOff(trx, webhook))
  const ways = [...(isHeard ? (['webhook'] as const) : []), ...(auditors ? (['auditors'] as const) : [])]
  for (const way of ways)
    await trx
      .insertInto('delivery')
      .values({
        way,
        kind: FINGERPRINT,
        // Of nobody: an id that no conversation has.
        conversation_id: randomUUID(),
        reference: `${number} ${fingerprint}`,
        at: now,
        recipient: null,
        next_at: now
      })
      .execute()
}
