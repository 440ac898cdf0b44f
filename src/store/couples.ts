// Who may be the partner of whom: never the same worker for both (domain guide, section 5). No word is looked at: the same browser or
// number that came about their own behaviour and about somebody else's, or a worker who said so.
import { type Kysely, sql } from 'kysely'
import type { AuditEntry } from './audit.ts'
import { BELL_CHANNEL } from './bell-channel.ts'
import type { StaffRecord } from './record.ts'
import { type Run, runIn } from './run.ts'
import type { Database } from './schema.ts'

/** Any conversation, by what makes two of them the same person or a couple. Text and not a view, so that no column is tied to it. */
const KNOWN = `(select c.id, c.return_hash, coalesce(h.harmer, false) as harmer
  from conversation c left join handover h on h.conversation_id = c.id)`
const isSamePerson = (one: string, other: string): string =>
  `(${one}.id = ${other}.id or (${one}.return_hash = ${other}.return_hash and ${one}.harmer = ${other}.harmer))`

const BARRED = `select one.id from ${KNOWN} one where one.id = any($1::uuid[]) and exists (
  select from held join ${KNOWN} had on had.id = held.conversation_id
  where held.staff_id = $2 and had.id <> one.id and (
    (had.return_hash = one.return_hash and had.harmer <> one.harmer)
    or exists (
      select from partner_link l join ${KNOWN} x on x.id = l.conversation_id join ${KNOWN} y on y.id = l.partner_id
      where ${isSamePerson('x', 'one')} and ${isSamePerson('y', 'had')})))`

/** Of these conversations, those of whom a worker has or had the partner. */
export async function barredAmong(run: Run, staffId: string, conversations: readonly string[]): Promise<Set<string>> {
  if (conversations.length === 0) return new Set()
  const rows = await run<{ id: string }>(BARRED, [conversations, staffId])
  return new Set(rows.map(({ id }) => id))
}

/** References of those who may be the partner of this one. */
export async function partnersOf(db: Kysely<Database>, conversation: string): Promise<string[]> {
  const rows = await db
    .selectFrom('partner_link')
    .innerJoin('conversation', 'conversation.id', 'partner_link.partner_id')
    .select('reference')
    .where('conversation_id', '=', conversation)
    .orderBy('reference')
    .execute()
  return rows.map(({ reference }) => reference)
}

/** Links two, or undoes it, both ways round; on record as an act on the one it was said of. */
export function linkPartners(
  db: Kysely<Database>,
  record: StaffRecord,
  entry: AuditEntry & { readonly conversation: string },
  partner: string
): Promise<void> {
  const { conversation, action } = entry
  return db.transaction().execute(async trx => {
    if (action === 'partner_link') {
      await trx
        .insertInto('partner_link')
        .values([
          { conversation_id: conversation, partner_id: partner },
          { conversation_id: partner, partner_id: conversation }
        ])
        .onConflict(conflict => conflict.doNothing())
        .execute()
    } else {
      await trx
        .deleteFrom('partner_link')
        .where('conversation_id', 'in', [conversation, partner])
        .where('partner_id', 'in', [conversation, partner])
        .execute()
    }
    // Whoever looks on at either looks again whether they may.
    for (const one of [conversation, partner]) await sql`select pg_notify(${BELL_CHANNEL}, ${one})`.execute(trx)
    await record.put(runIn(trx), entry)
  })
}
