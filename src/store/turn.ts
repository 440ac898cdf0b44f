// The hot path: one turn is one transaction of two statements, prepared by name. Everything else in the store uses Kysely.
import type { KeyObject } from 'node:crypto'
import type pg from 'pg'
import { canReturn } from '../conversation/come-back.ts'
import type { Change, Conversation } from '../conversation/conversation.ts'
import type { AskBar, Decision, TurnResult } from '../conversation/ports.ts'
import { ACCESS_IDLE } from '../limits.ts'
import { askBar } from './bars.ts'
import { BELL_CHANNEL } from './bell-channel.ts'
import { ACCEPTED, countContact } from './dataset.ts'
import { type End, endBy } from './end-by.ts'
import { type EventKind, noteEvent } from './events.ts'
import { handoverOf, keepHandover } from './handover-state.ts'
import { noteHeld } from './held.ts'
import { lastSpoken } from './last-spoken.ts'
import type { StaffRecord } from './record.ts'
import { type ConversationRow, conversationOf } from './rows.ts'
import { runOn } from './run.ts'
import { sealAnswer, sealMessage, sealSnapshot } from './sealed.ts'
import type { Vault } from './vault.ts'

// The message id is stored before the lock is waited for: a second delivery of the same message waits here until the
// first is saved, and then finds itself known. FOR NO KEY UPDATE, because the insert's foreign key takes a key share.
export const BEGIN_TURN = {
  name: 'begin-turn',
  text: `with fresh as (
      insert into inbound (conversation_id, message_id)
      select id, $2 from conversation where id = $1
      on conflict do nothing returning 1)
    select c.id, c.reference, c.channel, c.locale, c.flow, c.snapshot, c.owner, c.worker_id, c.worker_name, c.status,
           c.wrong_words, c.decoy_at, c.back_at, c.last_seq, c.answer_count, c.opened_at, c.expires_at,
           c.heard_at, c.updated_at, c.counted, c.phone, c.texts_blocked, k.wrapped,
           exists (select from fresh) as fresh
    from conversation c join conversation_key k on k.conversation_id = c.id
    where c.id = $1 for no key update of c`
}

export const SAVE_TURN = {
  name: 'save-turn',
  text: `with messages as (
      insert into message (conversation_id, seq, sender, kind, body, at)
      select $1, seq, sender, kind, body, $2 from unnest($3::int[], $4::text[], $5::text[], $6::bytea[])
        as m (seq, sender, kind, body)),
    answers as (
      insert into answer (conversation_id, n, kind, body)
      select $1, n, kind, body from unnest($7::int[], $8::text[], $9::bytea[]) as a (n, kind, body)),
    outgoing as (
      insert into outbox (conversation_id, seq, not_after, next_at)
      select $1, seq, $10, $2 from unnest($11::int[]) as o (seq)),
    silenced as (
      update outbox set state = 'dropped', reason = 'left'
      where $12::text = 'left' and conversation_id = $1 and state = 'pending'),
    handed as (
      insert into handover (conversation_id, type, urgent, band, requested_at, harmer, unasked, mark)
      select $1, $13::text, $14::boolean, $30::text, $2, $37::boolean, $38::boolean, $39::text where $13::text is not null
      on conflict (conversation_id) do update
      set type = excluded.type, urgent = handover.urgent or excluded.urgent, band = excluded.band,
          harmer = excluded.harmer, unasked = excluded.unasked, mark = excluded.mark),
    unclaimed as (
      insert into unclaimed (conversation_id, band, went, unread, heard_at)
      select $1, $33::text, $34::text, $40::boolean, $2 where $33::text is not null
      on conflict (conversation_id) do update
      set band = excluded.band, went = excluded.went, unread = excluded.unread, heard_at = excluded.heard_at),
    settled as (
      delete from unclaimed where $35::boolean and conversation_id = $1),
    saved as (
      update conversation set
        snapshot = coalesce($15::bytea, snapshot), locale = $16, owner = $17, worker_id = $18::uuid, worker_name = $19,
        status = $12::text, expires_at = $20, last_seq = $21, answer_count = $22,
        -- When they left stays that moment, whatever a worker writes down afterwards; and a clock is no sign of life.
        updated_at = case when $36::boolean or (status = 'left' and $12::text = 'left') then updated_at else $2 end,
        access_hash = case when $23::boolean then null else coalesce($25::bytea, access_hash) end,
        peer_hash = case when $23::boolean then null else coalesce($31::bytea, peer_hash) end,
        heard_at = case when $32::boolean then $2 else heard_at end,
        texts_blocked = case when $32::boolean then null else texts_blocked end,
        can_return = coalesce($26::boolean, can_return), wrong_words = $27, decoy_at = $28, back_at = $29
      where id = $1),
    reopened as (
      insert into timer (conversation_id, kind, due_at)
      select $1, 'accessIdle', $2::timestamptz + ${ACCESS_IDLE} * interval '1 millisecond' where $25::bytea is not null
      on conflict (conversation_id, kind) do update set due_at = excluded.due_at)
    select case when $24::boolean then pg_notify('${BELL_CHANNEL}', $1::text) end`
}

// Beside the sealed band with its reason, and in the same transaction: the queue cannot say another than the summary.
const BANDED = 'update handover set worker_band = $2 where conversation_id = $1'

interface BegunRow extends ConversationRow {
  readonly counted: boolean
  readonly updated_at: Date
  readonly wrapped: Buffer
  readonly fresh: boolean
}

/** Lays a change over the conversation it was decided for, as the parameters of SAVE_TURN. */
function parameters(row: BegunRow, key: KeyObject, now: Conversation, change: Change, at: Date): unknown[] {
  const first = row.last_seq + 1
  const messages = change.messages.map((message, index) => ({ ...message, seq: first + index }))
  const lines = [
    ...(change.answers ?? []).map(line => ({ kind: 'answer', line })),
    ...(change.withheld ?? []).map(line => ({ kind: 'withheld', line })),
    ...(change.workerBands ?? []).map(line => ({ kind: 'band', line })),
    ...(change.records ?? []).map(line => ({ kind: 'record', line })),
    ...(change.notes ?? []).map(line => ({ kind: 'note', line }))
  ].map((entry, index) => ({ ...entry, n: row.answer_count + 1 + index }))
  const owner = change.owner ?? now.owner
  const returns = change.returns ?? now.returns
  const pushed = change.sendNotAfter ? messages.filter(message => message.from !== 'person') : []
  return [
    row.id,
    at,
    messages.map(message => message.seq),
    messages.map(message => message.from),
    messages.map(message => message.kind),
    messages.map(message => sealMessage(key, row.id, message.seq, stripped(message))),
    lines.map(entry => entry.n),
    lines.map(entry => entry.kind),
    lines.map(entry => sealAnswer(key, row.id, entry.n, entry.line)),
    change.sendNotAfter ?? null,
    pushed.map(message => message.seq),
    change.status ?? now.status,
    change.handover?.type ?? null,
    change.handover?.urgent ?? false,
    change.snapshot ? sealSnapshot(key, row.id, change.snapshot) : null,
    change.locale ?? now.locale,
    owner.kind,
    owner.kind === 'worker' ? owner.id : null,
    owner.kind === 'worker' ? owner.name : null,
    change.expiresAt ?? now.expiresAt,
    row.last_seq + messages.length,
    row.answer_count + lines.length,
    change.endAccess ?? false,
    change.announce ?? false,
    change.access ?? null,
    change.snapshot ? canReturn(change.snapshot) : null,
    returns.wrongWords,
    returns.decoyAt,
    returns.backAt,
    change.handover?.band ?? null,
    change.peer ?? null,
    change.heard ?? false,
    change.unclaimed?.band ?? null,
    change.unclaimed?.went ?? null,
    change.unclaimed === null,
    change.byClock ?? false,
    change.handover?.harmer ?? false,
    change.handover?.unasked ?? false,
    change.handover?.mark ?? null,
    change.unclaimed?.unread ?? false
  ]
}

const stripped = <M extends { seq: number }>({ seq: _seq, ...message }: M): Omit<M, 'seq'> => message

/**
 * Counts a contact in the transaction that ends it. Leaving must never fail for a statistic: what goes wrong here is
 * taken back alone, and the contact is counted when the conversation expires, where a fault is reported.
 */
async function countEnd(
  client: pg.PoolClient,
  vault: Vault,
  key: KeyObject,
  conversation: Conversation,
  end: End
): Promise<void> {
  const run = runOn(client)
  await client.query('savepoint counting')
  await countContact(run, vault, key, conversation, end).catch(() => client.query('rollback to savepoint counting'))
}

/** What others may be told of a turn: that it happened. */
function eventsOf(before: Conversation, { handoverState, owner, status, notices = [] }: Change): EventKind[] {
  const isTaken = owner?.kind === 'worker' && before.owner.kind !== 'worker'
  return [
    ...(handoverState && !before.handoverState ? (['referral.created'] as const) : []),
    ...(isTaken ? (['referral.accepted'] as const) : []),
    ...(status === 'closed' ? (['referral.closed'] as const) : []),
    ...notices
  ]
}

/** Runs one turn. Throws what `decide` or the database throws, with nothing saved: the message may come again. */
export async function turn<R>(
  { pool, vault, record }: { readonly pool: pg.Pool; readonly vault: Vault; readonly record: StaffRecord },
  conversation: string,
  messageId: string,
  decide: (conversation: Conversation, now: Date, bar: AskBar) => Promise<Decision<R>>
): Promise<TurnResult<R>> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const { rows } = await client.query<BegunRow>({ ...BEGIN_TURN, values: [conversation, messageId] })
    const row = rows[0]
    if (!row?.fresh) {
      await client.query('rollback')
      return { kind: row ? 'duplicate' : 'gone' }
    }
    const key = vault.unwrap(row.id, row.wrapped)
    // Statements of their own: the one that waited for the lock still sees every other row as it was before it waited.
    const handover_state = row.owner === 'assistant' ? null : await handoverOf(client, row.id)
    const spoken = row.channel === 'sms' ? await lastSpoken(client, row.id) : {}
    const now = conversationOf({ ...row, handover_state, ...spoken }, key)
    const at = new Date()
    const { change, result } = await decide(now, at, worker => askBar(runOn(client), row.id, worker, at))
    if (change) {
      await client.query({ ...SAVE_TURN, values: parameters(row, key, now, change, at) })
      if (change.handoverState) {
        await keepHandover(client, row.id, change.handoverState)
        await noteHeld(runOn(client), row.id, { ...change.handoverState.view, status: change.status }, at)
      }
      for (const kind of eventsOf(now, change))
        await noteEvent(runOn(client), { kind, conversation: row.id, reference: row.reference, at })
      const isReached = change.records?.some(one => one.kind === 'attempt' && one.result === 'reached') ?? false
      if (change.owner?.kind === 'worker' || isReached) await client.query(ACCEPTED, [row.id, at])
      const decided = change.workerBands?.at(-1)
      if (decided) await client.query(BANDED, [row.id, decided.band])
      const end = endBy(row, change, at)
      if (end) await countEnd(client, vault, key, { ...now, ...change }, end)
      if (change.onRecord) await record.put(runOn(client), { ...change.onRecord, conversation: row.id })
    }
    // What changed nothing is not remembered: a message that was refused may be tried again, and is refused again.
    await client.query(change ? 'commit' : 'rollback')
    return { kind: 'done', result }
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}
