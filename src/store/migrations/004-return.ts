import { type Kysely, sql } from 'kysely'

const statements = [
  // Coming back by a word. None of these columns holds a word, nor anything made from one: that lies sealed.
  sql`alter table conversation
    add column return_hash bytea,
    add column can_return boolean not null default false,
    add column wrong_words smallint not null default 0,
    add column decoy_at timestamptz,
    add column back_at timestamptz,
    add column seen_at timestamptz not null default now()`,
  sql`create index conversation_return on conversation (return_hash) where return_hash is not null`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
