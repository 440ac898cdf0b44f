import { type Kysely, sql } from 'kysely'

const statements = [
  // Who left, or went quiet, before anybody was asked to join them, and said what raises a concern. Written with the turn, and
  // gone with it: the name of a band, how they went, and when they were last heard. No word of theirs, and nobody's name.
  sql`create table unclaimed (
    conversation_id uuid primary key references conversation on delete cascade,
    band text not null,
    went text not null check (went in ('exit', 'quiet')),
    heard_at timestamptz not null
  )`,
  sql`create index unclaimed_heard on unclaimed (heard_at)`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
