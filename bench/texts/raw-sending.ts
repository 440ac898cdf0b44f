// The outbox's two transactions, raw: a text is marked as being tried, then locked, looked at and marked as sent.
import type pg from 'pg'
import { newRecord, RECORD } from './raw-record.ts'

const PICK = `select o.* from outbox o join conversation c on c.id = o.conversation_id
  where o.state = 'pending' and o.next_at <= $1
    and not exists (
      select from outbox p where p.conversation_id = o.conversation_id and p.state = 'pending' and p.id < o.id)
  order by o.id limit 1 for no key update of c, o skip locked`
const TRIED = 'update outbox set tried_at = $1 where id = $2'
const LOCK = `select c.*, k.wrapped from conversation c join conversation_key k on k.conversation_id = c.id
  where c.id = $1 for no key update of c`
const HEAD = `select * from outbox where conversation_id = $1 and state = $2 order by id limit $3`
const MESSAGE = 'select * from message where conversation_id = $1 and seq = $2'
const SENT = 'update outbox set state = $1, sent_at = $2, record = $3 where id = $4'

interface Row {
  readonly id: string
  readonly conversation_id: string
  readonly seq: number
}

/** One transaction on a connection of its own. */
async function within<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  await client.query('begin')
  const result = await work(client)
  await client.query('commit')
  client.release()
  return result
}

/** Passes one text through, and says whose. Returns whether there was one. */
export async function sendRaw(pool: pg.Pool, sent: (conversation: string) => void): Promise<boolean> {
  const now = new Date()
  const next = await within(pool, async client => {
    const [row] = (await client.query<Row>(PICK, [now])).rows
    if (row) await client.query(TRIED, [now, row.id])
    return row
  })
  if (!next) return false
  const mine = await within(pool, async client => {
    await client.query(LOCK, [next.conversation_id])
    const [head] = (await client.query<Row>(HEAD, [next.conversation_id, 'pending', 1])).rows
    // Another sender was quicker.
    if (head?.id !== next.id) return false
    await client.query(MESSAGE, [head.conversation_id, head.seq])
    const record = newRecord()
    await client.query(SENT, ['sent', now, record, head.id])
    await client.query(RECORD, [record, now])
    return true
  })
  if (mine) sent(next.conversation_id)
  return true
}
