// Staff at rest: sign-in links, sessions and the record of who looked at what. Of a token there is only a keyed hash.
import { type KeyObject, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Colleague } from '../conversation/handover.ts'
import { needsTwo, type Role } from '../staff/roles.ts'
import { type AuditEntry, type AuditRow, auditRows } from './audit.ts'
import { type Standing, standingOf } from './bars.ts'
import type { Binder } from './binder.ts'
import { bindStaff } from './bound-rows.ts'
import { type CallBackTaken, freeCallBack, takeCallBack } from './call-backs.ts'
import { type Calls, callsNow } from './calls.ts'
import { barredAmong, linkPartners, partnersOf } from './couples.ts'
import { byReference, deskList, type Listed } from './desk-list.ts'
import { hasAdmin } from './has-admin.ts'
import type { Keyed } from './hash-keys.ts'
import { type OnShift, onShift } from './load.ts'
import { onDuty } from './on-duty.ts'
import { keepOperatorLink } from './operator-link.ts'
import { type Asking, endOwnSessions, type OwnSession, ownSessions } from './own-sessions.ts'
import type { StaffRecord, Verdict } from './record.ts'
import { noteCame, noteGiven } from './role-changes.ts'
import { runIn } from './run.ts'
import type { Database } from './schema.ts'
import { openReason } from './sealed-reason.ts'
import {
  type Begun,
  endSession,
  heardSession,
  noteProved,
  openSession,
  type StaffSession,
  sessionStill
} from './sessions.ts'
import { forgetLinks, takeBack } from './take-back.ts'
import {
  decideEmergency,
  type EmergencyDecision,
  type EmergencyOutcome,
  noteLooked,
  type UnclaimedItem,
  unclaimedByReference,
  unclaimedList
} from './unclaimed-list.ts'

export type { AuditEntry } from './audit.ts'
export type { StaffSession } from './sessions.ts'

/** A row of the record as it is shown. `isShut`: it has a reason, which does not open. */
export interface ShownRow extends AuditRow {
  readonly isShut: boolean
}

/** Whoever comes first sets the place up, and so does whoever comes when no admin can sign in any more. */
const FIRST_ROLES: Role[] = ['worker', 'supervisor', 'admin']

export class StaffStore {
  readonly #db: Kysely<Database>
  readonly #binder: Binder
  readonly #record: StaffRecord
  readonly #reasonKey: KeyObject

  constructor(db: Kysely<Database>, { binder, record, reasonKey }: Keyed) {
    this.#db = db
    this.#binder = binder
    this.#record = record
    this.#reasonKey = reasonKey
  }

  /** Whether some admin is signed in, or can sign in. */
  hasAdmin(now: Date): Promise<boolean> {
    return hasAdmin(this.#db, now)
  }

  /** Keeps a new one-time link of the operator's, on record. */
  createLink(tokenHash: Buffer, expiresAt: Date): Promise<void> {
    return keepOperatorLink(this.#db, { binder: this.#binder, record: this.#record }, tokenHash, expiresAt)
  }

  /** Whether a link would work now. Uses nothing up. `invited`: somebody on the desk made it; otherwise it is the operator's. `waits`: for a second person. */
  async linkWorks(
    tokenHash: Buffer,
    now: Date
  ): Promise<{ readonly invited: boolean; readonly waits: boolean } | null> {
    const link = await this.#db
      .selectFrom('sign_in_link')
      .leftJoin('role_change', 'role_change.id', 'sign_in_link.role_change')
      .selectAll('sign_in_link')
      .select('state')
      .where('token_hash', '=', this.#binder.token('link', tokenHash))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst()
    return link && this.#binder.holds('link', link, link.bound)
      ? {
          invited: link.roles !== null || link.staff_id !== null,
          waits: link.state !== null && link.state !== 'confirmed'
        }
      : null
  }

  /** Uses a link up. Returns the member it is for, made now unless they were there; null when it does not work. */
  async useLink(tokenHash: Buffer, name: string, now: Date): Promise<string | null> {
    return this.#db.transaction().execute(async trx => {
      // Of two uses at once the second waits for this row, and then finds the link used. Nothing vouches for a used one.
      const used = await trx
        .selectFrom('sign_in_link')
        .selectAll()
        .where('token_hash', '=', this.#binder.token('link', tokenHash))
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .forUpdate()
        .executeTakeFirst()
      if (!used || !this.#binder.holds('link', used, used.bound)) return null
      if (!(await this.#isConfirmed(trx, used.role_change))) return null
      if (used.staff_id && !(await this.#isAsWritten(trx, used.staff_id))) return null
      await trx
        .updateTable('sign_in_link')
        .set({ used_at: now, bound: null })
        .where('token_hash', '=', used.token_hash)
        .execute()
      const id = used.staff_id ?? randomUUID()
      if (used.staff_id) {
        await takeBack(trx, id)
        await forgetLinks(trx, id)
        const { roles } = await trx
          .updateTable('staff')
          .set({ name })
          .where('id', '=', id)
          .returning('roles')
          .executeTakeFirstOrThrow()
        // Nobody here confirmed it: it was made at the machine.
        if (!used.role_change && needsTwo([], roles)) await noteGiven(trx, this.#binder, 'operator', id, roles, now)
      } else {
        const roles = used.roles ?? ((await hasAdmin(trx, now)) ? ['worker' as const] : FIRST_ROLES)
        await trx.insertInto('staff').values({ id, name, roles, created_at: now, told_at: now }).execute()
        if (!used.roles) await noteGiven(trx, this.#binder, 'operator', id, roles, now)
      }
      await bindStaff(trx, this.#binder, id)
      if (used.role_change) await noteCame(trx, this.#binder, used.role_change, id, now)
      await this.#record.put(runIn(trx), { staffId: id, action: 'sign_in' }, now)
      return id
    })
  }

  openSession(tokenHash: Buffer, begun: Begun, now: Date): Promise<void> {
    return openSession(this.#db, this.#binder, tokenHash, begun, now)
  }

  /** Who sits there has proved again who they are. */
  proved(tokenHash: Buffer, now: Date): Promise<void> {
    return noteProved(this.#db, this.#binder, tokenHash, now)
  }

  /** The session of a cookie, which counts as heard from now; null when there is none or its time is over. */
  session(tokenHash: Buffer, now: Date): Promise<StaffSession | null> {
    return heardSession(this.#db, this.#binder, tokenHash, now)
  }

  /** The same session looked up once more. Hearing from it is another matter: an open stream says nothing about who is there. */
  sessionStill(tokenHash: Buffer, now: Date): Promise<StaffSession | null> {
    return sessionStill(this.#db, this.#binder, tokenHash, now)
  }

  async setAvailable(tokenHash: Buffer, available: boolean): Promise<void> {
    const token_hash = this.#binder.token('session', tokenHash)
    await this.#db.updateTable('staff_session').set({ available }).where('token_hash', '=', token_hash).execute()
  }

  /** What tells a member of staff that somebody waits. */
  async choose(staffId: string, chosen: Pick<StaffSession, 'sound' | 'notify'>): Promise<void> {
    await this.#db.updateTable('staff').set(chosen).where('id', '=', staffId).execute()
  }

  /** How many wait, and how many of them nobody has seen. */
  calls(now: Date): Promise<Calls> {
    return callsNow(runIn(this.#db), now)
  }

  /** Ends it at once, also on the pages that are open. */
  endSession(tokenHash: Buffer): Promise<void> {
    return endSession(this.#db, this.#binder, tokenHash)
  }

  /** Where a member is signed in, as they ask it from one session of theirs. */
  ownSessions(asking: Asking, now: Date): Promise<OwnSession[]> {
    return ownSessions(this.#db, { binder: this.#binder }, asking, now)
  }

  /** Ends one of them, or `all` others. */
  endOwnSessions(asking: Asking, which: string): Promise<void> {
    return endOwnSessions(this.#db, { binder: this.#binder, record: this.#record }, asking, which)
  }

  /** Who is on duty, and may be asked to take over. */
  onDuty(now: Date): Promise<Colleague[]> {
    return onDuty(this.#db, now)
  }

  async onDutyCount(now: Date): Promise<number> {
    return (await onDuty(this.#db, now)).length
  }

  /** Everyone handed over, in no particular order. */
  waiting(now: Date): Promise<Listed[]> {
    return deskList(this.#db, now)
  }

  byReference(reference: string, now: Date): Promise<Listed | null> {
    return byReference(this.#db, reference, now)
  }

  /** Keeps a call-back for one worker, unless another has it, or they have to keep away. */
  takeCallBack(conversation: string, by: Colleague, now: Date): Promise<CallBackTaken> {
    return takeCallBack(this.#db, this.#record, conversation, by, now)
  }

  freeCallBack(conversation: string, staffId: string): Promise<void> {
    return freeCallBack(this.#db, this.#record, conversation, staffId)
  }

  /** Everyone of whom staff should know though they are not in the queue, in no particular order. */
  unclaimed(now: Date): Promise<UnclaimedItem[]> {
    return unclaimedList(this.#db, now)
  }

  unclaimedByReference(reference: string, now: Date): Promise<UnclaimedItem | null> {
    return unclaimedByReference(this.#db, reference, now)
  }

  /** Somebody on duty has opened one of them. */
  noteLooked(conversation: string, now: Date): Promise<void> {
    return noteLooked(this.#db, conversation, now)
  }

  /** Whether 999 is called for somebody who left. */
  decideEmergency(decision: EmergencyDecision, now: Date): Promise<EmergencyOutcome> {
    return decideEmergency(this.#db, { record: this.#record, reasonKey: this.#reasonKey }, decision, now)
  }

  /** Everybody of the desk who is signed in, with what they hold. */
  onShift(now: Date): Promise<OnShift[]> {
    return onShift(runIn(this.#db), now)
  }

  /** What a worker holds, and what they may take because of it. */
  standing(staffId: string, now: Date): Promise<Standing> {
    return standingOf(runIn(this.#db), staffId, now)
  }

  /** Of these conversations, those somebody else has to take: this worker has or had the partner. */
  barredAmong(staffId: string, conversations: readonly string[]): Promise<Set<string>> {
    return barredAmong(runIn(this.#db), staffId, conversations)
  }

  /** References of those who may be the partner of this one. */
  partnersOf(conversation: string): Promise<string[]> {
    return partnersOf(this.#db, conversation)
  }

  /** Notes that two may be a couple, or takes it back, with its row in the record. */
  linkPartners(entry: AuditEntry & { readonly conversation: string }, partner: string): Promise<void> {
    return linkPartners(this.#db, this.#record, entry, partner)
  }

  /** Puts an act on record. What is read is put there with the reading itself: `readOnRecord` (conversations.ts). */
  audit(entry: AuditEntry): Promise<void> {
    return this.#db.transaction().execute(trx => this.#record.put(runIn(trx), entry))
  }

  /** The record, newest first, from the row before `before`, with its reasons opened. */
  async record(before: number | null): Promise<ShownRow[]> {
    const rows = await auditRows(this.#db, before)
    return rows.map(row => {
      const reason = row.reason === null ? null : openReason(this.#reasonKey, row.reason)
      return { ...row, reason, isShut: row.reason !== null && reason === null }
    })
  }

  /** Whether the record is as it was written. */
  verify(): Promise<Verdict> {
    return this.#record.verify(this.#db)
  }

  /** Nobody had to confirm what a link is for, or a second person has. */
  async #isConfirmed(trx: Kysely<Database>, change: string | null): Promise<boolean> {
    if (change === null) return true
    const row = await trx.selectFrom('role_change').selectAll().where('id', '=', change).executeTakeFirst()
    return row?.state === 'confirmed' && this.#binder.holds('change', row, row.bound)
  }

  async #isAsWritten(trx: Kysely<Database>, id: string): Promise<boolean> {
    const row = await trx.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
    return row !== undefined && this.#binder.holds('staff', row, row.bound)
  }
}
