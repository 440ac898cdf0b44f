// What must be pushed to a phone leaves here: in order, one drain per conversation, never late, and never twice.
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Conversation } from '../conversation/conversation.ts'
import { type Refusal, silenced } from '../conversation/gate.ts'
import type { OutgoingText, Phone } from '../conversation/ports.ts'
import { reachOf } from '../conversation/reach.ts'
import { CARRIER_REPORTS_WITHIN, SEND_AGAIN_FIRST, SEND_AGAIN_MAX } from '../limits.ts'
import { BELL_CHANNEL } from './bell-channel.ts'
import { keepRecord } from './carrier-records.ts'
import type { Connection } from './database.ts'
import { type ConversationRow, conversationOf } from './rows.ts'
import type { Database } from './schema.ts'
import { openMessage } from './sealed.ts'
import type { Vault } from './vault.ts'

type Row = Selectable<Database['outbox']>
type Locked = ConversationRow & { wrapped: Buffer }
type Trx = Transaction<Database>

/**
 * Sends the next text of one conversation that has something to send. That it is being tried is saved first, so that a crash
 * is known; then the conversation is locked while it is sent: once a person's leaving is acknowledged, nothing more can
 * follow. Returns whether there was anything to do.
 */
export async function sendNext({ db }: Connection, vault: Vault, phone: Phone, now: () => Date): Promise<boolean> {
  const picked = await db.transaction().execute(trx => pick(trx, now()))
  if (!picked) return false
  const { next, triedAt } = picked
  await db.transaction().execute(async trx => {
    const found = await lock(trx, next.conversation_id)
    const head = found && (await headOf(trx, found.id))
    // Another was quicker.
    if (!found || !head || head.id !== next.id || head.next_at > now()) return
    // Another has tried it since, and knows that it did not go: that it is being tried is not saved any more.
    if (head.tried_at?.getTime() !== triedAt.getTime()) return
    await deliver({ trx, vault, phone, now }, found, head, next)
  })
  return true
}

interface Picked {
  /** As it was before. */
  readonly next: Row
  /** What is saved of the try. */
  readonly triedAt: Date
}

/** Marks the first text of a conversation as being tried. Another process's are passed over. */
async function pick(trx: Trx, now: Date): Promise<Picked | null> {
  const { rows } = await sql<Row>`
    select o.* from outbox o join conversation c on c.id = o.conversation_id
    where o.state = 'pending' and o.next_at <= ${now}
      -- Another process has just begun with it; if it died, whoever comes later looks first whether the text went.
      and (o.tried_at is null or o.tried_at <= ${new Date(now.getTime() - CARRIER_REPORTS_WITHIN)})
      and not exists (
        select from outbox p where p.conversation_id = o.conversation_id and p.state = 'pending' and p.id < o.id)
    order by o.id limit 1 for no key update of c, o skip locked`.execute(trx)
  const [next] = rows
  if (!next) return null
  // The first try is what counts: if that one was taken, and the carrier could not be asked since, it is looked for from there.
  const triedAt = next.tried_at ?? now
  await trx.updateTable('outbox').set({ tried_at: triedAt }).where('id', '=', next.id).execute()
  return { next, triedAt }
}

async function lock(trx: Trx, conversation: string): Promise<Locked | undefined> {
  const { rows } = await sql<Locked>`
    select c.*, k.wrapped from conversation c join conversation_key k on k.conversation_id = c.id
    where c.id = ${conversation} for no key update of c`.execute(trx)
  return rows[0]
}

const headOf = (trx: Trx, conversation: string): Promise<Row | undefined> =>
  trx
    .selectFrom('outbox')
    .selectAll()
    .where('conversation_id', '=', conversation)
    .where('state', '=', 'pending')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

interface Sending {
  readonly trx: Trx
  readonly vault: Vault
  readonly phone: Phone
  /** Asked anew after each answer of the carrier, which may take seconds: a pause begins then. */
  readonly now: () => Date
}

async function deliver(sending: Sending, row: Locked, head: Row, before: Row): Promise<void> {
  const { trx, vault, phone, now } = sending
  const key = vault.unwrap(row.id, row.wrapped)
  const to = conversationOf(row, key)
  const message = await trx
    .selectFrom('message')
    .selectAll()
    .where('conversation_id', '=', row.id)
    .where('seq', '=', head.seq)
    .executeTakeFirstOrThrow()
  const body = openMessage(key, row.id, head.seq, message.body)
  const text: OutgoingText = {
    id: head.id,
    conversation: row.id,
    to: to.phone ?? '',
    text: body.text,
    notAfter: head.not_after
  }
  const looked = await lookUp(sending, text, head, before.tried_at)
  if (looked === 'unknown') return retryLater(trx, head, before.tried_at, now())
  if (looked.record) return sent(sending, to, head, looked.record)
  // The looking may have taken seconds: whether it may still go is asked as of now.
  const begun = now()
  const words = { ...body, from: message.sender === 'worker' ? 'worker' : 'assistant', kind: message.kind } as const
  const why = silenced({ ...words, notAfter: head.not_after }, { ...to, reach: reachOf(to, begun) }, begun)
  if (why) return drop(sending, to, head, why)
  const handed = await phone.send(text)
  if (handed.kind === 'taken') return sent(sending, to, head, handed.record)
  if (handed.kind === 'again') return retryLater(trx, head, null, now())
  if (handed.kind === 'unknown') return retryLater(trx, head, begun, now())
  if (handed.kind === 'refused') return drop(sending, to, head, 'failed')
  await trx.updateTable('conversation').set({ texts_blocked: handed.code }).where('id', '=', row.id).execute()
  await drop(sending, to, head, 'blocked')
}

/**
 * What became of an earlier try whose answer never came, or that a crash cut off. The carrier's own report may name it: that is
 * waited for. Then it is looked up: a record that none of ours is known by. Where neither can be had, nothing is sent: never twice.
 */
async function lookUp({ trx, phone, now }: Sending, text: OutgoingText, { record }: Row, since: Date | null) {
  if (record || !since) return { record }
  if (now().getTime() - since.getTime() < CARRIER_REPORTS_WITHIN) return 'unknown'
  const found = await phone.find(text, since).catch(() => 'unknown' as const)
  if (found === 'unknown') return found
  if (found.length === 0) return { record: null }
  const known = await trx
    .selectFrom('outbox')
    .select('record')
    .where('record', 'in', [...found])
    .execute()
  return { record: found.find(record => !known.some(row => row.record === record)) ?? null }
}

async function sent({ trx, now }: Sending, to: Conversation, { id }: Row, record: string): Promise<void> {
  const at = now()
  await trx.updateTable('outbox').set({ state: 'sent', sent_at: at, record }).where('id', '=', id).execute()
  await keepRecord(trx, record, at)
  await tellDesk(trx, to)
}

async function drop({ trx }: Sending, to: Conversation, { id }: Row, reason: Refusal | 'failed'): Promise<void> {
  await trx.updateTable('outbox').set({ state: 'dropped', reason }).where('id', '=', id).execute()
  await tellDesk(trx, to)
}

/** Whoever looks at this conversation sees how far its texts got. */
async function tellDesk(trx: Trx, { id, owner }: Conversation): Promise<void> {
  if (owner.kind !== 'assistant') await sql`select pg_notify(${BELL_CHANNEL}, ${id})`.execute(trx)
}

/** `tried`: when the try was begun of which nobody knows whether it went; null when it surely did not. */
async function retryLater(trx: Trx, head: Row, tried: Date | null, now: Date): Promise<void> {
  const attempts = head.attempts + 1
  const pause = Math.min(SEND_AGAIN_MAX, SEND_AGAIN_FIRST * 2 ** (attempts - 1))
  const waits = tried ? tried.getTime() + CARRIER_REPORTS_WITHIN - now.getTime() : 0
  await trx
    .updateTable('outbox')
    .set({ attempts, tried_at: tried, next_at: new Date(now.getTime() + Math.max(pause, waits)) })
    .where('id', '=', head.id)
    .execute()
}
