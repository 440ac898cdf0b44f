import { type Kysely, sql } from 'kysely'

const statements = [
  // A worker's own band lies sealed beside the answers, in the order things happened.
  sql`alter table answer drop constraint answer_kind_check`,
  sql`alter table answer add constraint answer_kind_check check (kind in ('answer', 'withheld', 'band'))`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
