import { type Kysely, sql } from 'kysely'

const statements = [
  // Who is contacting somebody as agreed, and since when, so that two never ring at once. No state of the machine: it runs out by itself.
  sql`alter table handover add column caller_id uuid, add column caller_name text, add column caller_at timestamptz`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
