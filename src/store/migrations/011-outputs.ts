import { type Kysely, sql } from 'kysely'

const statements = [
  // What happened that another system may be told, written in the turn it happened in. No foreign key: that somebody was closed
  // may still be told when the conversation has gone. No words, no name, no band.
  sql`create table event (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (kind in (
      'referral.created', 'referral.accepted', 'referral.closed', 'urgent.unacknowledged', 'worker.lost')),
    conversation_id uuid not null,
    reference text not null,
    at timestamptz not null
  )`,
  sql`create index event_at on event (at)`,
  // What is to leave, one row a receiver. Its id is what the receiver knows it by, however often it comes. The address a worker
  // writes to lies sealed under the conversation's key.
  sql`create table delivery (
    id uuid primary key default gen_random_uuid(),
    way text not null check (way in ('webhook', 'onCall', 'referral')),
    kind text not null,
    conversation_id uuid not null,
    reference text not null,
    at timestamptz not null,
    recipient bytea check ((way = 'referral') = (recipient is not null)),
    state text not null default 'pending' check (state in ('pending', 'sent', 'failed', 'dropped')),
    said text,
    attempts int not null default 0,
    next_at timestamptz not null,
    done_at timestamptz
  )`,
  sql`create index delivery_due on delivery (way, next_at) where state = 'pending'`,
  sql`create index delivery_of on delivery (conversation_id) where way = 'referral'`,
  sql`create index delivery_done on delivery (done_at) where done_at is not null`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
