import { type Kysely, sql } from 'kysely'

const statements = [
  // A number lies sealed under its conversation's key, and goes with it; beside it only its keyed hash can be looked up.
  sql`alter table conversation
    add column phone bytea,
    add column heard_at timestamptz not null default now(),
    add column texts_blocked text`,
  sql`update conversation set heard_at = updated_at`,
  // How far a text got. tried_at is saved before it is handed over, so that whoever finds it knows to look first.
  sql`alter table outbox
    add column tried_at timestamptz,
    add column sent_at timestamptz,
    add column record text,
    add column carrier text`,
  sql`create index outbox_last on outbox (conversation_id, id desc)`,
  sql`create unique index outbox_record on outbox (record) where record is not null`,
  // Texts as they came in: kept before they are acknowledged, emptied once they are taken up. Their ids stay, because a
  // recorded request may be sent again at any time.
  sql`create table text_in (
    n bigint generated always as identity primary key,
    record text not null unique,
    peer_hash bytea,
    body bytea,
    received_at timestamptz not null default now(),
    tries int not null default 0,
    next_at timestamptz not null default now()
  )`,
  sql`create index text_in_waiting on text_in (peer_hash, n) where body is not null`,
  // What the carrier still keeps, and when it is to be deleted there: no number, no word, no conversation.
  sql`create table carrier_record (
    record text primary key,
    due_at timestamptz not null,
    tries int not null default 0
  )`,
  sql`create index carrier_record_due on carrier_record (due_at)`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
