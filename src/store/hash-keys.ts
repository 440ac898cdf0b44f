// The keys of what says who may do what, and of the record. They are random and lie in the database wrapped by the master key, so
// that another master key only wraps them anew. Who has the database alone can make none of these hashes.
import { type KeyObject, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { FAULTS, OperatorError } from '../errors.ts'
import { Binder, type Bound } from './binder.ts'
import { bindAll } from './bound-rows.ts'
import { StaffRecord } from './record.ts'
import type { Database } from './schema.ts'
import { reasonKey } from './sealed-reason.ts'
import type { Vault } from './vault.ts'

/** What is worked out under a key that the database does not have. */
export interface Keyed {
  readonly binder: Binder
  readonly record: StaffRecord
  /** Of the reasons that members type. */
  readonly reasonKey: KeyObject
}

export interface KeyedHeard {
  /** Keys were made, and what stood in the database is vouched for: at the first start, and at the one that brought them. */
  made(): void
  /** A row does not fit its hash. */
  broken(kind: Bound): void
}

const NAMES = ['access', 'record'] as const
/** Left by the migration that brought the keys (023-keyed.ts), and gone with them. */
const TO_VOUCH = 'to vouch for'
const KEY_BYTES = 32

/**
 * The keys of this database, made where it has just been brought up to date. Keys that are gone later were taken away, and new ones
 * would vouch for anything: throws an OperatorError.
 */
export async function openKeyed(db: Kysely<Database>, vault: Vault, heard: KeyedHeard): Promise<Keyed> {
  const broken = (kind: Bound): void => heard.broken(kind)
  const isMade = await db.transaction().execute(async trx => {
    // Of two processes that start at the same moment the second waits here, and finds it done.
    const marked = await trx.deleteFrom('setting').where('name', '=', TO_VOUCH).returning('name').executeTakeFirst()
    if (!marked) return false
    const made = NAMES.map(name => ({ name, wrapped: vault.close(randomBytes(KEY_BYTES), placeOf(name)) }))
    await trx.insertInto('hash_key').values(made).execute()
    const { binder, record } = await keyedBy(trx, vault, broken)
    await bindAll(trx, binder)
    await record.vouch(trx)
    return true
  })
  if (isMade) heard.made()
  return keyedBy(db, vault, broken)
}

async function keyedBy(db: Kysely<Database>, vault: Vault, broken: (kind: Bound) => void): Promise<Keyed> {
  const rows = await db.selectFrom('hash_key').selectAll().execute()
  const [access, record] = NAMES.map(name => {
    const row = rows.find(one => one.name === name)
    return row && vault.open(row.wrapped, placeOf(name))
  })
  if (!access || !record) throw new OperatorError(FAULTS.noHashKeys())
  return { binder: new Binder(access, broken), record: new StaffRecord(record), reasonKey: reasonKey(vault) }
}

const placeOf = (name: string): string => `hash key|${name}`
