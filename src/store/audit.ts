// The record of who did what: what its rows hold, and how they are read. How they are kept: record.ts.
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

const KNOWN = `select 1 from audit
  where staff_id = $1 and conversation_id = $2 and action = $3 and at > $4 limit 1`

/** Whether the same act of the same member is on record already, not long ago: then somebody who keeps a page open needs no new row. */
export async function isOnRecordSince(run: Run, { staffId, conversation, action }: AuditEntry, since: Date) {
  return (await run(KNOWN, [staffId, conversation, action, since])).length > 0
}

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
