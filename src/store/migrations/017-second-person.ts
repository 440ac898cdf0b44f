import { type Kysely, sql } from 'kysely'

const statements = [
  // What somebody may do, or a new way to sign in as who may, asked for by one and confirmed by another; and what was given elsewhere, so that
  // supervisors are told of it.
  sql`create table role_change (
    id text primary key,
    kind text not null check (kind in ('roles', 'invite', 'recover', 'provider', 'operator')),
    member_id uuid references staff on delete cascade,
    roles text[] not null,
    asked_by uuid references staff on delete cascade,
    asked_at timestamptz not null,
    state text not null check (state in ('asked', 'confirmed', 'refused', 'given')),
    -- Null where a code from the machine was the second person.
    decided_by uuid references staff on delete cascade,
    decided_at timestamptz
  )`,
  sql`create index role_change_latest on role_change (coalesce(decided_at, asked_at))`,
  // A link that waits for a second person.
  sql`alter table sign_in_link add column role_change text references role_change on delete cascade`,
  // Up to when a supervisor has read what changed.
  sql`alter table staff add column told_at timestamptz not null default now()`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
