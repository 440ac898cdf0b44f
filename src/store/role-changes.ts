// Roles that open what people said are given by two: one asks, another confirms. Kept so that every supervisor can be told.
import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { ROLE_CHANGE_SHOWN, ROLE_CHANGE_VALID, SIGN_IN_VALID } from '../limits.ts'
import { isConfirmCode } from '../staff/confirm-code.ts'
import type { Role } from '../staff/roles.ts'
import type { Binder } from './binder.ts'
import { bindChange, bindLink, bindStaff } from './bound-rows.ts'
import type { Keyed } from './hash-keys.ts'
import { ringMember } from './member-bell.ts'
import { runIn } from './run.ts'
import type { Database } from './schema.ts'
import { ownReason } from './sealed-reason.ts'
import { mayStillAsk, othersCan } from './second-person.ts'
import { forgetLinks, takeBack } from './take-back.ts'

const CLEAR = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const NUMBER_LENGTH = 8
/** What a request is known by: said aloud, and typed at the machine. */
const newNumber = (): string => Array.from(randomBytes(NUMBER_LENGTH), byte => CLEAR[byte % CLEAR.length]).join('')

export type RoleChangeKind = 'roles' | 'invite' | 'recover' | 'provider' | 'operator'

export interface RoleChange {
  readonly id: string
  readonly kind: RoleChangeKind
  /** First name of whom it is about; null for somebody who is not here yet. */
  readonly member: string | null
  readonly memberId: string | null
  readonly roles: readonly Role[]
  readonly askedBy: string | null
  readonly askedById: string | null
  readonly askedAt: Date
  readonly state: 'asked' | 'confirmed' | 'refused' | 'given'
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

/** What is asked for. A link is kept with its request, and works once that is confirmed. */
export interface Asked {
  readonly kind: 'roles' | 'invite' | 'recover'
  readonly by: string
  readonly member: string | null
  readonly roles: readonly Role[]
  readonly link?: { readonly tokenHash: Buffer; readonly expiresAt: Date }
}

/** own: nobody confirms what they asked for, or what is about themselves. others: there is somebody who can; no code counts. */
export type Decision = 'done' | 'gone' | 'own' | 'others' | 'wrongCode'

export class RoleChangeStore {
  readonly #db: Kysely<Database>
  readonly #keyed: Keyed
  readonly #key: Buffer

  /** `key`: what the code printed at the machine comes from. */
  constructor(db: Kysely<Database>, keyed: Keyed, key: Buffer) {
    this.#db = db
    this.#keyed = keyed
    this.#key = key
  }

  /** Keeps a request, on record. Returns what it is known by. */
  async ask({ kind, by, member, roles, link }: Asked, now: Date): Promise<string> {
    const id = newNumber()
    const { binder, record } = this.#keyed
    await this.#db.transaction().execute(async trx => {
      const asked = { kind, member_id: member, roles: [...roles], asked_by: by, asked_at: now, state: 'asked' as const }
      await trx
        .insertInto('role_change')
        .values({ id, ...asked })
        .execute()
      await bindChange(trx, binder, id)
      if (link) {
        if (member) await forgetLinks(trx, member)
        const forWhom = member ? { staff_id: member } : { roles: [...roles] }
        await trx
          .insertInto('sign_in_link')
          .values({
            token_hash: binder.token('link', link.tokenHash),
            expires_at: link.expiresAt,
            used_at: null,
            role_change: id,
            ...forWhom
          })
          .execute()
        await bindLink(trx, binder, binder.token('link', link.tokenHash))
      }
      const about = member ? { member } : {}
      await record.put(runIn(trx), {
        staffId: by,
        action: 'role_asked',
        ...about,
        reason: ownReason(`${id}: ${roles.join(', ')}`)
      })
    })
    return id
  }

  /** A second person confirms. What was asked for holds from then on. */
  confirm(by: string, id: string, now: Date): Promise<Decision> {
    return this.#decide(id, now, async (trx, change) => {
      if (change.asked_by === by || change.member_id === by) return 'own'
      return grant(trx, this.#keyed, change, { by, at: now, action: 'role_confirmed' })
    })
  }

  /** A code from the machine stands for the second person, while there is nobody who could be. Whoever asked types it. */
  confirmByCode(by: string, id: string, code: string, now: Date): Promise<Decision> {
    return this.#decide(id, now, async (trx, change) => {
      if (change.member_id === by) return 'own'
      if (await othersCan(trx, change)) return 'others'
      if (!isConfirmCode(this.#key, id, code)) return 'wrongCode'
      return grant(trx, this.#keyed, change, { by, at: now, action: 'role_confirmed_code' })
    })
  }

  /** Anybody who could confirm may refuse, and whoever asked may take it back. */
  refuse(by: string, id: string, now: Date): Promise<Decision> {
    return this.#decide(id, now, async (trx, change) => {
      await trx
        .updateTable('role_change')
        .set({ state: 'refused', decided_by: by, decided_at: now })
        .where('id', '=', id)
        .execute()
      await bindChange(trx, this.#keyed.binder, id)
      await trx.deleteFrom('sign_in_link').where('role_change', '=', id).execute()
      await this.#keyed.record.put(runIn(trx), {
        staffId: by,
        action: 'role_refused',
        ...memberOf(change),
        reason: ownReason(id)
      })
      return 'done'
    })
  }

  /** Those of the last weeks, newest first. */
  async latest(now: Date): Promise<RoleChange[]> {
    const rows = await this.#db
      .selectFrom('role_change as c')
      .leftJoin('staff as m', 'm.id', 'c.member_id')
      .leftJoin('staff as a', 'a.id', 'c.asked_by')
      .leftJoin('staff as d', 'd.id', 'c.decided_by')
      .selectAll('c')
      .select(['m.name as member', 'a.name as asker', 'd.name as decider'])
      .where('asked_at', '>', new Date(now.getTime() - ROLE_CHANGE_SHOWN))
      .orderBy('asked_at', 'desc')
      .execute()
    return rows.map(row => ({
      id: row.id,
      kind: row.kind,
      member: row.member,
      memberId: row.member_id,
      roles: row.roles,
      askedBy: row.asker,
      askedById: row.asked_by,
      askedAt: row.asked_at,
      state: row.state === 'asked' && row.asked_at <= validSince(now) ? 'refused' : row.state,
      decidedBy: row.decider,
      decidedAt: row.decided_at
    }))
  }

  /** Whether anybody but whoever asked, and whom it is about, can confirm this one. */
  async hasOthers(change: Pick<RoleChange, 'askedById' | 'memberId'>): Promise<boolean> {
    return othersCan(this.#db, { asked_by: change.askedById, member_id: change.memberId })
  }

  /** How many changes a supervisor has not read yet. */
  async untold(staffId: string): Promise<number> {
    const { count } = await this.#db
      .selectFrom('role_change')
      .innerJoin('staff', join => join.onTrue())
      .where('staff.id', '=', staffId)
      .where(sql<boolean>`coalesce(decided_at, asked_at) > told_at`)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /** They have read those up to the moment their page was made: what came since, be it in the same millisecond, is still to be told. */
  async told(staffId: string, upTo: Date): Promise<void> {
    const read = sql<Date>`greatest(told_at, (
      select max(coalesce(decided_at, asked_at)) from role_change where coalesce(decided_at, asked_at) <= ${upTo}))`
    await this.#db.updateTable('staff').set({ told_at: read }).where('id', '=', staffId).execute()
  }

  /** Of two who decide at once the second waits, and finds it decided. */
  #decide(id: string, now: Date, does: (trx: Trx, change: Row) => Promise<Decision>): Promise<Decision> {
    return this.#db.transaction().execute(async trx => {
      const change = await trx
        .selectFrom('role_change')
        .selectAll()
        .where('id', '=', id)
        .where('state', '=', 'asked')
        .where('asked_at', '>', validSince(now))
        .forUpdate()
        .executeTakeFirst()
      const isAsAsked = change !== undefined && this.#keyed.binder.holds('change', change, change.bound)
      return isAsAsked && (await mayStillAsk(trx, change)) ? does(trx, change) : 'gone'
    })
  }
}

type Trx = Kysely<Database>
interface Row {
  readonly id: string
  readonly kind: RoleChangeKind
  readonly member_id: string | null
  readonly roles: Role[]
  readonly asked_by: string | null
}

const validSince = (now: Date): Date => new Date(now.getTime() - ROLE_CHANGE_VALID)
const memberOf = ({ member_id }: Pick<Row, 'member_id'>) => (member_id ? { member: member_id } : {})

interface Granted {
  readonly by: string
  readonly at: Date
  readonly action: 'role_confirmed' | 'role_confirmed_code'
}

async function grant(trx: Trx, { binder, record }: Keyed, change: Row, { by, at, action }: Granted): Promise<Decision> {
  const { id, kind, member_id: member, roles } = change
  if (kind === 'roles') {
    const changed = await trx
      .updateTable('staff')
      .set({ roles })
      .where('id', '=', member)
      .where('removed_at', 'is', null)
      .where('identity', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!changed) return 'gone'
    await bindStaff(trx, binder, changed.id)
    // One alone may have made a link for what they were: it must not open what they are now.
    await forgetLinks(trx, changed.id)
    await ringMember(trx, changed.id)
  } else {
    if (member) await takeBack(trx, member)
    // Its time begins now that it works.
    const link = await trx.selectFrom('sign_in_link').selectAll().where('role_change', '=', id).executeTakeFirst()
    if (!link || !binder.holds('link', link, link.bound)) return 'gone'
    await trx
      .updateTable('sign_in_link')
      .set({ expires_at: new Date(at.getTime() + SIGN_IN_VALID) })
      .where('role_change', '=', id)
      .execute()
    await bindLink(trx, binder, link.token_hash)
  }
  const decided_by = action === 'role_confirmed' ? by : null
  await trx
    .updateTable('role_change')
    .set({ state: 'confirmed', decided_by, decided_at: at })
    .where('id', '=', id)
    .execute()
  await bindChange(trx, binder, id)
  const reason = ownReason(`${id}: ${roles.join(', ')}`)
  await record.put(runIn(trx), { staffId: by, action, ...memberOf(change), reason })
  return 'done'
}

/** Roles that were given where nobody here confirms them: at the identity provider, or by the operator's link. Supervisors are told. */
export async function noteGiven(
  trx: Kysely<Database>,
  binder: Binder,
  kind: 'provider' | 'operator',
  member: string,
  roles: readonly Role[],
  now: Date
): Promise<void> {
  const given = { kind, member_id: member, roles: [...roles], asked_at: now, state: 'given' as const }
  const id = newNumber()
  await trx
    .insertInto('role_change')
    .values({ id, ...given })
    .execute()
  await bindChange(trx, binder, id)
}

/** Somebody came with a link that two had made: supervisors are told once more, and by name. */
export async function noteCame(
  trx: Kysely<Database>,
  binder: Binder,
  change: string,
  member: string,
  now: Date
): Promise<void> {
  await trx.updateTable('role_change').set({ member_id: member, decided_at: now }).where('id', '=', change).execute()
  await bindChange(trx, binder, change)
}
