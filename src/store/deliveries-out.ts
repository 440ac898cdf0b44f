// Webhooks and mail leave here: work is a row, taken under its lock, sent, and noted in the same transaction. A killed process
// frees the row, and it goes again under the same id: at least once, never lost.
import { type Selectable, sql, type Transaction } from 'kysely'
import { HANDED_OVER_KEPT, OUTPUT_JITTER, OUTPUT_PAUSES } from '../limits.ts'
import { BELL_CHANNEL } from './bell-channel.ts'
import type { Connection } from './database.ts'
import type { Database } from './schema.ts'
import { openRecipient } from './sealed.ts'
import type { Vault } from './vault.ts'
import { switchOff } from './webhook-off.ts'

type Row = Selectable<Database['delivery']>
type Trx = Transaction<Database>
export type DeliveryState = Row['state']

/** What is to leave, as whoever sends it knows it. */
export interface Outgoing extends Pick<Row, 'id' | 'way' | 'kind' | 'reference' | 'at'> {
  readonly conversation: string
  /** The address a worker wrote to; null for what has none. */
  readonly recipient: string | null
}

/**
 * sent: it was taken; `said` is what went. again: not taken now. refused: never to be taken. withheld: it must not leave any
 * more. gone: the receiver at this address wants nothing ever again.
 */
export type Outcome =
  | { readonly kind: 'sent'; readonly said: string }
  | { readonly kind: 'again' }
  | { readonly kind: 'refused' | 'withheld'; readonly said: string }
  | { readonly kind: 'gone'; readonly address: string }

export interface Sender {
  readonly ways: readonly Row['way'][]
  readonly send: (outgoing: Outgoing) => Promise<Outcome>
  /** Hears of what was given up after its last pause. */
  readonly gaveUp: (outgoing: Outgoing) => void
}

/** Sends the next delivery that is due. Returns whether there was one. */
export async function deliverNext({ db }: Connection, vault: Vault, sender: Sender, now: () => Date): Promise<boolean> {
  const done = await db.transaction().execute(async trx => {
    const row = await take(trx, sender.ways, now())
    if (!row) return null
    const outgoing = await outgoingOf(trx, vault, row)
    // Its conversation has gone, and the address with it.
    const lost = row.way === 'referral' && outgoing.recipient === null
    const outcome: Outcome = lost ? { kind: 'withheld', said: 'over' } : await sender.send(outgoing)
    return { outgoing, state: await note(trx, row, outcome, now()), outcome }
  })
  if (done?.state === 'failed' && done.outcome.kind === 'again') sender.gaveUp(done.outgoing)
  return done !== null
}

const take = (trx: Trx, ways: readonly Row['way'][], now: Date): Promise<Row | undefined> =>
  trx
    .selectFrom('delivery')
    .selectAll()
    .where('state', '=', 'pending')
    .where('way', 'in', [...ways])
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(1)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()

async function outgoingOf(trx: Trx, vault: Vault, row: Row): Promise<Outgoing> {
  const { id, way, kind, reference, at, recipient, conversation_id: conversation } = row
  const held = recipient && (await keyOf(trx, conversation))
  const key = held && vault.unwrap(conversation, held.wrapped)
  const address = key && recipient && openRecipient(key, conversation, id, recipient)
  return { id, way, kind, reference, at, conversation, recipient: address || null }
}

const keyOf = (trx: Trx, conversation: string) =>
  trx.selectFrom('conversation_key').select('wrapped').where('conversation_id', '=', conversation).executeTakeFirst()

/** When it is tried again after so many attempts; null: no more. */
function nextTry(attempts: number, now: Date): Date | null {
  const pause = OUTPUT_PAUSES[attempts - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause * (1 + Math.random() * OUTPUT_JITTER))
}

const STATES = { sent: 'sent', refused: 'failed', withheld: 'dropped' } as const

async function note(trx: Trx, row: Row, outcome: Outcome, now: Date): Promise<DeliveryState> {
  if (outcome.kind === 'gone') await switchOff(trx, outcome.address, now)
  if (outcome.kind === 'gone') return 'dropped'
  const attempts = row.attempts + 1
  const next = outcome.kind === 'again' ? nextTry(attempts, now) : null
  const state = outcome.kind === 'again' ? (next ? 'pending' : 'failed') : STATES[outcome.kind]
  const said = outcome.kind === 'again' ? null : outcome.said
  await trx
    .updateTable('delivery')
    .set({ state, said, attempts, next_at: next ?? row.next_at, done_at: next ? null : now })
    .where('id', '=', row.id)
    .execute()
  // The worker who sent it sees how far it got.
  if (row.way === 'referral') await sql`select pg_notify(${BELL_CHANNEL}, ${row.conversation_id})`.execute(trx)
  return state
}

/** Forgets what has been done with for as long as a conversation is kept. Returns whether there was any. */
export async function forgetDelivered({ db }: Connection, now: Date): Promise<boolean> {
  const old = new Date(now.getTime() - HANDED_OVER_KEPT)
  const { numDeletedRows } = await db.deleteFrom('delivery').where('done_at', '<=', old).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
