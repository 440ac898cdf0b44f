// What another system may be told: noted in the turn it happens in, then laid out as one delivery for each who is to hear it.
import { type Kysely, sql } from 'kysely'
import type { Connection } from './database.ts'
import type { Run } from './run.ts'
import type { Database } from './schema.ts'
import { isOff } from './webhook-off.ts'

export type EventKind =
  | 'referral.created'
  | 'referral.accepted'
  | 'referral.closed'
  | 'urgent.unacknowledged'
  | 'worker.lost'
  | 'left.at_risk'

/** Ids and a moment: whoever writes an event has nothing else to give. */
export interface Noted {
  readonly kind: EventKind
  readonly conversation: string
  readonly reference: string
  readonly at: Date
}

/** Who is to hear of events; with neither, they are deleted as they come. */
export interface Hearers {
  /** Where the webhook goes. */
  readonly webhook: string | null
  /** There is an address of those on call. */
  readonly onCall: boolean
}

/** Events laid out in one go: short enough that no turn waits for it. */
const BATCH = 100
const NOTE = 'insert into event (kind, conversation_id, reference, at) values ($1, $2, $3, $4)'

/** Notes an event inside the transaction of the turn it belongs to: both are saved, or neither. */
export async function noteEvent(run: Run, { kind, conversation, reference, at }: Noted): Promise<void> {
  await run(NOTE, [kind, conversation, reference, at])
}

/**
 * Takes events and writes a delivery for each who is to hear it, in one transaction: a killed process leaves the event as it was.
 * What nobody is to hear is deleted. Returns whether there were any.
 */
export function layOut({ db }: Connection, hearers: Hearers, now: Date): Promise<boolean> {
  return db.transaction().execute(async trx => {
    const webhook = hearers.webhook !== null && !(await isOff(trx, hearers.webhook))
    return lay(trx, webhook, hearers.onCall, now)
  })
}

async function lay(trx: Kysely<Database>, webhook: boolean, onCall: boolean, now: Date): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    with found as (
      delete from event where id in (select id from event order by at limit ${BATCH} for update skip locked) returning *),
    laid as (
      insert into delivery (way, kind, conversation_id, reference, at, next_at)
      select way, kind, conversation_id, reference, at, ${now}::timestamptz
      from found, (values ('webhook', ${webhook}::boolean), ('onCall', ${onCall}::boolean)) as hearer (way, hears)
      -- Those on call are woken where a life may be at risk and nobody is with them, and for nothing else.
      where hears and (way = 'webhook' or kind in ('urgent.unacknowledged', 'left.at_risk')))
    select count(*)::int as found from found`.execute(trx)
  return (rows[0]?.found ?? 0) > 0
}
