// The record of who did what: only ever added to, each row bound to the one before (migrations/010-staff.ts).
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Act } from '../conversation/on-record.ts'
import { AUDIT_PAGE } from '../limits.ts'
import type { Role } from '../staff/roles.ts'
import type { Run } from './run.ts'
import type { Database } from './schema.ts'
import type { RecordedReason } from './sealed-reason.ts'

/** What says that somebody read what a person said. */
export const READING_ACTS = [
  'summary_open',
  'summary_follow',
  'export',
  'mail',
  'break_glass',
  'call_back_list',
  'left_list',
  'number_open'
] as const

/** Everything a worker does that the record keeps. Ids only: no name, no word. */
export type AuditAction =
  | Act
  | 'sign_in'
  | 'sign_in_passkey'
  | 'sign_in_password'
  | 'sign_in_identity'
  | 'sign_in_refused'
  | 'proved'
  | 'passkey_set'
  | 'password_set'
  | 'roles'
  | 'role_asked'
  | 'role_confirmed'
  | 'role_confirmed_code'
  | 'role_refused'
  | 'remove'
  | 'recover'
  | 'break_glass'
  | 'sign_out'
  | 'session_end'
  | 'session_end_others'
  | 'invite'
  | 'operator_link'
  | 'summary_open'
  | 'summary_follow'
  | 'export'
  | 'mail'
  | 'call_back_list'
  | 'call_back_take'
  | 'call_back_free'
  | 'partner_link'
  | 'partner_unlink'
  | 'left_list'
  | 'number_open'
  | 'emergency_called'
  | 'emergency_not_called'

export interface AuditEntry {
  /** Null where nobody was signed in. */
  readonly staffId: string | null
  readonly action: AuditAction
  readonly conversation?: string
  /** The member of staff it is done to. */
  readonly member?: string
  /** Why, in their own words, sealed. Never a word about a person. */
  readonly reason?: RecordedReason
}

/** Waits until nobody else writes to the record. The first statement of a transaction that reads in one snapshot. */
export const takeAuditTurn = async (trx: Kysely<Database>): Promise<void> => {
  await sql`lock table audit_turn in exclusive mode`.execute(trx)
}

const ADD =
  'insert into audit (at, staff_id, action, conversation_id, member_id, reason) values ($1, $2, $3, $4, $5, $6)'

/** Adds a row, which counts when the transaction does. Do it last: until then nobody else can, and whoever waits to may hold a lock. */
export async function putOnRecord(run: Run, entry: AuditEntry, at = new Date()): Promise<void> {
  const { staffId, action, conversation, member, reason } = entry
  await run(ADD, [at, staffId, action, conversation ?? null, member ?? null, reason || null])
}

const KNOWN = `select 1 from audit
  where staff_id = $1 and conversation_id = $2 and action = $3 and at > $4 limit 1`

/** Whether the same act of the same member is on record already, not long ago: then somebody who keeps a page open needs no new row. */
export async function isOnRecordSince(run: Run, { staffId, conversation, action }: AuditEntry, since: Date) {
  return (await run(KNOWN, [staffId, conversation, action, since])).length > 0
}

export interface Verdict {
  /** How many fit, from the first on. */
  readonly rows: number
  /** Number of the first row that does not fit what stands before it; null when all do. */
  readonly brokenAt: number | null
  /** Of the last row, to be noted elsewhere: rows cut off at the end show by nothing else. */
  readonly fingerprint: string
}

/** Rows looked at in one go: a few megabytes. */
const BATCH = 5_000

/** Works the whole chain out again, by our own means and not the database's. */
export async function verifyAudit(db: Kysely<Database>): Promise<Verdict> {
  let last = { id: 0, hash: Buffer.alloc(0) as Buffer }
  let count = 0
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .select(['id', 'staff_id', 'action', 'conversation_id', 'member_id', 'roles', 'reason', 'prev', 'hash'])
      .select(sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`.as('moment'))
      .where('id', '>', String(last.id))
      .orderBy('id')
      .limit(BATCH)
      .execute()
    for (const row of rows) {
      const { id, moment, staff_id, action, conversation_id, member_id, roles, reason } = row
      const content = [id, moment, staff_id, action, conversation_id, member_id, roles, reason]
      const hash = createHash('sha256').update(last.hash).update(content.map(written).join('\n')).digest()
      const fits = row.prev.equals(last.hash) && row.hash.equals(hash)
      if (!fits) return { rows: count, brokenAt: Number(row.id), fingerprint: last.hash.toString('hex') }
      last = { id: Number(row.id), hash }
      count += 1
    }
    if (rows.length < BATCH) return { rows: count, brokenAt: null, fingerprint: last.hash.toString('hex') }
  }
}

/** As the database writes a field for its hash. */
const written = (field: string | readonly string[] | null): string =>
  field === null ? '' : typeof field === 'string' ? field : field.join(',')

export interface AuditRow {
  readonly number: number
  readonly at: Date
  /** First name of whoever did it; null when it was nobody. */
  readonly who: string | null
  readonly roles: readonly Role[]
  readonly action: AuditAction
  /** What staff know the conversation by, while there is one. */
  readonly reference: string | null
  readonly isAboutConversation: boolean
  /** First name of the member of staff it was done to. */
  readonly member: string | null
  /** As it stands in the row: sealed, where a worker typed it (sealed-reason.ts). */
  readonly reason: string | null
}

/** The record, newest first, from the row before `before`. */
export async function auditRows(db: Kysely<Database>, before: number | null): Promise<AuditRow[]> {
  const rows = await db
    .selectFrom('audit')
    .leftJoin('staff', 'staff.id', 'audit.staff_id')
    .leftJoin('staff as member', 'member.id', 'audit.member_id')
    .leftJoin('conversation', 'conversation.id', 'audit.conversation_id')
    .select(['audit.id', 'at', 'staff.name', 'audit.roles', 'action', 'reference', 'conversation_id', 'reason'])
    .select('member.name as member')
    .where('audit.id', '<', String(before ?? Number.MAX_SAFE_INTEGER))
    .orderBy('audit.id', 'desc')
    .limit(AUDIT_PAGE)
    .execute()
  return rows.map(row => ({
    number: Number(row.id),
    at: row.at,
    who: row.name,
    roles: row.roles,
    action: row.action as AuditAction,
    reference: row.reference,
    isAboutConversation: row.conversation_id !== null,
    member: row.member,
    reason: row.reason
  }))
}
