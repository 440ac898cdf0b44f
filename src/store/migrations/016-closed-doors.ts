import { type Kysely, sql } from 'kysely'

const statements = [
  // Whether somebody who keeps a page open is on record already is asked at every look.
  sql`create index audit_followed on audit (conversation_id, staff_id, action, at)`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
