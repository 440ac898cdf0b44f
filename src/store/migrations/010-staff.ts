import { type Kysely, sql } from 'kysely'

const audit = [
  sql`alter table audit
    add column member_id uuid,
    add column roles text[] not null default '{}',
    add column reason text check (reason <> ''),
    add column prev bytea,
    add column hash bytea`,
  // The content of a row as text that can be read in one way only: nothing but the reason, which comes last, can hold a new line.
  sql`create function audit_content(one audit) returns bytea language sql immutable as $$
    select convert_to(concat_ws(E'\n', one.id::text,
      to_char(one.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
      coalesce(one.staff_id::text, ''), one.action, coalesce(one.conversation_id::text, ''),
      coalesce(one.member_id::text, ''), array_to_string(one.roles, ','), coalesce(one.reason, '')), 'UTF8')
  $$`,
  // What was written before there was a chain is the beginning of it.
  sql`do $$
    declare one audit; last bytea := '';
    begin
      for one in select * from audit order by id loop
        update audit set prev = last, hash = sha256(last || audit_content(one)) where id = one.id returning hash into last;
      end loop;
    end
  $$`,
  sql`alter table audit alter column prev set not null, alter column hash set not null`,
  /*
   * Held by one writer at a time. A table and not an advisory lock, because LOCK TABLE is the one statement that takes no
   * snapshot: a transaction that reads in one snapshot and writes its row can take it first, and then sees the last row.
   */
  sql`create table audit_turn ()`,
  // The number is given here, under the lock: one drawn from a sequence could stand in another order than the chain.
  sql`create function audit_link() returns trigger language plpgsql as $$
    declare last record;
    begin
      lock table audit_turn in exclusive mode;
      select id, hash into last from audit order by id desc limit 1;
      new.id := coalesce(last.id, 0) + 1;
      new.roles := coalesce((select roles from staff where id = new.staff_id), '{}');
      new.prev := coalesce(last.hash, '');
      new.hash := sha256(new.prev || audit_content(new));
      return new;
    end
  $$`,
  sql`create trigger audit_link before insert on audit for each row execute function audit_link()`,
  sql`create function audit_stays() returns trigger language plpgsql as $$
    begin raise exception 'what is on record stays as it is'; end
  $$`,
  sql`create trigger audit_stays before update or delete or truncate on audit execute function audit_stays()`
]

const accounts = [
  // Who was removed stays by name, for the record; nothing signs them in.
  sql`alter table staff add column removed_at timestamptz, add column identity text unique`,
  // Whom a link is for, and as what. Neither: it is the operator's.
  sql`alter table sign_in_link
    add column roles text[],
    add column staff_id uuid references staff on delete cascade`,
  sql`alter table staff_session add column proved_at timestamptz not null default now()`,
  sql`create table passkey (
    id text primary key,
    staff_id uuid not null references staff on delete cascade,
    public_key bytea not null,
    counter bigint not null,
    made_at timestamptz not null default now()
  )`,
  sql`create table password (
    staff_id uuid primary key references staff on delete cascade,
    login text not null unique,
    hash text not null,
    totp bytea not null,
    last_step bigint not null
  )`,
  // What a passkey signs: good once, for whoever it was given to.
  sql`create table challenge (value text primary key, holder bytea not null, expires_at timestamptz not null)`,
  sql`create table sign_in_failure (
    place bytea primary key,
    failures int not null,
    last_at timestamptz not null,
    free_at timestamptz not null
  )`,
  // A visit to the identity provider that is not back yet.
  sql`create table identity_visit (
    holder bytea primary key,
    state text not null,
    nonce text not null,
    verifier text not null,
    next text not null,
    expires_at timestamptz not null
  )`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...audit, ...accounts]) await statement.execute(db)
}
