// What the carrier reports about a text: it only ever moves forward, and is never a message from anybody.
import { sql } from 'kysely'
import type { Deliveries, Report } from '../conversation/ports.ts'
import { BELL_CHANNEL } from './bell-channel.ts'
import type { Connection } from './database.ts'

/** How far along each report is; the last ones end it. */
const STAGE: Readonly<Record<string, number>> = {
  accepted: 1,
  scheduled: 1,
  queued: 1,
  sending: 2,
  sent: 3,
  delivered: 4,
  undelivered: 4,
  failed: 4,
  canceled: 4,
  read: 4
}

/**
 * Notes a report. By the carrier's record, or, when the answer to our sending was lost, by our own id that came back with it:
 * then we learn in this way that the text was taken. A repeated or older report changes nothing.
 */
export const deliveriesOf = ({ db }: Connection): Deliveries => ({
  async note({ record, id, status, blocked }: Report): Promise<void> {
    const stages = sql`(select stage from (values ${sql.join(
      Object.entries(STAGE).map(([name, stage]) => sql`(${sql.lit(name)}, ${sql.lit(stage)})`)
    )}) as known (name, stage) where name = carrier)`
    const { rows } = await sql<{ conversation_id: string; watched: boolean }>`
      update outbox set carrier = ${status}, record = coalesce(outbox.record, ${record})
      from conversation c
      where c.id = outbox.conversation_id
        and (outbox.record = ${record} or (outbox.record is null and outbox.id = ${id}::bigint))
        and coalesce(${stages}, 0) < ${STAGE[status] ?? 0}
      returning outbox.conversation_id, c.owner <> 'assistant' as watched`.execute(db)
    const [found] = rows
    if (!found) return
    if (blocked) {
      await db
        .updateTable('conversation')
        .set({ texts_blocked: blocked })
        .where('id', '=', found.conversation_id)
        .execute()
    }
    if (found.watched) await sql`select pg_notify(${BELL_CHANNEL}, ${found.conversation_id})`.execute(db)
  }
})
