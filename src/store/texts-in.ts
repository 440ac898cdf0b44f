// Texts as they came in: kept before the carrier is told that we have them, and taken up in order, one at a time a number.
import { createSecretKey, type KeyObject } from 'node:crypto'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { CameIn, TextIn, TextsIn } from '../conversation/ports.ts'
import { TAKE_AGAIN_MAX, TEXT_IDS_KEPT } from '../limits.ts'
import { keepRecord } from './carrier-records.ts'
import type { Connection } from './database.ts'
import type { Database } from './schema.ts'
import { seal, unseal, type Vault } from './vault.ts'

type Row = Selectable<Database['text_in']>

/** Pause before a text that could not be taken up is tried again, in ms, doubled each time. */
const FIRST_PAUSE = 1_000

export class TextStore implements TextsIn {
  readonly #connection: Connection
  readonly #vault: Vault
  readonly #key: KeyObject

  constructor(connection: Connection, vault: Vault) {
    this.#connection = connection
    this.#vault = vault
    this.#key = createSecretKey(vault.derive('texts in'))
  }

  /** Keeps a text. A second delivery of the same one changes nothing. */
  async keep(text: CameIn): Promise<void> {
    const { record, ...body } = text
    // Our clock, and not the database's: whether a text came too early is held against when we sent ours.
    const now = new Date()
    await this.#connection.db
      .insertInto('text_in')
      .values({
        record,
        peer_hash: this.#vault.blindIndex(text.from),
        body: seal(this.#key, Buffer.from(JSON.stringify(body)), placeOf(record)),
        received_at: now,
        next_at: now
      })
      .onConflict(conflict => conflict.column('record').doNothing())
      .execute()
  }

  /**
   * Takes up the oldest text that is due. It stays locked meanwhile, so that a killed process frees it at once; whoever takes
   * it up a second time finds it known by its id. Returns whether there was one; throws what `take` throws, and tries again.
   */
  async next(take: (text: TextIn) => Promise<void>, now: Date): Promise<boolean> {
    const outcome = await this.#connection.db.transaction().execute(async trx => {
      const row = await oldest(trx, now)
      if (!row?.body || !row.peer_hash) return { found: false } as const
      const body = JSON.parse(unseal(this.#key, row.body, placeOf(row.record)).toString('utf8')) as Omit<
        CameIn,
        'record'
      >
      try {
        await take({ ...body, record: row.record, peer: row.peer_hash, at: row.received_at })
      } catch (error) {
        await putBack(trx, row, now)
        return { found: true, error } as const
      }
      await trx.updateTable('text_in').set({ body: null, peer_hash: null }).where('n', '=', row.n).execute()
      await keepRecord(trx, row.record, now)
      return { found: true } as const
    })
    if ('error' in outcome) throw outcome.error
    return outcome.found
  }

  /** Forgets ids that are old enough. Returns how many. */
  async forgetOld(now: Date): Promise<number> {
    const { numDeletedRows } = await this.#connection.db
      .deleteFrom('text_in')
      .where('body', 'is', null)
      .where('received_at', '<', new Date(now.getTime() - TEXT_IDS_KEPT))
      .executeTakeFirst()
    return Number(numDeletedRows)
  }
}

const placeOf = (record: string): string => `${record}|text in`

/** The oldest due text of a number none of whose earlier ones waits. */
async function oldest(trx: Transaction<Database>, now: Date): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select t.* from text_in t
    where t.body is not null and t.next_at <= ${now}
      and not exists (
        select from text_in e where e.peer_hash = t.peer_hash and e.body is not null and e.n < t.n)
    order by t.n limit 1 for update skip locked`.execute(trx)
  return rows[0]
}

async function putBack(trx: Transaction<Database>, { n, tries }: Row, now: Date): Promise<void> {
  const pause = Math.min(TAKE_AGAIN_MAX, FIRST_PAUSE * 2 ** tries)
  await trx
    .updateTable('text_in')
    .set({ tries: tries + 1, next_at: new Date(now.getTime() + pause) })
    .where('n', '=', n)
    .execute()
}
