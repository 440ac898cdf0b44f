import { type Kysely, sql } from 'kysely'
import type { Database } from '../../src/store/schema.ts'

/** Changes the record as only whoever owns the database can: past every trigger. */
export async function tamper(db: Kysely<Database>, ...statements: readonly string[]): Promise<void> {
  await sql`alter table audit disable trigger user`.execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  await sql`alter table audit enable trigger user`.execute(db)
}
