// The machine of a handover at rest, and its clocks as rows: both are written in the transaction of the turn that moved it.
import type pg from 'pg'
import type { HandoverState } from '../conversation/handover.ts'
import { ACCESS_TIMER } from './timers.ts'

const KEEP = `with kept as (update handover set state = $2::jsonb where conversation_id = $1),
  stopped as (
    delete from timer where conversation_id = $1 and kind <> '${ACCESS_TIMER}' and not kind = any($3::text[]))
  insert into timer (conversation_id, kind, due_at)
  select $1, kind, due_at from unnest($3::text[], $4::timestamptz[]) as t (kind, due_at)
  on conflict (conversation_id, kind) do update set due_at = excluded.due_at`

/** As it stands now; null where nobody was asked to join, or from before there was a machine. */
export async function handoverOf(client: pg.PoolClient, conversation: string): Promise<HandoverState | null> {
  const { rows } = await client.query<{ state: HandoverState | null }>({
    name: 'handover-of',
    text: 'select state from handover where conversation_id = $1',
    values: [conversation]
  })
  return rows[0]?.state ?? null
}

export async function keepHandover(client: pg.PoolClient, conversation: string, state: HandoverState): Promise<void> {
  const timers = Object.entries(state.due)
  await client.query(KEEP, [
    conversation,
    JSON.stringify(state),
    timers.map(([timer]) => timer),
    timers.map(([, due]) => due)
  ])
}
