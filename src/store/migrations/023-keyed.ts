import { type Kysely, sql } from 'kysely'

const statements = [
  // Random keys, wrapped by the master key: who has the database alone can make none of the hashes below.
  sql`create table hash_key (name text primary key, wrapped bytea not null)`,
  ...['staff', 'staff_session', 'sign_in_link', 'role_change', 'passkey', 'password'].map(
    table => sql`alter table ${sql.table(table)} add column bound bytea`
  ),
  // What stands there now is vouched for as soon as there are keys (hash-keys.ts).
  sql`insert into setting (name, value) values ('to vouch for', '')`,
  // Those of before are kept by a hash that anybody can make: people sign in again.
  sql`delete from staff_session`,
  sql`delete from sign_in_link`,
  /*
   * The chain goes on under a key that the database does not have, so the product works out each hash. Here it takes its turn, and reads
   * what it needs: one statement, and the lock is its first.
   */
  sql`alter table audit alter column id drop identity if exists`,
  sql`drop trigger audit_link on audit`,
  sql`drop function audit_link()`,
  sql`create function audit_next(who uuid, out number bigint, out last bytea, out held text[]) language plpgsql as $$
    begin
      lock table audit_turn in exclusive mode;
      select id, hash into number, last from audit order by id desc limit 1;
      if number is null then
        select up_to, hash into number, last from record_checkpoint where kind = 'cut' order by up_to desc limit 1;
      end if;
      number := coalesce(number, 0) + 1;
      last := coalesce(last, '');
      select roles into held from staff where id = who;
      held := coalesce(held, '{}');
    end
  $$`,
  // What vouches for rows that are no longer there, or are from before there was a key. Sealed by the key of the record.
  sql`create table record_checkpoint (
    kind text not null check (kind in ('keyed', 'cut')),
    up_to bigint not null,
    hash bytea not null,
    seal bytea not null,
    primary key (kind, up_to)
  )`,
  // What the record was at the end of each day, as it was told outside.
  sql`create table record_day (day text primary key, number bigint not null, hash bytea not null)`,
  sql`alter table delivery drop constraint delivery_way_check`,
  sql`alter table delivery add constraint delivery_way_check
    check (way in ('webhook', 'onCall', 'referral', 'auditors'))`,
  // Rows whose time is over go behind a checkpoint, and none else.
  sql`create or replace function audit_stays() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and tg_level = 'ROW' then
        if old.id <= (select max(up_to) from record_checkpoint where kind = 'cut') then return old; end if;
      elsif tg_op = 'DELETE' then
        return null;
      end if;
      raise exception 'what is on record stays as it is';
    end
  $$`,
  sql`create trigger audit_row_stays before delete on audit for each row execute function audit_stays()`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
