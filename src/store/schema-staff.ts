// The tables of staff as Kysely sees them: who they are, how they prove it, and what they did.
import type { ColumnType, Generated } from 'kysely'
import type { Role } from '../staff/roles.ts'
import type { SignInBy } from '../staff/sign-in-by.ts'
import type { Time } from './time-column.ts'

/** A hash of the row under a key that the database does not have (binder.ts); null where nothing vouches for it. */
type Bound = Generated<Buffer | null>

interface StaffTable {
  /** What they switched on for themselves: a tone, a notification. */
  sound: Generated<boolean>
  notify: Generated<boolean>
  id: string
  name: string
  roles: ColumnType<Role[], Role[], Role[]>
  created_at: Time
  removed_at: Generated<Date | null>
  /** Who they are at the identity provider; null for a local account. */
  identity: Generated<string | null>
  /** Up to when a supervisor has read which roles were given. */
  told_at: Generated<Date>
  bound: Bound
}
interface PasskeyTable {
  id: string
  staff_id: string
  public_key: Buffer
  counter: string | number
  made_at: Time
  bound: Bound
}
interface PasswordTable {
  staff_id: string
  login: string
  /** argon2id, with its salt. */
  hash: string
  /** The secret of the codes, sealed. */
  totp: Buffer
  /** Of the last code that was taken: none is taken twice. */
  last_step: string | number
  bound: Bound
}
/** What passkeys have signed already. */
interface ChallengeTable {
  value: string
  holder: Buffer
  expires_at: Date
}
interface SignInFailureTable {
  place: Buffer
  failures: number
  last_at: Date
  free_at: Date
}
interface IdentityVisitTable {
  holder: Buffer
  state: string
  nonce: string
  verifier: string
  next: string
  expires_at: Date
}
interface SignInLinkTable {
  token_hash: Buffer
  expires_at: Date
  used_at: Date | null
  roles: Generated<Role[] | null>
  staff_id: Generated<string | null>
  /** It works once this is confirmed. */
  role_change: Generated<string | null>
  bound: Bound
}
interface RoleChangeTable {
  id: string
  kind: 'roles' | 'invite' | 'recover' | 'provider' | 'operator'
  member_id: string | null
  roles: Role[]
  asked_by: Generated<string | null>
  asked_at: Date
  state: 'asked' | 'confirmed' | 'refused' | 'given'
  decided_by: Generated<string | null>
  decided_at: Generated<Date | null>
  bound: Bound
}
interface StaffSessionTable {
  token_hash: Buffer
  /** What its member's own page knows it by. */
  id: Generated<string>
  begun_by: Generated<SignInBy | null>
  staff_id: string
  created_at: Time
  last_seen_at: Time
  available: boolean
  /** When whoever sits there last proved who they are. */
  proved_at: Time
  bound: Bound
}
interface AuditTable {
  id: Generated<string>
  at: Time
  staff_id: string | null
  action: string
  conversation_id: string | null
  /** The member of staff it was done to. */
  member_id: Generated<string | null>
  /** Of whoever acted, at that moment. */
  roles: Generated<Role[]>
  reason: Generated<string | null>
  prev: Generated<Buffer>
  /** Over this row and the one before. */
  hash: Generated<Buffer>
}

interface HashKeyTable {
  name: string
  wrapped: Buffer
}
interface CheckpointTable {
  kind: 'keyed' | 'cut'
  up_to: string
  hash: Buffer
  seal: Buffer
}

interface RecordDayTable {
  /** As 2026-03-02, in UTC. */
  day: string
  number: string
  hash: Buffer
}

export interface StaffTables {
  staff: StaffTable
  sign_in_link: SignInLinkTable
  role_change: RoleChangeTable
  staff_session: StaffSessionTable
  passkey: PasskeyTable
  password: PasswordTable
  challenge: ChallengeTable
  sign_in_failure: SignInFailureTable
  identity_visit: IdentityVisitTable
  audit: AuditTable
  hash_key: HashKeyTable
  record_checkpoint: CheckpointTable
  record_day: RecordDayTable
}
