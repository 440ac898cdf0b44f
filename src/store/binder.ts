// What a row says of who may do what counts only while its hash fits: a row that was put in or changed by other means opens nothing.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Role } from '../staff/roles.ts'

type Field = string | Buffer | Date | null | undefined | readonly string[]

interface StaffRow {
  readonly id: string
  readonly roles: readonly Role[]
  readonly identity: string | null
  readonly removed_at: Date | null
}
interface SessionRow {
  readonly token_hash: Buffer
  readonly staff_id: string
  readonly created_at: Date
  readonly proved_at: Date
}
interface LinkRow {
  readonly token_hash: Buffer
  readonly expires_at: Date
  readonly roles: readonly Role[] | null
  readonly staff_id: string | null
  readonly role_change: string | null
}
interface ChangeRow {
  readonly id: string
  readonly kind: string
  readonly member_id: string | null
  readonly roles: readonly Role[]
  readonly asked_by: string | null
  readonly asked_at: Date
  readonly state: string
}
interface PasskeyRow {
  readonly id: string
  readonly staff_id: string
  readonly public_key: Buffer
}
interface PasswordRow {
  readonly staff_id: string
  readonly login: string
  readonly hash: string
}

/** The fields of each kind of row that decide what it opens. */
const FIELDS = {
  staff: (row: StaffRow): Field[] => [row.id, row.roles, row.identity, row.removed_at],
  session: (row: SessionRow): Field[] => [row.token_hash, row.staff_id, row.created_at, row.proved_at],
  link: (row: LinkRow): Field[] => [row.token_hash, row.expires_at, row.roles, row.staff_id, row.role_change],
  change: (row: ChangeRow): Field[] => [
    row.id,
    row.kind,
    row.member_id,
    row.roles,
    row.asked_by,
    row.asked_at,
    row.state
  ],
  passkey: (row: PasskeyRow): Field[] => [row.id, row.staff_id, row.public_key],
  password: (row: PasswordRow): Field[] => [row.staff_id, row.login, row.hash]
}

export type Bound = keyof typeof FIELDS
export type RowOf<Kind extends Bound> = Parameters<(typeof FIELDS)[Kind]>[0]

export class Binder {
  readonly #key: Buffer
  readonly #broken: (kind: Bound) => void

  /** `broken` hears of a row that does not fit its hash: the operator is told, and the row counts as not there. */
  constructor(key: Buffer, broken: (kind: Bound) => void) {
    this.#key = key
    this.#broken = broken
  }

  /** What the hash of a token is kept as. */
  token(kind: 'session' | 'link', hash: Buffer): Buffer {
    return this.#hash(`${kind} token`, [hash])
  }

  /** The hash of a row, to be kept beside it. */
  of<Kind extends Bound>(kind: Kind, row: RowOf<Kind>): Buffer {
    return this.#hash(kind, (FIELDS[kind] as (row: RowOf<Kind>) => Field[])(row))
  }

  /** Whether a row is as it was written. */
  holds<Kind extends Bound>(kind: Kind, row: RowOf<Kind>, bound: Buffer | null): boolean {
    const expected = this.of(kind, row)
    const fits = bound?.length === expected.length && timingSafeEqual(bound, expected)
    if (!fits) this.#broken(kind)
    return fits
  }

  #hash(kind: string, fields: readonly Field[]): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([kind, ...fields.map(plain)]))
      .digest()
  }
}

const plain = (field: Field): unknown => {
  if (Buffer.isBuffer(field)) return field.toString('base64')
  return field instanceof Date ? field.toISOString() : (field ?? null)
}
