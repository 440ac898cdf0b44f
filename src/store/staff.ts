// Staff at rest: sign-in links, sessions and the record of who looked at what. Tokens are kept only as SHA-256.
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Colleague } from '../conversation/handover.ts'
import { ON_DUTY_HEARD, STAFF_ABSOLUTE, STAFF_IDLE } from '../limits.ts'
import type { Role } from '../staff/roles.ts'
import { freeCallBack, takeCallBack } from './call-backs.ts'
import { byReference, deskList, type Listed } from './desk-list.ts'
import type { Database } from './schema.ts'
import { type UnclaimedItem, unclaimedByReference, unclaimedList } from './unclaimed-list.ts'

export interface StaffSession {
  readonly staffId: string
  /** First name as people in the chat see it. */
  readonly name: string
  readonly roles: readonly Role[]
  readonly available: boolean
}

/** Everything a worker does that the record keeps. Ids only: no name, no word. */
export type AuditAction =
  | 'sign_in'
  | 'sign_out'
  | 'invite'
  | 'summary_open'
  | 'summary_follow'
  | 'export'
  | 'mail'
  | 'take'
  | 'band'
  | 'record'
  | 'note'
  | 'release'
  | 'bring_back'
  | 'close'
  | 'seen'
  | 'transfer_ask'
  | 'transfer'
  | 'transfer_no'
  | 'join_in'
  | 'step_out'
  | 'call_back_list'
  | 'call_back_take'
  | 'call_back_free'
  | 'call_back_attempt'
  | 'call_back_end'
  | 'override'

export interface AuditEntry {
  readonly staffId: string
  readonly action: AuditAction
  readonly conversation?: string
}

/** Whoever comes first sets the place up. */
const FIRST_ROLES: Role[] = ['worker', 'supervisor', 'admin']

const before = (now: Date, milliseconds: number): Date => new Date(now.getTime() - milliseconds)

export class StaffStore {
  readonly #db: Kysely<Database>

  constructor(db: Kysely<Database>) {
    this.#db = db
  }

  /** Keeps a new one-time link; links nobody has used stop working. */
  async createLink(tokenHash: Buffer, expiresAt: Date): Promise<void> {
    await this.#db.transaction().execute(async trx => {
      await trx.deleteFrom('sign_in_link').where('used_at', 'is', null).execute()
      await trx
        .insertInto('sign_in_link')
        .values({ token_hash: tokenHash, expires_at: expiresAt, used_at: null })
        .execute()
    })
  }

  /** Whether a link would work now. Uses nothing up. */
  async linkWorks(tokenHash: Buffer, now: Date): Promise<boolean> {
    const link = await this.#db
      .selectFrom('sign_in_link')
      .select('token_hash')
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst()
    return link !== undefined
  }

  /** Uses a link up and makes the member of staff it is for; null when it was used, has run out, or never was. */
  async useLink(tokenHash: Buffer, name: string, now: Date): Promise<string | null> {
    return this.#db.transaction().execute(async trx => {
      // Of two uses at once the second waits for this row, and then finds the link used.
      const used = await trx
        .updateTable('sign_in_link')
        .set({ used_at: now })
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('token_hash')
        .executeTakeFirst()
      if (!used) return null
      const id = randomUUID()
      const first = await trx.selectFrom('staff').select('id').limit(1).executeTakeFirst()
      await trx
        .insertInto('staff')
        .values({ id, name, roles: first ? ['worker'] : FIRST_ROLES, created_at: now })
        .execute()
      await trx
        .insertInto('audit')
        .values({ at: now, staff_id: id, action: 'sign_in', conversation_id: null })
        .execute()
      return id
    })
  }

  async openSession(tokenHash: Buffer, staffId: string, now: Date): Promise<void> {
    await this.#db.deleteFrom('staff_session').where('created_at', '<=', before(now, STAFF_ABSOLUTE)).execute()
    await this.#db
      .insertInto('staff_session')
      .values({ token_hash: tokenHash, staff_id: staffId, created_at: now, last_seen_at: now, available: true })
      .execute()
  }

  /** The session of a cookie, which counts as heard from now; null when there is none or its time is over. */
  async session(tokenHash: Buffer, now: Date): Promise<StaffSession | null> {
    const row = await this.#db
      .updateTable('staff_session')
      .from('staff')
      .set({ last_seen_at: now })
      .whereRef('staff.id', '=', 'staff_session.staff_id')
      .where('token_hash', '=', tokenHash)
      .where('last_seen_at', '>', before(now, STAFF_IDLE))
      .where('staff_session.created_at', '>', before(now, STAFF_ABSOLUTE))
      .returning(['staff_id', 'name', 'roles', 'available'])
      .executeTakeFirst()
    return row ? { staffId: row.staff_id, name: row.name, roles: row.roles, available: row.available } : null
  }

  /** Whether a session still holds. Hearing from it is another matter: an open stream says nothing about who is there. */
  async isSignedIn(tokenHash: Buffer, now: Date): Promise<boolean> {
    const row = await this.#db
      .selectFrom('staff_session')
      .select('staff_id')
      .where('token_hash', '=', tokenHash)
      .where('last_seen_at', '>', before(now, STAFF_IDLE))
      .where('created_at', '>', before(now, STAFF_ABSOLUTE))
      .executeTakeFirst()
    return row !== undefined
  }

  async setAvailable(tokenHash: Buffer, available: boolean): Promise<void> {
    await this.#db.updateTable('staff_session').set({ available }).where('token_hash', '=', tokenHash).execute()
  }

  async endSession(tokenHash: Buffer): Promise<void> {
    await this.#db.deleteFrom('staff_session').where('token_hash', '=', tokenHash).execute()
  }

  /** Who may be asked to take over: signed in, available and heard within ON_DUTY_HEARD, by name. */
  onDuty(now: Date): Promise<Colleague[]> {
    return this.#db
      .selectFrom('staff_session')
      .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
      .select(['staff.id', 'staff.name'])
      .distinct()
      .where('available', '=', true)
      .where('last_seen_at', '>', before(now, ON_DUTY_HEARD))
      .where(({ eb, val }) => eb(val('worker'), '=', eb.fn.any('staff.roles')))
      .orderBy('staff.name')
      .execute()
  }

  /** How many workers are signed in, available and heard within ON_DUTY_HEARD. */
  async onDutyCount(now: Date): Promise<number> {
    const { workers } = await this.#db
      .selectFrom('staff_session')
      .select(({ fn }) => fn.count<string>('staff_id').distinct().as('workers'))
      .where('available', '=', true)
      .where('last_seen_at', '>', before(now, ON_DUTY_HEARD))
      .where('created_at', '>', before(now, STAFF_ABSOLUTE))
      .executeTakeFirstOrThrow()
    return Number(workers)
  }

  /** Everyone handed over, in no particular order. */
  waiting(now: Date): Promise<Listed[]> {
    return deskList(this.#db, now)
  }

  byReference(reference: string, now: Date): Promise<Listed | null> {
    return byReference(this.#db, reference, now)
  }

  /** Keeps a call-back for one worker; false where another has it. */
  takeCallBack(conversation: string, by: Colleague, now: Date): Promise<boolean> {
    return takeCallBack(this.#db, conversation, by, now)
  }

  freeCallBack(conversation: string, staffId: string): Promise<void> {
    return freeCallBack(this.#db, conversation, staffId)
  }

  /** Everyone of whom staff should know though nobody was asked to join them, in no particular order. */
  unclaimed(now: Date): Promise<UnclaimedItem[]> {
    return unclaimedList(this.#db, now)
  }

  unclaimedByReference(reference: string, now: Date): Promise<UnclaimedItem | null> {
    return unclaimedByReference(this.#db, reference, now)
  }

  /** Puts an act on record. What lets a worker read is recorded BEFORE anything is read: no reading without its row. */
  async audit({ staffId, action, conversation }: AuditEntry): Promise<void> {
    await this.#db
      .insertInto('audit')
      .values({ staff_id: staffId, action, conversation_id: conversation ?? null })
      .execute()
  }
}
