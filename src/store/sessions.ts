// Sessions of staff at rest: who is behind one, and whether it still holds. Of a token there is only a keyed hash.
import type { ExpressionBuilder, Kysely } from 'kysely'
import { STAFF_ABSOLUTE, STAFF_IDLE } from '../limits.ts'
import type { Role } from '../staff/roles.ts'
import type { SignInBy } from '../staff/sign-in-by.ts'
import type { Binder } from './binder.ts'
import { ringMember } from './member-bell.ts'
import type { Database } from './schema.ts'

export interface StaffSession {
  readonly staffId: string
  /** First name as people in the chat see it. */
  readonly name: string
  readonly roles: readonly Role[]
  readonly available: boolean
  /** What tells them that somebody waits. */
  readonly sound: boolean
  readonly notify: boolean
  /** They can sign in again by themselves: with a passkey, a password, or at the identity provider. */
  readonly hasKey: boolean
  /** They come from the identity provider. */
  readonly isElsewhere: boolean
  /** When whoever sits there last proved who they are. */
  readonly provedAt: Date
}

export const before = (now: Date, milliseconds: number): Date => new Date(now.getTime() - milliseconds)

/** A session that begins: whose, and how they signed in. */
export interface Begun {
  readonly staffId: string
  readonly by: SignInBy
}

export async function openSession(
  db: Kysely<Database>,
  binder: Binder,
  tokenHash: Buffer,
  { staffId, by }: Begun,
  now: Date
): Promise<void> {
  await db.deleteFrom('staff_session').where('created_at', '<=', before(now, STAFF_ABSOLUTE)).execute()
  const row = { token_hash: binder.token('session', tokenHash), staff_id: staffId, created_at: now, proved_at: now }
  await db
    .insertInto('staff_session')
    .values({ ...row, begun_by: by, last_seen_at: now, available: true, bound: binder.of('session', row) })
    .execute()
}

/** The session of a cookie, which counts as heard from now; null when there is none that holds. */
export async function heardSession(
  db: Kysely<Database>,
  binder: Binder,
  tokenHash: Buffer,
  now: Date
): Promise<StaffSession | null> {
  const row = await db
    .updateTable('staff_session')
    .from('staff')
    .set({ last_seen_at: now })
    .whereRef('staff.id', '=', 'staff_session.staff_id')
    .where('token_hash', '=', binder.token('session', tokenHash))
    .where(lasts(now))
    .returning(SESSION)
    .returning(hasKey)
    .executeTakeFirst()
  return row && isBound(binder, row) ? sessionIn(row) : null
}

/** The same without a sign of life. */
export async function sessionStill(
  db: Kysely<Database>,
  binder: Binder,
  tokenHash: Buffer,
  now: Date
): Promise<StaffSession | null> {
  const row = await db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .where('token_hash', '=', binder.token('session', tokenHash))
    .where(lasts(now))
    .select(SESSION)
    .select(hasKey)
    .executeTakeFirst()
  return row && isBound(binder, row) ? sessionIn(row) : null
}

/** Ends one, and rings for the pages that are open in it. */
export async function endSession(db: Kysely<Database>, binder: Binder, tokenHash: Buffer): Promise<void> {
  await db.transaction().execute(async trx => {
    const ended = await trx
      .deleteFrom('staff_session')
      .where('token_hash', '=', binder.token('session', tokenHash))
      .returning('staff_id')
      .executeTakeFirst()
    if (ended) await ringMember(trx, ended.staff_id)
  })
}

/** Ends every one of a member, and rings for the pages that are open in them. */
export async function endSessionsOf(trx: Kysely<Database>, staffId: string): Promise<void> {
  await trx.deleteFrom('staff_session').where('staff_id', '=', staffId).execute()
  await ringMember(trx, staffId)
}

const SESSION = [
  'staff.id',
  'name',
  'roles',
  'available',
  'proved_at',
  'identity',
  'sound',
  'notify',
  'removed_at',
  'token_hash',
  'staff_session.created_at',
  'staff.bound as staff_bound',
  'staff_session.bound as session_bound'
] as const

/** Whose session still lasts at this moment. */
export const lasts =
  (now: Date) =>
  ({ and, eb }: ExpressionBuilder<Database, 'staff' | 'staff_session'>) =>
    and([
      eb('staff_session.last_seen_at', '>', before(now, STAFF_IDLE)),
      eb('staff_session.created_at', '>', before(now, STAFF_ABSOLUTE)),
      eb('staff.removed_at', 'is', null)
    ])

interface SessionRow extends Pick<StaffSession, 'name' | 'roles' | 'available' | 'sound' | 'notify'> {
  readonly id: string
  readonly proved_at: Date
  readonly identity: string | null
  readonly removed_at: Date | null
  readonly token_hash: Buffer
  readonly created_at: Date
  readonly staff_bound: Buffer | null
  readonly session_bound: Buffer | null
  readonly has_key: unknown
}

/** Whether both the session and whom it is of are as the product wrote them. */
const isBound = (binder: Binder, row: SessionRow): boolean =>
  binder.holds('session', { ...row, staff_id: row.id }, row.session_bound) &&
  binder.holds('staff', row, row.staff_bound)

function sessionIn(row: SessionRow): StaffSession {
  const { id: staffId, name, roles, available, sound, notify, proved_at: provedAt } = row
  const isElsewhere = row.identity !== null
  const hasKey = isElsewhere || Boolean(row.has_key)
  return { staffId, name, roles, available, sound, notify, provedAt, isElsewhere, hasKey }
}

/** Who sits there has proved again who they are. */
export async function noteProved(db: Kysely<Database>, binder: Binder, tokenHash: Buffer, now: Date): Promise<void> {
  const token_hash = binder.token('session', tokenHash)
  await db.transaction().execute(async trx => {
    const row = await trx
      .selectFrom('staff_session')
      .selectAll()
      .where('token_hash', '=', token_hash)
      .forUpdate()
      .executeTakeFirst()
    if (!row || !binder.holds('session', row, row.bound)) return
    const proved = { ...row, proved_at: now }
    await trx
      .updateTable('staff_session')
      .set({ proved_at: now, bound: binder.of('session', proved) })
      .where('token_hash', '=', token_hash)
      .execute()
  })
}

/** Whether a member can sign in by themselves here. */
export const hasKey = ({ or, exists, selectFrom }: ExpressionBuilder<Database, 'staff'>) =>
  or([
    exists(selectFrom('passkey').select('passkey.id').whereRef('passkey.staff_id', '=', 'staff.id')),
    exists(selectFrom('password').select('login').whereRef('password.staff_id', '=', 'staff.id'))
  ]).as('has_key')
