// Who is not in the queue, and of whom staff should know: a list that opens no conversation, as the desk's own.
import { type Kysely, sql } from 'kysely'
import { AT_RISK, isAtRisk, type Went } from '../conversation/unclaimed.ts'
import { LEFT_SHOWN, QUIET_SHOWN } from '../limits.ts'
import type { Channel } from '../questions/answer.ts'
import type { BandName } from '../triage/band.ts'
import { isBarred } from './bars.ts'
import { BELL_CHANNEL } from './bell-channel.ts'
import type { Keyed } from './hash-keys.ts'
import { runIn } from './run.ts'
import type { Database } from './schema.ts'
import { sealReason } from './sealed-reason.ts'

/** What a worker sees of one: nothing here can be taken, and nobody here may be contacted. */
export interface UnclaimedItem {
  readonly conversation: string
  readonly reference: string
  readonly channel: Channel
  readonly locale: string
  readonly band: BandName
  readonly went: Went
  /** The last that they wrote was not understood. */
  readonly unread: boolean
  /** When they were last heard: the moment they left, or their last word. */
  readonly heardAt: Date
  /** Somebody on duty has opened it. */
  readonly isLookedAt: boolean
  /** May 999 be called for them? A supervisor decides. Null where that is no question: their number is not known. */
  readonly emergency: Emergency | null
}

export type Emergency =
  | { readonly kind: 'open' }
  | { readonly kind: 'decided'; readonly called: boolean; readonly by: string; readonly at: Date }

/** Whoever may still be writing is not in it: only those who left, or have said nothing for QUIET_SHOWN. For LEFT_SHOWN. */
const listed = (db: Kysely<Database>, now: Date) =>
  db
    .selectFrom('unclaimed')
    .innerJoin('conversation', 'conversation.id', 'unclaimed.conversation_id')
    .where('expires_at', '>', now)
    .where('unclaimed.heard_at', '>', new Date(now.getTime() - LEFT_SHOWN))
    .where(({ eb, or }) =>
      or([eb('status', '=', 'left'), eb('unclaimed.heard_at', '<=', new Date(now.getTime() - QUIET_SHOWN))])
    )
    .select(['id', 'reference', 'channel', 'locale', 'band', 'went', 'unread', 'unclaimed.heard_at', 'looked_at'])
    .select(['emergency_called', 'emergency_by', 'emergency_at'])
    .select(({ eb }) => eb('phone', 'is not', null).as('has_phone'))

type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>

function emergencyOf(row: ListedRow): Emergency | null {
  if (!isAtRisk(row.went) || !row.has_phone) return null
  const { emergency_called: called, emergency_by: by, emergency_at: at } = row
  return called !== null && at ? { kind: 'decided', called, by: by ?? '', at } : { kind: 'open' }
}

const fromRow = (row: ListedRow): UnclaimedItem => ({
  conversation: row.id,
  reference: row.reference,
  channel: row.channel,
  locale: row.locale,
  band: row.band as BandName,
  went: row.went,
  unread: row.unread,
  heardAt: row.heard_at,
  isLookedAt: row.looked_at !== null,
  emergency: emergencyOf(row)
})

/** Everyone of whom staff should know though they are not in the queue. */
export async function unclaimedList(db: Kysely<Database>, now: Date): Promise<UnclaimedItem[]> {
  return (await listed(db, now).execute()).map(fromRow)
}

/** One of them by the reference staff know it by; null when it is not in the list now. */
export async function unclaimedByReference(
  db: Kysely<Database>,
  reference: string,
  now: Date
): Promise<UnclaimedItem | null> {
  const row = await listed(db, now).where('reference', '=', reference).executeTakeFirst()
  return row ? fromRow(row) : null
}

const tell = (db: Kysely<Database>, conversation: string) =>
  sql`select pg_notify(${BELL_CHANNEL}, ${conversation})`.execute(db)

/** Somebody on duty has opened it: it calls nobody any more. */
export async function noteLooked(db: Kysely<Database>, conversation: string, now: Date): Promise<void> {
  const first = await db
    .updateTable('unclaimed')
    .set({ looked_at: now })
    .where('conversation_id', '=', conversation)
    .where('looked_at', 'is', null)
    .returning('conversation_id')
    .executeTakeFirst()
  if (first) await tell(db, conversation)
}

export interface EmergencyDecision {
  readonly conversation: string
  readonly by: { readonly id: string; readonly name: string }
  readonly called: boolean
  readonly reason: string
  /** Of one press of a button: the decision is on record once, however often the form arrives. */
  readonly once: string
}

/** `none`: there is no such question. `partner`: somebody else has to decide. */
export type EmergencyOutcome = 'done' | 'none' | 'partner'

/** A supervisor has decided whether 999 is called: shown with who and when, and on record with the reason. */
export function decideEmergency(
  db: Kysely<Database>,
  { record, reasonKey }: Pick<Keyed, 'record' | 'reasonKey'>,
  decision: EmergencyDecision,
  now: Date
): Promise<EmergencyOutcome> {
  const { conversation, by, called, once } = decision
  return db.transaction().execute(async trx => {
    const row = await trx
      .selectFrom('unclaimed')
      .select('emergency_once')
      .where('conversation_id', '=', conversation)
      .where('went', 'in', [...AT_RISK])
      .forUpdate()
      .executeTakeFirst()
    if (!row) return 'none'
    if (await isBarred(runIn(trx), conversation, by.id)) return 'partner'
    if (row.emergency_once === once) return 'done'
    await trx
      .updateTable('unclaimed')
      .set({ emergency_called: called, emergency_by: by.name, emergency_at: now, emergency_once: once })
      .where('conversation_id', '=', conversation)
      .execute()
    await tell(trx, conversation)
    const action = called ? 'emergency_called' : 'emergency_not_called'
    const reason = sealReason(reasonKey, decision.reason)
    await record.put(runIn(trx), { staffId: by.id, action, conversation, reason }, now)
    return 'done'
  })
}
