// What lies in Azure of ours, and who is at work on it. Ids and positions only: no word of anybody.
import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import { isUnsafe } from '../conversation/returns.ts'
import type { Holder } from '../handover/azure/account.ts'
import type { Heard, Held, Step, Thread, Threads, Unspoken } from '../handover/azure/thread.ts'
import { AZURE_HELD } from '../limits.ts'
import type { Connection } from './database.ts'
import { returnsOf } from './rows.ts'
import type { Database } from './schema.ts'

interface Conversing {
  readonly worker_id: string | null
  readonly worker_name: string | null
  readonly namesakes: number
  readonly wrong_words: number
  readonly decoy_at: Date | null
  readonly back_at: Date | null
}
type TakenRow = Selectable<Database['azure_thread']> & Conversing & { live: boolean | null; last_seq: number }

const NAMESAKES = sql`(select count(*)::int from staff where lower(staff.name) = lower(c.worker_name)) as namesakes`

const holderOf = (row: Conversing): Holder => ({
  workerId: row.worker_id ?? '',
  workerName: row.worker_name ?? '',
  namesakes: row.namesakes
})

/** Null where the conversation is not there any more. */
const heldOf = (row: TakenRow): Held | null =>
  row.live === null
    ? null
    : { ...holderOf(row), live: row.live, unsafe: isUnsafe(returnsOf(row)), lastSeq: row.last_seq }

export class AzureThreads implements Threads {
  readonly #db: Connection['db']

  constructor({ db }: Connection) {
    this.#db = db
  }

  async begin(userOf: (holder: Holder) => string | null, now: Date): Promise<number> {
    const { rows } = await sql<Conversing & { id: string; reference: string; channel: 'web' | 'sms' }>`
      select c.id, c.reference, c.channel, c.worker_id, c.worker_name, c.wrong_words, c.decoy_at, c.back_at, ${NAMESAKES}
      from conversation c
      where c.owner = 'worker' and c.status = 'open' and c.expires_at > ${now}
        and not exists (
          select from azure_thread t
          where t.conversation_id = c.id and (t.state <> 'closing' or t.worker_id = c.worker_id))`.execute(this.#db)
    let begun = 0
    for (const row of rows) {
      const worker = isUnsafe(returnsOf(row)) ? null : userOf(holderOf(row))
      if (!worker || !row.worker_id) continue
      const of = { conversation_id: row.id, reference: row.reference, channel: row.channel }
      const values = { ...of, worker_id: row.worker_id, worker, next_at: now, polled_at: now }
      const made = await this.#db
        .insertInto('azure_thread')
        .values(values)
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      begun += Number(made.numInsertedOrUpdatedRows ?? 0)
    }
    return begun
  }

  async take(now: Date): Promise<{ thread: Thread; holder: string } | null> {
    const holder = randomUUID()
    const until = new Date(now.getTime() + AZURE_HELD)
    // One that is worked on is left alone until its time is over: whoever had it was killed. Of the others, what a person has just
    // said and what has just ended is due at once.
    const { rows } = await sql<TakenRow>`
      with due as (
        select t.id, t.worker_id as theirs, c.worker_id, c.worker_name, c.wrong_words, c.decoy_at, c.back_at, c.last_seq,
               (c.status = 'open' and c.owner = 'worker') as live, ${NAMESAKES}
        from azure_thread t left join conversation c on c.id = t.conversation_id
        where t.next_at <= ${now} or (t.held_by is null and t.state <> 'closing' and (
          (t.tries = 0 and c.last_seq > t.seen_seq) or c.id is null or c.status <> 'open'
          or c.worker_id is distinct from t.worker_id))
        order by t.next_at limit 1 for no key update of t skip locked)
      update azure_thread t set held_by = ${holder}, next_at = ${until}
      from due where t.id = due.id
      returning t.id, t.conversation_id, t.reference, t.channel, t.worker, t.state, t.visitor, t.asked, t.thread, t.greeted, t.mirrored_seq, t.polled_at,
                t.behind_since, t.tries, due.theirs, due.live, due.worker_id, due.worker_name, due.wrong_words, due.decoy_at,
                due.back_at, due.last_seq, due.namesakes`.execute(this.#db)
    const row = rows[0]
    return row ? { thread: threadOf(row as TakenRow & { theirs: string }, until), holder } : null
  }

  async keep(id: string, holder: string, step: Step): Promise<boolean> {
    const kept = await this.#db
      .updateTable('azure_thread')
      .set({
        state: step.state,
        visitor: step.visitor,
        asked: step.asked,
        thread: step.thread,
        greeted: step.greeted,
        mirrored_seq: step.mirroredSeq,
        seen_seq: step.seenSeq,
        polled_at: step.polledAt,
        behind_since: step.behindSince,
        tries: step.tries,
        next_at: step.nextAt,
        held_by: null
      })
      .where('id', '=', id)
      .where('held_by', '=', holder)
      .executeTakeFirst()
    return kept.numUpdatedRows > 0n
  }

  async drop(id: string, holder: string): Promise<void> {
    await this.#db.deleteFrom('azure_thread').where('id', '=', id).where('held_by', '=', holder).execute()
  }

  async heard(id: string): Promise<Heard[]> {
    const rows = await this.#db.selectFrom('azure_heard').selectAll().where('azure_thread_id', '=', id).execute()
    return rows.map(({ message_id, seq, refused, answered }) => ({
      messageId: message_id,
      seq,
      refused: refused as Unspoken | null,
      answered
    }))
  }

  async keepHeard(id: string, { messageId, ...rest }: Heard): Promise<void> {
    await this.#db
      .insertInto('azure_heard')
      .values({ azure_thread_id: id, message_id: messageId, ...rest })
      .onConflict(conflict => conflict.columns(['azure_thread_id', 'message_id']).doUpdateSet(rest))
      .execute()
  }

  async ring(threads: readonly string[], now: Date): Promise<void> {
    // What is being tried again keeps its time: a bell cannot be made to hammer on a door that is shut.
    await sql`
      update azure_thread set next_at = ${now} where id in (
        select id from azure_thread
        where thread = any(${[...threads]}) and state = 'open' and held_by is null and tries = 0
        for no key update skip locked)`.execute(this.#db)
  }

  /** Whether what is said here does not reach Azure now, although it should. */
  async isBehind(conversation: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('azure_thread')
      .select('id')
      .where('conversation_id', '=', conversation)
      .where('state', '<>', 'closing')
      .where('behind_since', 'is not', null)
      .executeTakeFirst()
    return row !== undefined
  }
}

const threadOf = (row: TakenRow & { theirs: string }, heldUntil: Date): Thread => ({
  id: row.id,
  conversation: row.conversation_id,
  reference: row.reference,
  channel: row.channel,
  workerId: row.theirs,
  worker: row.worker,
  state: row.state,
  visitor: row.visitor,
  asked: row.asked,
  thread: row.thread,
  greeted: row.greeted,
  mirroredSeq: row.mirrored_seq,
  polledAt: row.polled_at,
  behindSince: row.behind_since,
  tries: row.tries,
  heldUntil,
  held: heldOf(row)
})
