// Visits to the identity provider that are not back yet: each can be finished once, by the browser that began it.
import type { Kysely } from 'kysely'
import { IDENTITY_VISIT } from '../limits.ts'
import type { Visit } from '../staff/identity.ts'
import type { Database } from './schema.ts'

/** A visit, and where it goes on to; an empty text: to the first page. */
export interface KeptVisit extends Visit {
  readonly next: string
}

export class IdentityVisits {
  readonly #db: Kysely<Database>

  constructor(db: Kysely<Database>) {
    this.#db = db
  }

  /** Keeps a visit for the holder of one secret, in place of any they had begun. */
  async keep(holder: Buffer, { state, nonce, verifier, next }: KeptVisit, now: Date): Promise<void> {
    const visit = { state, nonce, verifier, next, expires_at: new Date(now.getTime() + IDENTITY_VISIT) }
    await this.#db.deleteFrom('identity_visit').where('expires_at', '<=', now).execute()
    await this.#db
      .insertInto('identity_visit')
      .values({ holder, ...visit })
      .onConflict(conflict => conflict.column('holder').doUpdateSet(visit))
      .execute()
  }

  /** Takes a visit back; null when there is none, or it took too long. */
  async take(holder: Buffer, now: Date): Promise<KeptVisit | null> {
    const row = await this.#db
      .deleteFrom('identity_visit')
      .where('holder', '=', holder)
      .where('expires_at', '>', now)
      .returning(['state', 'nonce', 'verifier', 'next'])
      .executeTakeFirst()
    return row ?? null
  }
}
