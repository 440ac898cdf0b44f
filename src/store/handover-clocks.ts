// What time does to handovers: clocks that are due, consoles that fell silent or came back, a line that opened or closed. Each is
// found here and happens in a turn of its own, under the conversation's lock, so that two processes may look at the same moment.
import { sql } from 'kysely'
import type { ClockEvent } from '../conversation/tend-handover.ts'
import { CLOCK_AGAIN, ON_DUTY_HEARD } from '../limits.ts'
import type { Connection } from './database.ts'
import { ACCESS_TIMER } from './timers.ts'

/** Does one thing that is due in a turn of its conversation; `id` is the same for the same occasion, whoever finds it. */
export type Tick = (conversation: string, event: ClockEvent, id: string) => Promise<unknown>

/** Runs one clock that is due. Returns whether there was one. One that fails is put off, so that it holds up nobody else's. */
export async function runDueClock({ db }: Connection, tick: Tick, now: Date): Promise<boolean> {
  const clock = await db
    .selectFrom('timer')
    .selectAll()
    .where('kind', '<>', ACCESS_TIMER)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  if (!clock) return false
  const { conversation_id: conversation, kind, due_at } = clock
  try {
    await tick(conversation, { type: 'TIMER', timer: kind }, `${kind}:${due_at.toISOString()}`)
  } catch (error) {
    await db
      .updateTable('timer')
      .set({ due_at: new Date(now.getTime() + CLOCK_AGAIN) })
      .where('conversation_id', '=', conversation)
      .where('kind', '=', kind)
      .where('due_at', '=', due_at)
      .execute()
    throw error
  }
  return true
}

interface Silent {
  readonly id: string
  readonly stage: string
}

/** Tells handovers whether the console of their worker is still heard. Returns whether anything was told. */
export async function tellPresence({ db }: Connection, tick: Tick, now: Date): Promise<boolean> {
  const heard = new Date(now.getTime() - ON_DUTY_HEARD)
  const { rows } = await sql<Silent>`
    select h.conversation_id as id, h.state -> 'view' ->> 'stage' as stage
    from handover h join conversation c on c.id = h.conversation_id
    where h.state -> 'view' ->> 'stage' in ('claimed', 'silent', 'live', 'grace') and c.status = 'open'
      and (h.state -> 'view' ->> 'stage' = 'grace') = exists (
        select from staff_session s where s.staff_id = c.worker_id and s.last_seen_at > ${heard})
    limit 50`.execute(db)
  for (const { id, stage } of rows) {
    const type = stage === 'grace' ? 'WORKER_BACK' : 'WORKER_GONE'
    await tick(id, { type }, `${type}:${now.toISOString()}`)
  }
  return rows.length > 0
}

/** Tells handovers that wait whether the line is open. Returns whether anything was told. */
export async function tellOpening({ db }: Connection, tick: Tick, open: boolean, now: Date): Promise<boolean> {
  const type = open ? 'DESK_OPENED' : 'DESK_CLOSED'
  const { rows } = await sql<{ id: string }>`
    select h.conversation_id as id from handover h join conversation c on c.id = h.conversation_id
    where c.status = 'open' and (h.state -> 'view' ->> 'open')::boolean is distinct from ${open}
      and h.state -> 'view' ->> 'stage' in
        ('queued', 'offered', 'fallback', 'outOfHours', 'callBack', 'claimed', 'silent', 'live', 'grace')
    limit 50`.execute(db)
  for (const { id } of rows) await tick(id, { type }, `${type}:${now.toISOString()}`)
  return rows.length > 0
}
