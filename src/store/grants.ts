// What the product's own role may do in a database that belongs to another: everything it needs and nothing that undoes the record.
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

/** Of these rows none is ever changed or taken away by the product's role. */
const ONLY_ADDED = ['audit', 'record_checkpoint', 'hash_key']
/** Which state the tables are in is the owner's to say. */
const ONLY_READ = ['kysely_migration', 'kysely_migration_lock']

/** Gives the role what it needs, at every start: a new table is in it too. Throws what PostgreSQL answers where it may not be given. */
export async function grantTo(owner: Kysely<Database>, role: string): Promise<void> {
  const who = sql.id(role)
  await owner.transaction().execute(async trx => {
    // Two that start at the same moment would change the same rows of the catalogue.
    await sql`select pg_advisory_xact_lock(hashtext('sidedoor grants'))`.execute(trx)
    await sql`revoke all on all tables in schema public from ${who}`.execute(trx)
    await sql`revoke create on schema public from public, ${who}`.execute(trx)
    await sql`grant usage on schema public to ${who}`.execute(trx)
    await sql`grant select, insert, update, delete on all tables in schema public to ${who}`.execute(trx)
    await sql`grant usage, select on all sequences in schema public to ${who}`.execute(trx)
    for (const table of ONLY_ADDED) await sql`revoke update, delete on ${sql.table(table)} from ${who}`.execute(trx)
    for (const table of ONLY_READ)
      await sql`revoke insert, update, delete on ${sql.table(table)} from ${who}`.execute(trx)
  })
}
