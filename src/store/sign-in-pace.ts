// Slows down whoever guesses: for one name, from one address, and on a known device apart; shared by every process. Nobody is locked out.
import { createHmac } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { FREE_TRIES, SIGN_IN_WAIT_FIRST, SIGN_IN_WAIT_MAX, TRIES_FORGOTTEN } from '../limits.ts'
import type { Database } from './schema.ts'

export type Place = keyof typeof FREE_TRIES

export class SignInPace {
  readonly #db: Kysely<Database>
  readonly #key: Buffer

  /** `key`: names and addresses are kept under it, so that the table tells neither. */
  constructor(db: Kysely<Database>, key: Buffer) {
    this.#db = db
    this.#key = key
  }

  /** Whether a try may be made now: 0, and it counts as failed until `succeeded`; or how long to wait, in ms. */
  async tryNow(kind: Place, what: string, now: Date): Promise<number> {
    const place = this.#place(kind, what)
    const forgotten = new Date(now.getTime() - TRIES_FORGOTTEN)
    // One statement: of many tries at the same moment each is counted before the next is let through.
    const { rows } = await sql<{ free_at: Date }>`
      insert into sign_in_failure as f (place, failures, last_at, free_at) values (${place}, 1, ${now}, ${now})
      on conflict (place) do update set
        failures = case when f.last_at < ${forgotten} then 1 else f.failures + 1 end,
        last_at = ${now},
        free_at = case when f.last_at < ${forgotten} or f.failures < ${FREE_TRIES[kind]} then ${now}::timestamptz
          else ${now}::timestamptz + interval '1 millisecond' * least(${SIGN_IN_WAIT_MAX[kind]}::float8,
            ${SIGN_IN_WAIT_FIRST} * power(2, least(f.failures - ${FREE_TRIES[kind]}, 30))) end
      where f.free_at <= ${now}
      returning free_at`.execute(this.#db)
    if (rows.length > 0) return 0
    const row = await this.#db
      .selectFrom('sign_in_failure')
      .select('free_at')
      .where('place', '=', place)
      .executeTakeFirst()
    return Math.max(1, (row?.free_at.getTime() ?? 0) - now.getTime())
  }

  /** The try was right after all: a name or a known device starts anew, an address gets this one try back. */
  async succeeded(kind: Place, what: string, now: Date): Promise<void> {
    const place = this.#place(kind, what)
    if (kind === 'address') {
      await this.#db
        .updateTable('sign_in_failure')
        .set(({ eb }) => ({ failures: eb('failures', '-', 1), free_at: now }))
        .where('place', '=', place)
        .execute()
    } else {
      await this.#db.deleteFrom('sign_in_failure').where('place', '=', place).execute()
    }
    await this.#db
      .deleteFrom('sign_in_failure')
      .where('last_at', '<', new Date(now.getTime() - TRIES_FORGOTTEN))
      .execute()
  }

  #place(kind: Place, what: string): Buffer {
    return createHmac('sha256', this.#key).update(`${kind}|${what}`).digest()
  }
}
