import { AT_RISK } from '../conversation/unclaimed.ts'
import { LEFT_SHOWN } from '../limits.ts'
import type { Run } from './run.ts'

export interface Calls {
  /** Who waits for a worker now. */
  readonly people: number
  /** Those of them who are in danger and whom nobody has said they have seen. */
  readonly ringing: number
  /** Who left at risk, and nobody on duty has opened it yet. */
  readonly left: number
}

const CALLS = `select
    count(*) filter (where c.worker_id is null and h.state -> 'view' ->> 'stage' is distinct from 'callBack')::int as people,
    count(*) filter (where h.state -> 'view' ->> 'alert' in ('ringing', 'supervisor', 'onCall'))::int
 as ringing,
    (select count(*)::int from unclaimed u join conversation l on l.id = u.conversation_id
     where l.status = 'left' and l.expires_at > $1 and u.heard_at > $2 and u.looked_at is null and u.went = any($3)) as left
  from conversation c join handover h on h.conversation_id = c.id
  where c.status = 'open' and c.expires_at > $1`

/** How many call for somebody: three numbers, asked by every open page. */
export async function callsNow(run: Run, now: Date): Promise<Calls> {
  const [calls] = await run<Calls>(CALLS, [now, new Date(now.getTime() - LEFT_SHOWN), AT_RISK])
  return calls ?? { people: 0, ringing: 0, left: 0 }
}
