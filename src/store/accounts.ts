// The accounts of staff: who may sign in, and as what. Every change is on record in its own transaction.
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { needsTwo, type Role } from '../staff/roles.ts'
import type { Binder } from './binder.ts'
import { bindLink, bindStaff } from './bound-rows.ts'
import type { Keyed } from './hash-keys.ts'
import { ringMember } from './member-bell.ts'
import type { StaffRecord } from './record.ts'
import { noteGiven } from './role-changes.ts'
import { runIn } from './run.ts'
import type { Database } from './schema.ts'
import { ownReason } from './sealed-reason.ts'
import { endSessionsOf } from './sessions.ts'
import { forgetLinks, takeBack } from './take-back.ts'

export interface Member {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  /** They can sign in again by themselves. */
  readonly hasKey: boolean
  /** They come from the identity provider, which says what they are. */
  readonly isElsewhere: boolean
}

/** A member as the identity provider knows them. */
export interface Identity {
  readonly key: string
  readonly name: string
  readonly roles: readonly Role[]
}

export class AccountStore {
  readonly #db: Kysely<Database>
  readonly #binder: Binder
  readonly #record: StaffRecord

  constructor(db: Kysely<Database>, { binder, record }: Keyed) {
    this.#db = db
    this.#binder = binder
    this.#record = record
  }

  /** Everybody who has not been removed, by name. */
  async list(): Promise<Member[]> {
    const rows = await this.#db
      .selectFrom('staff')
      .leftJoin('password', 'password.staff_id', 'staff.id')
      .select(['staff.id', 'name', 'roles', 'identity', 'login'])
      .select(({ exists, selectFrom }) =>
        exists(selectFrom('passkey').select('id').whereRef('passkey.staff_id', '=', 'staff.id')).as('passkey')
      )
      .where('removed_at', 'is', null)
      .orderBy('name')
      .orderBy('staff.id')
      .execute()
    return rows.map(({ id, name, roles, identity, login, passkey }) => ({
      id,
      name,
      roles,
      hasKey: login !== null || identity !== null || Boolean(passkey),
      isElsewhere: identity !== null
    }))
  }

  /** Keeps a link for somebody new, who will have these roles. */
  async invite(by: string, tokenHash: Buffer, expiresAt: Date, roles: readonly Role[]): Promise<void> {
    if (needsTwo([], roles)) throw new Error('these roles are given by two')
    const token_hash = this.#binder.token('link', tokenHash)
    await this.#db.transaction().execute(async trx => {
      await trx
        .insertInto('sign_in_link')
        .values({ token_hash, expires_at: expiresAt, used_at: null, roles: [...roles] })
        .execute()
      await bindLink(trx, this.#binder, token_hash)
      await this.#record.put(runIn(trx), { staffId: by, action: 'invite', reason: ownReason(roles.join(', ')) })
    })
  }

  /** Keeps a link for a member who cannot sign in any more, and takes back what was theirs. They set a passkey or password anew. */
  async recover(by: string, member: string, tokenHash: Buffer, expiresAt: Date): Promise<boolean> {
    const token_hash = this.#binder.token('link', tokenHash)
    return this.#db.transaction().execute(async trx => {
      const there = await localMember(trx, this.#binder, member)
      if (!there || needsTwo([], there.roles)) return false
      await takeBack(trx, member)
      await forgetLinks(trx, member)
      await trx
        .insertInto('sign_in_link')
        .values({ token_hash, expires_at: expiresAt, used_at: null, staff_id: member })
        .execute()
      await bindLink(trx, this.#binder, token_hash)
      await this.#record.put(runIn(trx), { staffId: by, action: 'recover', member })
      return true
    })
  }

  /** Changes what a member may do, from their next request on. False: there is nobody, or it is not ours to change. */
  async setRoles(by: string, member: string, roles: readonly Role[]): Promise<boolean> {
    return this.#db.transaction().execute(async trx => {
      const there = await localMember(trx, this.#binder, member)
      // One alone gives nothing that needs two: asked again here, where nothing can come between.
      if (!there || needsTwo(there.roles, roles)) return false
      await trx
        .updateTable('staff')
        .set({ roles: [...roles] })
        .where('id', '=', member)
        .execute()
      await bindStaff(trx, this.#binder, member)
      await ringMember(trx, member)
      await this.#record.put(runIn(trx), { staffId: by, action: 'roles', member, reason: ownReason(roles.join(', ')) })
      return true
    })
  }

  /** Ends a member's sessions at once. A local account goes with all it could sign in with; its name stays for the record. */
  async remove(by: string, member: string, now: Date): Promise<void> {
    await this.#db.transaction().execute(async trx => {
      const removed = await trx
        .updateTable('staff')
        .set({ removed_at: now })
        .where('id', '=', member)
        .where('identity', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (removed) {
        await takeBack(trx, member)
        await forgetLinks(trx, member)
        await bindStaff(trx, this.#binder, member)
      } else {
        await endSessionsOf(trx, member)
      }
      await this.#record.put(runIn(trx), { staffId: by, action: 'remove', member })
    })
  }

  /** The roles of a local member; null where there is none. */
  async rolesOf(member: string): Promise<readonly Role[] | null> {
    return (await localMember(this.#db, this.#binder, member))?.roles ?? null
  }

  /** The member behind an identity, made at their first sign-in, with the name and roles they have there now. */
  async fromIdentity({ key, name, roles }: Identity, now: Date): Promise<string> {
    return this.#db.transaction().execute(async trx => {
      const known = await trx.selectFrom('staff').selectAll().where('identity', '=', key).executeTakeFirst()
      if (known && !this.#binder.holds('staff', known, known.bound))
        throw new Error('this member was changed from outside')
      const { id } = await trx
        .insertInto('staff')
        .values({ id: randomUUID(), name, roles: [...roles], identity: key, created_at: now, told_at: now })
        .onConflict(conflict => conflict.column('identity').doUpdateSet({ name, roles: [...roles] }))
        .returning('id')
        .executeTakeFirstOrThrow()
      await bindStaff(trx, this.#binder, id)
      await ringMember(trx, id)
      // They are the organisation's to give: here we only tell.
      if (needsTwo(known?.roles ?? [], roles)) await noteGiven(trx, this.#binder, 'provider', id, roles, now)
      return id
    })
  }
}

/** A member with an account of ours, as the product wrote them. */
async function localMember(trx: Kysely<Database>, binder: Binder, member: string) {
  const row = await trx
    .selectFrom('staff')
    .selectAll()
    .where('id', '=', member)
    .where('removed_at', 'is', null)
    .where('identity', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && binder.holds('staff', row, row.bound) ? row : undefined
}
