import { type Kysely, sql } from 'kysely'

const statements = [
  // What Azure holds of ours, and how far the mirror is. No foreign key to the conversation: what lies in Azure must be deleted
  // there even when the conversation is gone here. A row is deleted once Azure has nothing more.
  sql`create table azure_thread (
    id uuid primary key default gen_random_uuid(),
    conversation_id uuid not null,
    reference text not null,
    channel text not null,
    worker_id uuid not null,
    worker text not null,
    state text not null default 'opening' check (state in ('opening', 'open', 'closing')),
    visitor text,
    asked boolean not null default false,
    thread text,
    greeted boolean not null default false,
    mirrored_seq int not null default 0,
    seen_seq int not null default 0,
    polled_at timestamptz not null default now(),
    behind_since timestamptz,
    tries int not null default 0,
    held_by uuid,
    next_at timestamptz not null default now()
  )`,
  sql`create unique index azure_thread_live on azure_thread (conversation_id) where state <> 'closing'`,
  sql`create index azure_thread_conversation on azure_thread (conversation_id)`,
  sql`create index azure_thread_due on azure_thread (next_at)`,
  sql`create index azure_thread_thread on azure_thread (thread)`,
  // What a worker wrote in Azure, by its id there: dealt with once. seq is the message it became; refused, why it became none.
  sql`create table azure_heard (
    azure_thread_id uuid not null references azure_thread on delete cascade,
    message_id text not null,
    seq int,
    refused text,
    answered boolean not null default false,
    primary key (azure_thread_id, message_id)
  )`,
  sql`create index conversation_with_worker on conversation (worker_id) where owner = 'worker' and status = 'open'`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
