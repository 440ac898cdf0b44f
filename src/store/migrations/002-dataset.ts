import { type Kysely, sql } from 'kysely'

const statements = [
  // No id, no time and no key: nothing leads from a row back to a conversation. What each column may hold: docs/dataset.md.
  sql`create table dataset_row (
    quarter text not null,
    area text not null,
    channel text not null,
    language_group text not null,
    audience text not null,
    referrer_type text not null,
    age_band text not null,
    gender text not null,
    needs text[] not null,
    help_sought_before text not null,
    band text not null,
    worker_band text,
    policy_version int not null,
    wanted text not null,
    matched_kinds text[] not null,
    offered text not null,
    declined_because text,
    sanctuary_matched boolean not null,
    tenure text not null,
    harmer_route boolean not null,
    unmet_needs text[] not null,
    time_to_person text not null,
    ended text not null
  )`,
  sql`create index dataset_row_quarter on dataset_row (quarter)`,
  // Every conversation is counted once, whenever it ends and however.
  sql`alter table conversation add column counted boolean not null default false`,
  // When a worker first took it.
  sql`alter table handover add column accepted_at timestamptz`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
