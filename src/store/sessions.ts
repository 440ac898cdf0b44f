// Sessions of staff at rest: who is behind one, and whether it still holds. Tokens are kept only as SHA-256.
import type { ExpressionBuilder, Kysely } from 'kysely'
import { STAFF_ABSOLUTE, STAFF_IDLE } from '../limits.ts'
import type { Role } from '../staff/roles.ts'
import type { SignInBy } from '../staff/sign-in-by.ts'
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
  tokenHash: Buffer,
  { staffId, by }: Begun,
  now: Date
): Promise<void> {
  await db.deleteFrom('staff_session').where('created_at', '<=', before(now, STAFF_ABSOLUTE)).execute()
  await db
    .insertInto('staff_session')
    .values({
      token_hash: tokenHash,
      staff_id: staffId,
      begun_by: by,
      created_at: now,
      last_seen_at: now,
      proved_at: now,
      available: true
    })
    .execute()
}

/** The session of a cookie, which counts as heard from now; null when there is none that holds. */
export async function heardSession(db: Kysely<Database>, tokenHash: Buffer, now: Date): Promise<StaffSession | null> {
  const row = await db
    .updateTable('staff_session')
    .from('staff')
    .set({ last_seen_at: now })
    .whereRef('staff.id', '=', 'staff_session.staff_id')
    .where('token_hash', '=', tokenHash)
    .where(holds(now))
    .returning(SESSION)
    .returning(hasKey)
    .executeTakeFirst()
  return row ? sessionIn(row) : null
}

/** The same without a sign of life. */
export async function sessionStill(db: Kysely<Database>, tokenHash: Buffer, now: Date): Promise<StaffSession | null> {
  const row = await db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .where('token_hash', '=', tokenHash)
    .where(holds(now))
    .select(SESSION)
    .select(hasKey)
    .executeTakeFirst()
  return row ? sessionIn(row) : null
}

/** Ends one, and rings for the pages that are open in it. */
export async function endSession(db: Kysely<Database>, tokenHash: Buffer): Promise<void> {
  await db.transaction().execute(async trx => {
    const ended = await trx
      .deleteFrom('staff_session')
      .where('token_hash', '=', tokenHash)
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

const SESSION = ['staff.id', 'name', 'roles', 'available', 'proved_at', 'identity', 'sound', 'notify'] as const

/** Whose session still holds at this moment. */
export const holds =
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
  readonly has_key: unknown
}

function sessionIn({ id, proved_at: provedAt, identity, has_key, ...row }: SessionRow): StaffSession {
  const isElsewhere = identity !== null
  return { ...row, staffId: id, provedAt, isElsewhere, hasKey: isElsewhere || Boolean(has_key) }
}

/** Whether a member can sign in by themselves here. */
export const hasKey = ({ or, exists, selectFrom }: ExpressionBuilder<Database, 'staff'>) =>
  or([
    exists(selectFrom('passkey').select('passkey.id').whereRef('passkey.staff_id', '=', 'staff.id')),
    exists(selectFrom('password').select('login').whereRef('password.staff_id', '=', 'staff.id'))
  ]).as('has_key')
