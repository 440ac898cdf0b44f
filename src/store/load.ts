// What a worker holds, and whether they are in their pause.
import { ON_DUTY_HEARD, PAUSE_AFTER_URGENT, STAFF_ABSOLUTE, STAFF_IDLE } from '../limits.ts'
import { rolesWith } from '../staff/roles.ts'
import type { Run } from './run.ts'

export interface Load {
  readonly holds: number
  readonly urgent: number
  /** Until then they take no new urgent one; null when they are in no pause. */
  readonly pauseUntil: Date | null
}

interface LoadRow {
  readonly holds: number
  readonly urgent: number
  readonly closed_at: Date | null
}

const HELD_BY = (staff: string): string => `
  (select count(*)::int from conversation c where c.worker_id = ${staff} and c.status = 'open') as holds,
  (select count(*)::int from conversation c join handover h on h.conversation_id = c.id
    where c.worker_id = ${staff} and c.status = 'open' and h.urgent) as urgent,
  (select max(d.closed_at) from held d join handover h on h.conversation_id = d.conversation_id
    where d.staff_id = ${staff} and h.urgent) as closed_at`

const LOAD = `select ${HELD_BY('$1::uuid')}`

function loadIn({ holds, urgent, closed_at: closedAt }: LoadRow, now: Date): Load {
  const until = closedAt ? new Date(closedAt.getTime() + PAUSE_AFTER_URGENT) : null
  return { holds, urgent, pauseUntil: until && until > now ? until : null }
}

export async function loadOf(run: Run, staffId: string, now: Date): Promise<Load> {
  const [row] = await run<LoadRow>(LOAD, [staffId])
  return loadIn(row ?? { holds: 0, urgent: 0, closed_at: null }, now)
}

export interface OnShift extends Load {
  readonly id: string
  readonly name: string
  /** Some page of theirs was heard just now. */
  readonly here: boolean
  /** They take people. */
  readonly available: boolean
}

const SHIFT = `select s.id, s.name, ${HELD_BY('s.id')},
    bool_or(ss.last_seen_at > $1) as here, bool_or(ss.available and ss.last_seen_at > $1) as available
  from staff s join staff_session ss on ss.staff_id = s.id
  where ss.last_seen_at > $2 and ss.created_at > $3 and s.roles && $4::text[] and s.removed_at is null
  group by s.id, s.name order by s.name, s.id`

/** Everybody of the desk who is signed in, with what they hold. */
export async function onShift(run: Run, now: Date): Promise<OnShift[]> {
  const ago = (time: number) => new Date(now.getTime() - time)
  const rows = await run<LoadRow & Pick<OnShift, 'id' | 'name' | 'here' | 'available'>>(SHIFT, [
    ago(ON_DUTY_HEARD),
    ago(STAFF_IDLE),
    ago(STAFF_ABSOLUTE),
    rolesWith('desk')
  ])
  return rows.map(row => {
    const { id, name, here, available } = row
    return { id, name, here, available, ...loadIn(row, now) }
  })
}
