// The statements of one text run raw, in the product's own order and loops: what PostgreSQL and the driver allow, and nothing
// else. Nothing is sealed, read, decided or sent.
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { SENDERS, TAKERS } from '../../src/limits.ts'
import type { Rehearsal } from '../../src/rehearsal.ts'
import { runJobs } from '../../src/store/jobs.ts'
import { rawTurn, type Sizes, type Speed, sizes } from '../turns.ts'
import { load } from './load.ts'
import { newRecord, RECORD } from './raw-record.ts'
import { sendRaw } from './raw-sending.ts'

const PICK = `select t.* from text_in t
  where t.body is not null and t.next_at <= $1
    and not exists (
      select from text_in e where e.peer_hash = t.peer_hash and e.body is not null and e.n < t.n)
  order by t.n limit 1 for update skip locked`
const HEARD = `select c.id from conversation c join inbound i on i.conversation_id = c.id
  where c.return_hash = $1 and (i.message_id = $2 or (i.message_id = $3 and c.peer_hash = $1))`
const LET_GO = `update conversation set peer_hash = null
  where peer_hash = $1 and updated_at <= $2 and (owner = $3 or can_return = $4)`
const BY_PEER = `select id from conversation where peer_hash = $1 and status = $2`
const BY_RETURN = `select id from conversation
  where return_hash = $1 and can_return = $2 and status = $3 and expires_at > $4 order by opened_at desc limit $5`
const TAKEN = 'update text_in set body = null, peer_hash = null where n = $1'

interface Raw {
  readonly pool: pg.Pool
  readonly size: Sizes
  /** Turns each conversation has had. */
  readonly turns: Map<string, number>
}

/** Whose text this is, asked as the product asks. */
async function find(pool: pg.Pool, peer: Buffer, record: string): Promise<string> {
  const now = new Date()
  await pool.query(HEARD, [peer, `person:${record}`, `return:${record}`])
  await pool.query(LET_GO, [peer, new Date(now.getTime() - 3_600_000), 'assistant', true])
  const { rows } = await pool.query<{ id: string }>(BY_PEER, [peer, 'open'])
  await pool.query(BY_RETURN, [peer, true, 'open', now, 1])
  return rows[0]?.id ?? ''
}

/** Takes up the oldest text. Returns whether there was one. */
async function takeUp({ pool, size, turns }: Raw): Promise<boolean> {
  const now = new Date()
  const later = new Date(now.getTime() + 900_000)
  const client = await pool.connect()
  await client.query('begin')
  const { rows } = await client.query<{ n: string; record: string; peer_hash: Buffer }>(PICK, [now])
  const [text] = rows
  if (text) {
    const id = await find(pool, text.peer_hash, text.record)
    const turn = turns.get(id) ?? 0
    turns.set(id, turn + 1)
    await rawTurn(pool, id, turn, size, later, later)
    await client.query(TAKEN, [text.n])
    await client.query(RECORD, [text.record, later])
  }
  await client.query('commit')
  client.release()
  return text !== undefined
}

/** As many phones and texts as over the network, on conversations that are open already. */
export async function rawTexts(
  product: Rehearsal,
  size: Sizes & { readonly text: number },
  phones: readonly string[],
  texts: readonly string[]
): Promise<Speed> {
  const { pool } = product.connection
  const raw: Raw = { pool, size, turns: new Map() }
  const answered = new Map<string, () => void>()
  const people = new Map<string, { peer: Buffer; id: string }>()
  for (const phone of phones) {
    const peer = randomBytes(32)
    const id = await product.conversations.begin({ channel: 'sms', locale: 'en', access: null, peer })
    people.set(phone, { peer, id })
  }
  const fail = (_job: string, error: unknown) => {
    throw error
  }
  const senders = Array.from({ length: SENDERS }, () =>
    runJobs([{ name: 'out', run: () => sendRaw(pool, id => answered.get(id)?.()) }], fail)
  )
  const take = async () => {
    const found = await takeUp(raw)
    if (found) for (const sender of senders) sender.wake()
    return found
  }
  const takers = Array.from({ length: TAKERS }, () => runJobs([{ name: 'in', run: take }], fail))
  const put = async (phone: string) => {
    const { peer, id } = people.get(phone) ?? { peer: null, id: '' }
    const done = new Promise<void>(resolve => answered.set(id, resolve))
    await pool.query(
      'insert into text_in (record, peer_hash, body) values ($1, $2, $3) on conflict (record) do nothing',
      [newRecord(), peer, Buffer.alloc(size.text, 1)]
    )
    for (const taker of takers) taker.wake()
    await done
  }
  const speed = await load(phones, texts, put, () => Promise.resolve())
  await Promise.all([...takers, ...senders].map(loop => loop.stop()))
  return speed
}

/** Bytes as they lie in the line's database. A text's own body is emptied when it is taken up: it is given. */
export const sizesOf = async (line: pg.Pool, text: number) => ({ ...(await sizes(line)), text })
