// What must be pushed to a phone leaves here: in order, one drain per conversation, and never late.
import { type Selectable, sql, type Transaction } from 'kysely'
import { type Refusal, silenced } from '../conversation/gate.ts'
import { SEND_TRIES } from '../limits.ts'
import type { Connection } from './database.ts'
import { type ConversationRow, returnsOf } from './rows.ts'
import type { Database } from './schema.ts'
import { openMessage } from './sealed.ts'
import type { Vault } from './vault.ts'

/** A phone on the other side. `send` may fail and be called again with the same id: it looks first whether it went. */
export interface Phone {
  send(message: { id: string; conversation: string; text: string; notAfter: Date }): Promise<void>
}

/** Pause before a failed message is tried again, in ms, doubled each time. */
const FIRST_PAUSE = 1_000

type Row = Selectable<Database['outbox']>

/**
 * Sends the next message of one conversation that has something to send. The conversation stays locked while it is sent:
 * once a person's leaving is acknowledged, nothing more can follow. Returns whether there was anything to do.
 */
export function sendNext({ db }: Connection, vault: Vault, phone: Phone, now: () => Date): Promise<boolean> {
  return db.transaction().execute(async trx => {
    const found = await lockOne(trx, now())
    if (!found) return false
    const head = await trx
      .selectFrom('outbox')
      .selectAll()
      .where('conversation_id', '=', found.id)
      .where('state', '=', 'pending')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!head) return false
    await deliver(trx, vault, phone, found, head, now())
    return true
  })
}

type Locked = ConversationRow & { wrapped: Buffer }

/** A conversation whose first pending message is due; another process's are passed over. */
const lockOne = async (trx: Transaction<Database>, now: Date): Promise<Locked | undefined> => {
  const { rows } = await sql<Locked>`
    select c.*, k.wrapped from conversation c join conversation_key k on k.conversation_id = c.id
    where exists (
      select from outbox o where o.conversation_id = c.id and o.state = 'pending' and o.next_at <= ${now}
        and not exists (
          select from outbox p where p.conversation_id = c.id and p.state = 'pending' and p.id < o.id))
    limit 1 for no key update of c skip locked`.execute(trx)
  return rows[0]
}

async function deliver(
  trx: Transaction<Database>,
  vault: Vault,
  phone: Phone,
  row: Locked,
  head: Row,
  now: Date
): Promise<void> {
  const key = vault.unwrap(row.id, row.wrapped)
  const message = await trx
    .selectFrom('message')
    .selectAll()
    .where('conversation_id', '=', row.id)
    .where('seq', '=', head.seq)
    .executeTakeFirstOrThrow()
  const why = silenced(head.not_after, { status: row.status, returns: returnsOf(row) }, now)
  if (why) return drop(trx, head, why)
  const { text } = openMessage(key, row.id, head.seq, message.body)
  try {
    await phone.send({ id: head.id, conversation: row.id, text, notAfter: head.not_after })
  } catch {
    return retryLater(trx, head, now)
  }
  await trx.updateTable('outbox').set({ state: 'sent' }).where('id', '=', head.id).execute()
}

const drop = async (trx: Transaction<Database>, { id }: Row, reason: Refusal | 'failed'): Promise<void> => {
  await trx.updateTable('outbox').set({ state: 'dropped', reason }).where('id', '=', id).execute()
}

const retryLater = async (trx: Transaction<Database>, head: Row, now: Date): Promise<void> => {
  const attempts = head.attempts + 1
  if (attempts >= SEND_TRIES) return drop(trx, head, 'failed')
  const next_at = new Date(now.getTime() + FIRST_PAUSE * 2 ** (attempts - 1))
  await trx.updateTable('outbox').set({ attempts, next_at }).where('id', '=', head.id).execute()
}
