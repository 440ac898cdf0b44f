// Conversations at rest. Implements the conversation's Store port over PostgreSQL.
import { type KeyObject, randomBytes, randomUUID } from 'node:crypto'
import type { NewConversation, Reading, Store, TurnResult } from '../conversation/ports.ts'
import type { Note, Recorded } from '../conversation/recorded.ts'
import { ACCESS_IDLE, FOLLOW_RECORDED, SEEN_EVERY } from '../limits.ts'
import type { AnswerRecord, WithholdRecord } from '../questions/answer.ts'
import type { WorkerBand } from '../triage/worker-band.ts'
import { type AuditEntry, isOnRecordSince, takeAuditTurn } from './audit.ts'
import type { Connection } from './database.ts'
import { FOLLOWING, type ReadEntry, type Readings } from './readings.ts'
import type { StaffRecord } from './record.ts'
import { conversationOf, deliveryOf } from './rows.ts'
import { runIn } from './run.ts'
import { openAnswer, openMessage, sealMessage, sealPhone, sealSnapshot } from './sealed.ts'
import { reasonKey, sealReason } from './sealed-reason.ts'
import { nobodyIsComing } from './timers.ts'
import { turn } from './turn.ts'
import type { Vault } from './vault.ts'

/** Letters and digits that are not mistaken for one another when read aloud. */
const CLEAR = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const REFERENCE_LENGTH = 7

const newReference = (): string =>
  Array.from(randomBytes(REFERENCE_LENGTH), byte => CLEAR[byte % CLEAR.length]).join('')

export class ConversationStore implements Store, Readings {
  readonly #connection: Connection
  readonly #vault: Vault
  readonly #record: StaffRecord
  readonly #reasonKey: KeyObject

  constructor(connection: Connection, vault: Vault, record: StaffRecord) {
    this.#connection = connection
    this.#vault = vault
    this.#record = record
    this.#reasonKey = reasonKey(vault)
  }

  async open(start: NewConversation): Promise<string> {
    const id = randomUUID()
    const { key, wrapped } = this.#vault.newKey(id)
    // Our clock, and not the database's: what is compared later is compared with ours.
    const now = new Date()
    return this.#connection.db.transaction().execute(async trx => {
      const made = await trx
        .insertInto('conversation')
        .values({
          id,
          reference: newReference(),
          channel: start.channel,
          locale: start.locale,
          flow: start.flow,
          snapshot: sealSnapshot(key, id, start.snapshot),
          owner: 'assistant',
          status: 'open',
          worker_id: null,
          worker_name: null,
          last_seq: start.messages.length,
          answer_count: 0,
          access_hash: start.access,
          peer_hash: start.peer,
          return_hash: start.returnBy,
          phone: start.phone === null ? null : sealPhone(key, id, start.phone),
          expires_at: start.expiresAt,
          opened_at: now,
          updated_at: now,
          heard_at: now,
          seen_at: now
        })
        .onConflict(conflict => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!made) return this.#existing(start)
      await trx.insertInto('conversation_key').values({ conversation_id: id, wrapped }).execute()
      const rows = start.messages.map((message, index) => ({
        conversation_id: id,
        seq: index + 1,
        sender: message.from,
        kind: message.kind,
        body: sealMessage(key, id, index + 1, message),
        at: now
      }))
      if (rows.length > 0) await trx.insertInto('message').values(rows).execute()
      if (start.accessIdleAt) {
        await trx
          .insertInto('timer')
          .values({ conversation_id: id, kind: 'accessIdle', due_at: start.accessIdleAt })
          .execute()
      }
      return id
    })
  }

  /** The conversation that was there first: the same page posted twice at the same moment. */
  async #existing({ access, peer }: NewConversation): Promise<string> {
    const id = access ? await this.byAccess(access) : peer ? await this.byPeer(peer) : null
    if (!id) throw new Error('a conversation could not be opened: its reference was taken; try again')
    return id
  }

  turn<R>(conversation: string, messageId: string, decide: Parameters<typeof turn<R>>[3]): Promise<TurnResult<R>> {
    const kept = { pool: this.#connection.pool, vault: this.#vault, record: this.#record }
    return turn(kept, conversation, messageId, decide)
  }

  async byAccess(access: Buffer): Promise<string | null> {
    const { db } = this.#connection
    const row = await db.selectFrom('conversation').select('id').where('access_hash', '=', access).executeTakeFirst()
    return row?.id ?? null
  }

  async byPeer(peer: Buffer): Promise<string | null> {
    const { db } = this.#connection
    await db
      .updateTable('conversation')
      .set({ peer_hash: null })
      .where('peer_hash', '=', peer)
      .where('updated_at', '<=', new Date(Date.now() - ACCESS_IDLE))
      .where(nobodyIsComing)
      .execute()
    const row = await db
      .selectFrom('conversation')
      .select('id')
      .where('peer_hash', '=', peer)
      .where('status', '=', 'open')
      .executeTakeFirst()
    return row?.id ?? null
  }

  async heardIn(peer: Buffer, messageId: string): Promise<string | null> {
    const { db } = this.#connection
    const row = await db
      .selectFrom('conversation as c')
      .innerJoin('inbound as i', 'i.conversation_id', 'c.id')
      .select('c.id')
      .where('c.return_hash', '=', peer)
      // A word that did not lead back is a text like any other, and has still to be read as one.
      .where(({ eb, or, and }) =>
        or([
          eb('i.message_id', '=', `person:${messageId}`),
          and([eb('i.message_id', '=', `return:${messageId}`), eb('c.peer_hash', '=', peer)])
        ])
      )
      .executeTakeFirst()
    return row?.id ?? null
  }

  async letGo(id: string): Promise<void> {
    await this.#connection.db.updateTable('conversation').set({ peer_hash: null }).where('id', '=', id).execute()
  }

  async byReturn(returnBy: Buffer): Promise<string | null> {
    const { db } = this.#connection
    const row = await db
      .selectFrom('conversation')
      .select('id')
      .where('return_hash', '=', returnBy)
      .where('can_return', '=', true)
      .where('status', '=', 'open')
      .where('expires_at', '>', new Date())
      .orderBy('opened_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.id ?? null
  }

  async seen(id: string): Promise<void> {
    const now = new Date()
    await this.#connection.db
      .updateTable('conversation')
      .set({ seen_at: now })
      .where('id', '=', id)
      .where('seen_at', '<', new Date(now.getTime() - SEEN_EVERY))
      .execute()
  }

  async readOnRecord(conversation: string, entry: ReadEntry, now = new Date()): Promise<Reading | null> {
    const { reason, ...read } = entry
    const record = { ...read, conversation, ...(reason ? { reason: sealReason(this.#reasonKey, reason) } : {}) }
    const since = new Date(now.getTime() - FOLLOW_RECORDED)
    const isKnown =
      FOLLOWING.includes(entry.action) && (await isOnRecordSince(runIn(this.#connection.db), record, since))
    return this.#read(conversation, 0, isKnown ? null : record)
  }

  /** For the product itself: what a person is shown, what goes out, what is decided. Never for a page of staff. */
  read(id: string, afterSeq = 0): Promise<Reading | null> {
    return this.#read(id, afterSeq, null)
  }

  async #read(id: string, afterSeq: number, record: AuditEntry | null): Promise<Reading | null> {
    const { db } = this.#connection
    // One snapshot for all of it, or a page could show a question beside an answer that came after it.
    return db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode(record ? 'read write' : 'read only')
      .execute(async trx => {
        // First of all: what this transaction sees is settled by its first statement but this.
        if (record) await takeAuditTurn(trx)
        const row = await trx
          .selectFrom('conversation')
          .innerJoin('conversation_key', 'conversation_key.conversation_id', 'conversation.id')
          .selectAll('conversation')
          .select('conversation_key.wrapped')
          .leftJoin('handover', 'handover.conversation_id', 'conversation.id')
          .select('handover.state as handover_state')
          .where('conversation.id', '=', id)
          .executeTakeFirst()
        if (!row) return null
        if (record) await this.#record.put(runIn(trx), record)
        const key = this.#vault.unwrap(id, row.wrapped)
        const messages = await trx
          .selectFrom('message')
          .leftJoin('outbox', join =>
            join.onRef('outbox.conversation_id', '=', 'message.conversation_id').onRef('outbox.seq', '=', 'message.seq')
          )
          .select(['message.seq', 'sender', 'kind', 'body', 'at', 'state', 'reason', 'carrier'])
          .where('message.conversation_id', '=', id)
          .where('message.seq', '>', afterSeq)
          .orderBy('message.seq')
          .execute()
        const lines = await trx
          .selectFrom('answer')
          .selectAll()
          .where('conversation_id', '=', id)
          .orderBy('n')
          .execute()
        return {
          conversation: conversationOf(row, key),
          messages: messages.map(({ seq, sender, kind, body, at, state, reason, carrier }) => ({
            seq,
            from: sender,
            kind,
            at,
            ...openMessage(key, id, seq, body),
            ...(state ? { delivery: deliveryOf(state, reason, carrier) } : {})
          })),
          answers: lines
            .filter(line => line.kind === 'answer')
            .map(line => openAnswer<AnswerRecord>(key, id, line.n, line.body)),
          withheld: lines
            .filter(line => line.kind === 'withheld')
            .map(line => openAnswer<WithholdRecord>(key, id, line.n, line.body)),
          workerBands: lines
            .filter(line => line.kind === 'band')
            .map(line => openAnswer<WorkerBand>(key, id, line.n, line.body)),
          records: lines
            .filter(line => line.kind === 'record')
            .map(line => openAnswer<Recorded>(key, id, line.n, line.body)),
          notes: lines.filter(line => line.kind === 'note').map(line => openAnswer<Note>(key, id, line.n, line.body))
        }
      })
  }
}
