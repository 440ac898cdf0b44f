import { type Kysely, sql } from 'kysely'

const statements = [
  // Who has or had a conversation, written with the turn that gave it to them: what a worker may take is counted from it, and whoever
  // had one side of a couple is kept from the other. `closed_at`: when it was they who closed it.
  sql`create table held (
    conversation_id uuid not null references conversation on delete cascade,
    staff_id uuid not null,
    closed_at timestamptz,
    primary key (conversation_id, staff_id)
  )`,
  sql`create index held_staff on held (staff_id)`,
  sql`insert into held (conversation_id, staff_id) select id, worker_id from conversation where worker_id is not null`,
  sql`create index conversation_worker on conversation (worker_id) where status = 'open'`,
  // Two who may be partners, both ways round. No word says why: whoever saw it is in the audit.
  sql`create table partner_link (
    conversation_id uuid not null references conversation on delete cascade,
    partner_id uuid not null references conversation on delete cascade,
    primary key (conversation_id, partner_id),
    check (conversation_id <> partner_id)
  )`,
  // Its type does not say it: whoever is in danger is urgent, whatever they came about.
  sql`alter table handover
    add column harmer boolean not null default false,
    add column unasked boolean not null default false`,
  sql`update handover set harmer = true where type = 'harmer_queue'`,
  sql`alter table staff
    add column sound boolean not null default false,
    add column notify boolean not null default false`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
