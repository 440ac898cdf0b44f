import { type Kysely, sql } from 'kysely'

const statements = [
  // What a member's own page knows a session by, and how it was begun; null where it began before this was kept. Neither address nor browser:
  // a list of where a worker sits would help a person who looks for them.
  sql`alter table staff_session
    add column id uuid not null unique default gen_random_uuid(),
    add column begun_by text check (begun_by in ('link', 'passkey', 'password', 'identity'))`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
