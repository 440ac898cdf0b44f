import type { Run } from './run.ts'

export interface Calls {
  /** Who waits for a worker now. */
  readonly people: number
  /** Those of them who are in danger and whom nobody has said they have seen. */
  readonly ringing: number
}

const CALLS = `select
    count(*) filter (where c.worker_id is null and h.state -> 'view' ->> 'stage' is distinct from 'callBack')::int as people,
    count(*) filter (where h.state -> 'view' ->> 'alert' in ('ringing', 'supervisor', 'onCall'))::int as ringing
  from conversation c join handover h on h.conversation_id = c.id
  where c.status = 'open' and c.expires_at > $1`

/** How many call for somebody: two numbers, asked by every open page. */
export async function callsNow(run: Run, now: Date): Promise<Calls> {
  const [calls] = await run<Calls>(CALLS, [now])
  return calls ?? { people: 0, ringing: 0 }
}
