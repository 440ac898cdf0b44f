// Looks at every conversation again and again while everything is killed: one owner, and every clock a row.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Between two looks, in ms. */
const EVERY = 25
/** One statement is one moment: nothing in it can have been written half. */
const LOOK = `select c.reference, c.owner, c.worker_id, h.state -> 'view' ->> 'stage' as stage,
    h.state -> 'view' -> 'worker' ->> 'id' as has, h.state -> 'due' as due,
    (select coalesce(jsonb_object_agg(kind, to_char(due_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), '{}')
     from timer t where t.conversation_id = c.id and kind <> 'accessIdle') as timers
  from conversation c join handover h on h.conversation_id = c.id`

interface Seen {
  readonly reference: string
  readonly owner: string
  readonly worker_id: string | null
  readonly stage: string
  readonly has: string | null
  readonly due: Readonly<Record<string, string>>
  readonly timers: Readonly<Record<string, string>>
}

const LIVE = ['claimed', 'silent', 'live', 'grace']
const WAITING = ['queued', 'offered', 'fallback', 'outOfHours', 'callBack']
const sorted = (clocks: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(clocks).sort())

function faultsOf({ reference, owner, worker_id, stage, has, due, timers }: Seen): string[] {
  const isOwned = owner === 'worker'
  const laws: readonly (readonly [law: string, holds: boolean])[] = [
    [`the conversation says ${worker_id}, its handover ${has}`, worker_id === has],
    [`it is ${owner} and has ${worker_id}`, isOwned === (worker_id !== null)],
    [`${stage} is nobody's`, !LIVE.includes(stage) || isOwned],
    [`${stage} is ${worker_id}'s`, !WAITING.includes(stage) || owner === 'queue'],
    [`clocks ${sorted(timers)} for ${sorted(due)}`, sorted(timers) === sorted(due)]
  ]
  return laws.filter(([, holds]) => !holds).map(([law]) => `${reference}: ${law}`)
}

export class Watch {
  readonly faults = new Set<string>()
  looks = 0
  /** Stages that were seen: what was never reached was never tried. */
  readonly stages = new Set<string>()
  readonly #client: pg.Client
  #goesOn = true
  #running: Promise<void> = Promise.resolve()

  private constructor(client: pg.Client) {
    this.#client = client
  }

  static async begin(databaseUrl: string): Promise<Watch> {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    const watch = new Watch(client)
    watch.#running = watch.#run()
    return watch
  }

  /** Cuts every process off from the bell; each has to find its way back by itself. */
  async cutBells(): Promise<void> {
    await this.#client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'sidedoor bell' and datname = current_database()`)
  }

  /** Clocks that should have run so many ms ago. */
  async overdue(by: number): Promise<string[]> {
    const { rows } = await this.#client.query<{ kind: string }>(
      `select kind from timer where kind <> 'accessIdle' and due_at < now() - $1 * interval '1 millisecond'`,
      [by]
    )
    return rows.map(({ kind }) => kind)
  }

  async end(): Promise<void> {
    this.#goesOn = false
    await this.#running
    await this.#client.end()
  }

  async #run(): Promise<void> {
    while (this.#goesOn) {
      const { rows } = await this.#client.query<Seen>(LOOK)
      this.looks += 1
      for (const row of rows) {
        this.stages.add(row.stage)
        for (const fault of faultsOf(row)) this.faults.add(fault)
      }
      await pause(EVERY)
    }
  }
}
