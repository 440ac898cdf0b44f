// The record as a chain under a key that the database does not have: each row bound to the one before. What vouches for rows that
// are gone, or are older than the key, is a checkpoint under the same key.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { AuditEntry } from './audit.ts'
import type { Run } from './run.ts'
import type { Database } from './schema.ts'

export interface Verdict {
  /** How many fit, from the first on. */
  readonly rows: number
  /** Number of the first row that does not fit what stands before it, or is missing; null when all are there. */
  readonly brokenAt: number | null
  /** Of the last row, to be noted elsewhere: rows cut off at the end show by nothing else. */
  readonly fingerprint: string
  /** The number of the last row. */
  readonly number: number
}

interface Place {
  readonly number: number
  readonly hash: Buffer
}

const START: Place = { number: 0, hash: Buffer.alloc(0) }
/** Rows looked at in one go: a few megabytes. */
const BATCH = 5_000
const ADD = `insert into audit (id, at, staff_id, action, conversation_id, member_id, roles, reason, prev, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

type Field = string | number | readonly string[] | null

/** As a field is written for its hash. Nothing but the reason, which comes last, can hold a new line. */
const written = (field: Field): string =>
  field === null ? '' : Array.isArray(field) ? field.join(',') : String(field as string | number)
const contentOf = (fields: readonly Field[]): string => fields.map(written).join('\n')
/** The database counts in microseconds, we do not. */
const momentOf = (at: Date): string => at.toISOString().replace('Z', '000')

export class StaffRecord {
  readonly #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  /**
   * Adds a row, in a transaction, and it counts when that does. Do it last: until then nobody else can, and who waits to may hold a
   * lock.
   */
  async put(run: Run, entry: AuditEntry, at = new Date()): Promise<void> {
    const { staffId, action, conversation = null, member = null } = entry
    const reason = entry.reason || null
    const [next] = await run<{ number: string; last: Buffer; held: string[] }>('select * from audit_next($1)', [
      staffId
    ])
    if (!next) throw new Error('the record gave no number')
    const { number, last, held } = next
    const hash = this.#hash(
      last,
      contentOf([number, momentOf(at), staffId, action, conversation, member, held, reason])
    )
    await run(ADD, [number, at, staffId, action, conversation, member, held, reason, last, hash])
  }

  /** Works the whole chain out again, by our own means and not the database's. */
  async verify(db: Kysely<Database>): Promise<Verdict> {
    const checkpoints = await db.selectFrom('record_checkpoint').selectAll().orderBy('up_to').execute()
    const forged = checkpoints.find(({ kind, up_to, hash, seal }) => !same(seal, this.#seal(kind, up_to, hash)))
    const placeOf = (kind: string): Place => {
      const found = checkpoints.findLast(each => each.kind === kind)
      return found ? { number: Number(found.up_to), hash: found.hash } : START
    }
    const [cut, keyed] = [placeOf('cut'), placeOf('keyed')]
    if (forged) return verdict(0, Number(forged.up_to), START)
    let [last, count] = [cut, 0]
    for (;;) {
      const rows = await rowsAfter(db, last.number)
      for (const { id, moment, prev, hash, ...row } of rows) {
        const number = Number(id)
        const content = contentOf([
          id,
          moment,
          row.staff_id,
          row.action,
          row.conversation_id,
          row.member_id,
          row.roles,
          row.reason
        ])
        const isOlder = number <= keyed.number
        const expected = isOlder
          ? createHash('sha256').update(last.hash).update(content).digest()
          : this.#hash(last.hash, content)
        const isNext = number === last.number + 1 && prev.equals(last.hash) && same(hash, expected)
        const isVouchedFor = number !== keyed.number || same(hash, keyed.hash)
        if (!isNext || !isVouchedFor) return verdict(count, last.number + 1, last)
        last = { number, hash }
        count += 1
      }
      if (rows.length < BATCH) return verdict(count, last.number < keyed.number ? last.number + 1 : null, last)
    }
  }

  /** Vouches for every row up to the last, which stand there from before there was a key. */
  async vouch(db: Kysely<Database>): Promise<void> {
    const last = await db.selectFrom('audit').select(['id', 'hash']).orderBy('id', 'desc').limit(1).executeTakeFirst()
    if (last) await this.#checkpoint(db, 'keyed', last.id, last.hash)
  }

  /** Takes away every row from before a moment, behind a checkpoint. Returns how many went. A record that does not hold stays whole. */
  async cut(db: Kysely<Database>, before: Date): Promise<number> {
    const oldest = await db.selectFrom('audit').select('at').orderBy('id').limit(1).executeTakeFirst()
    if (!oldest || oldest.at >= before || (await this.verify(db)).brokenAt !== null) return 0
    return db.transaction().execute(async trx => {
      await sql`lock table audit_turn in exclusive mode`.execute(trx)
      const kept = await trx
        .selectFrom('audit')
        .select('id')
        .where('at', '>=', before)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      const last = await trx
        .selectFrom('audit')
        .select(['id', 'hash'])
        .where('id', '<', kept?.id ?? String(Number.MAX_SAFE_INTEGER))
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (!last) return 0
      await this.#checkpoint(trx, 'cut', last.id, last.hash)
      const { numDeletedRows } = await trx.deleteFrom('audit').where('id', '<=', last.id).executeTakeFirst()
      return Number(numDeletedRows)
    })
  }

  async #checkpoint(db: Kysely<Database>, kind: 'keyed' | 'cut', up_to: string, hash: Buffer): Promise<void> {
    await db
      .insertInto('record_checkpoint')
      .values({ kind, up_to, hash, seal: this.#seal(kind, up_to, hash) })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }

  #hash(prev: Buffer, content: string): Buffer {
    return createHmac('sha256', this.#key).update('row').update(prev).update(content).digest()
  }

  #seal(kind: string, upTo: string, hash: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(`checkpoint|${kind}|${upTo}|`).update(hash).digest()
  }
}

const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)

const verdict = (rows: number, brokenAt: number | null, { number, hash }: Place): Verdict => ({
  rows,
  brokenAt,
  fingerprint: hash.toString('hex'),
  number
})

const rowsAfter = (db: Kysely<Database>, number: number) =>
  db
    .selectFrom('audit')
    .select(['id', 'staff_id', 'action', 'conversation_id', 'member_id', 'roles', 'reason', 'prev', 'hash'])
    .select(sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`.as('moment'))
    .where('id', '>', String(number))
    .orderBy('id')
    .limit(BATCH)
    .execute()
