// What members of staff prove themselves with, at rest. The secret of the codes is sealed; a password is only a hash.
import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AuditAction } from './audit.ts'
import type { Keyed } from './hash-keys.ts'
import { runIn } from './run.ts'
import type { Database } from './schema.ts'
import { seal, unseal } from './vault.ts'

export interface Passkey {
  readonly id: string
  readonly publicKey: Buffer
  readonly counter: number
}

export interface StoredPassword {
  readonly staffId: string
  readonly hash: string
  /** Base32. */
  readonly totp: string
}

export class CredentialStore {
  readonly #db: Kysely<Database>
  readonly #keyed: Keyed
  readonly #key: KeyObject

  constructor(db: Kysely<Database>, keyed: Keyed, key: Buffer) {
    this.#db = db
    this.#keyed = keyed
    this.#key = createSecretKey(key)
  }

  async passkeyIds(staffId: string): Promise<string[]> {
    const rows = await this.#db.selectFrom('passkey').select('id').where('staff_id', '=', staffId).execute()
    return rows.map(row => row.id)
  }

  /** A passkey of somebody who has not been removed. */
  async passkey(id: string): Promise<(Passkey & { staffId: string }) | null> {
    const row = await this.#db
      .selectFrom('passkey')
      .innerJoin('staff', 'staff.id', 'passkey.staff_id')
      .selectAll('passkey')
      .where('passkey.id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    const isOurs = row !== undefined && this.#keyed.binder.holds('passkey', row, row.bound)
    return isOurs
      ? { id: row.id, staffId: row.staff_id, publicKey: row.public_key, counter: Number(row.counter) }
      : null
  }

  /** Adds a passkey. A device that is there already keeps the one it has. */
  async addPasskey(staffId: string, { id, publicKey, counter }: Passkey): Promise<void> {
    const row = { id, staff_id: staffId, public_key: publicKey }
    const bound = this.#keyed.binder.of('passkey', row)
    await this.#onRecord(staffId, 'passkey_set', trx =>
      trx
        .insertInto('passkey')
        .values({ ...row, counter, bound })
        .execute()
    )
  }

  async countPasskey(id: string, counter: number): Promise<void> {
    await this.#db.updateTable('passkey').set({ counter }).where('id', '=', id).execute()
  }

  /** The password behind a name, of somebody who has not been removed. */
  async password(login: string): Promise<StoredPassword | null> {
    const row = await this.#db
      .selectFrom('password')
      .innerJoin('staff', 'staff.id', 'password.staff_id')
      .selectAll('password')
      .where('login', '=', login.toLowerCase())
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    const isOurs = row !== undefined && this.#keyed.binder.holds('password', row, row.bound)
    return isOurs ? { staffId: row.staff_id, hash: row.hash, totp: this.#open(row.staff_id, row.totp) } : null
  }

  /** The name a member signs in with; null when they have no password. */
  async loginOf(staffId: string): Promise<string | null> {
    const row = await this.#db.selectFrom('password').select('login').where('staff_id', '=', staffId).executeTakeFirst()
    return row?.login ?? null
  }

  /** Sets a password in place of any before. `step` is that of the code it was set with. False: somebody has that name. */
  async setPassword(
    staffId: string,
    login: string,
    { hash, totp, step }: { readonly hash: string; readonly totp: string; readonly step: number }
  ): Promise<boolean> {
    const row = { staff_id: staffId, login: login.toLowerCase(), hash }
    const bound = this.#keyed.binder.of('password', row)
    return this.#db
      .transaction()
      .execute(async trx => {
        await trx.deleteFrom('password').where('staff_id', '=', staffId).execute()
        const made = await trx
          .insertInto('password')
          .values({ ...row, totp: this.#seal(staffId, totp), last_step: step, bound })
          .onConflict(conflict => conflict.doNothing())
          .returning('login')
          .executeTakeFirst()
        if (!made) {
          // The one they had must stay.
          throw NAME_TAKEN
        }
        await this.#keyed.record.put(runIn(trx), { staffId, action: 'password_set' })
        return true
      })
      .catch(error => {
        if (error === NAME_TAKEN) return false
        throw error
      })
  }

  /** Takes the code of one step, once: neither it nor an earlier one is taken again. */
  async useStep(staffId: string, step: number): Promise<boolean> {
    const used = await this.#db
      .updateTable('password')
      .set({ last_step: step })
      .where('staff_id', '=', staffId)
      .where('last_step', '<', step)
      .returning('staff_id')
      .executeTakeFirst()
    return used !== undefined
  }

  #onRecord(staffId: string, action: AuditAction, does: (trx: Kysely<Database>) => Promise<unknown>): Promise<void> {
    return this.#db.transaction().execute(async trx => {
      await does(trx)
      await this.#keyed.record.put(runIn(trx), { staffId, action })
    })
  }

  #seal(staffId: string, totp: string): Buffer {
    return seal(this.#key, Buffer.from(totp), `${staffId}|totp`)
  }

  #open(staffId: string, sealed: Buffer): string {
    return unseal(this.#key, sealed, `${staffId}|totp`).toString()
  }
}

const NAME_TAKEN = new Error('somebody signs in with that name')
