// Who left, or went quiet, before anybody was asked to join them: a list that opens no conversation, as the desk's own.
import type { Kysely } from 'kysely'
import type { Went } from '../conversation/unclaimed.ts'
import { LEFT_SHOWN, QUIET_SHOWN } from '../limits.ts'
import type { Channel } from '../questions/answer.ts'
import type { BandName } from '../triage/band.ts'
import type { Database } from './schema.ts'

/** What a worker sees of one: nothing here can be taken, and nobody here may be contacted. */
export interface UnclaimedItem {
  readonly conversation: string
  readonly reference: string
  readonly channel: Channel
  readonly locale: string
  readonly band: BandName
  readonly went: Went
  /** When they were last heard: the moment they left, or their last word. */
  readonly heardAt: Date
}

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
    .select(['id', 'reference', 'channel', 'locale', 'band', 'went', 'unclaimed.heard_at'])

type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>

const fromRow = (row: ListedRow): UnclaimedItem => ({
  conversation: row.id,
  reference: row.reference,
  channel: row.channel,
  locale: row.locale,
  band: row.band as BandName,
  went: row.went,
  heardAt: row.heard_at
})

/** Everyone of whom staff should know though nobody was asked to join them. */
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
