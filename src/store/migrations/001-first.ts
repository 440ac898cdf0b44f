import { type Kysely, sql } from 'kysely'

const statements = [
  sql`create table conversation (
    id uuid primary key,
    reference text not null unique,
    channel text not null check (channel in ('web', 'sms')),
    locale text not null,
    flow text not null,
    snapshot bytea not null,
    owner text not null default 'assistant' check (owner in ('assistant', 'queue', 'worker')),
    worker_id uuid,
    worker_name text,
    status text not null default 'open' check (status in ('open', 'left', 'closed')),
    last_seq int not null default 0,
    answer_count int not null default 0,
    access_hash bytea,
    peer_hash bytea,
    opened_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    expires_at timestamptz not null,
    check ((owner = 'worker') = (worker_id is not null))
  ) with (fillfactor = 70)`,
  sql`create unique index conversation_access on conversation (access_hash) where access_hash is not null`,
  sql`create unique index conversation_peer on conversation (peer_hash) where peer_hash is not null and status = 'open'`,
  sql`create index conversation_expiry on conversation (expires_at)`,
  // Deleting this one row makes everything the conversation holds unreadable (law 9).
  sql`create table conversation_key (
    conversation_id uuid primary key references conversation on delete cascade,
    wrapped bytea not null
  )`,
  sql`create table inbound (
    conversation_id uuid not null references conversation on delete cascade,
    message_id text not null,
    received_at timestamptz not null default now(),
    primary key (conversation_id, message_id)
  )`,
  sql`create table message (
    conversation_id uuid not null references conversation on delete cascade,
    seq int not null,
    sender text not null check (sender in ('person', 'assistant', 'worker')),
    kind text not null,
    body bytea not null,
    at timestamptz not null default now(),
    primary key (conversation_id, seq)
  )`,
  sql`create table answer (
    conversation_id uuid not null references conversation on delete cascade,
    n int not null,
    kind text not null check (kind in ('answer', 'withheld')),
    body bytea not null,
    primary key (conversation_id, n)
  )`,
  sql`create table outbox (
    id bigint generated always as identity primary key,
    conversation_id uuid not null,
    seq int not null,
    not_after timestamptz not null,
    state text not null default 'pending' check (state in ('pending', 'sent', 'dropped')),
    reason text,
    attempts int not null default 0,
    next_at timestamptz not null default now(),
    foreign key (conversation_id, seq) references message on delete cascade
  )`,
  sql`create index outbox_head on outbox (conversation_id, id) where state = 'pending'`,
  sql`create table timer (
    conversation_id uuid not null references conversation on delete cascade,
    kind text not null,
    due_at timestamptz not null,
    primary key (conversation_id, kind)
  )`,
  sql`create index timer_due on timer (due_at)`,
  sql`create table handover (
    conversation_id uuid primary key references conversation on delete cascade,
    type text not null,
    urgent boolean not null,
    requested_at timestamptz not null default now()
  )`,
  sql`create table flow (version text primary key, data text not null)`,
  sql`create table staff (id uuid primary key, name text not null, created_at timestamptz not null default now())`,
  sql`create table sign_in_link (
    token_hash bytea primary key,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  sql`create table staff_session (
    token_hash bytea primary key,
    staff_id uuid not null references staff on delete cascade,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    available boolean not null default true
  )`,
  // No foreign keys: what was done stays on record when the conversation is gone.
  sql`create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    staff_id uuid,
    action text not null,
    conversation_id uuid
  )`,
  sql`create table setting (name text primary key, value bytea not null)`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
