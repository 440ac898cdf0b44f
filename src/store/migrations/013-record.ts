import { type Kysely, sql } from 'kysely'

const statements = [
  // What workers write down lies sealed beside the answers, in the order things happened. Notes are a kind of their own: what
  // makes summaries and counts never reads one.
  sql`alter table answer drop constraint answer_kind_check`,
  sql`alter table answer add constraint answer_kind_check
    check (kind in ('answer', 'withheld', 'band', 'record', 'note'))`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
