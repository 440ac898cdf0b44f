import { type Kysely, sql } from 'kysely'

const statements = [
  sql`alter table staff add column roles text[] not null default '{worker}'`,
  // Until now everybody could do everything. Whoever was first set the place up, and keeps what it takes to go on.
  sql`update staff set roles = '{worker,supervisor,admin}'
    where id = (select id from staff order by created_at limit 1)`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
