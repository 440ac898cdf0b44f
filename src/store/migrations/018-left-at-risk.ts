import { type Kysely, sql } from 'kysely'

const statements = [
  // How they went says something now, also of somebody who had asked for a person. `looked_at`: when somebody on duty first opened it.
  // `emergency_*`: whether 999 was called for them, who decided it and when; the reason stands in the record alone.
  sql`alter table unclaimed
    drop constraint unclaimed_went_check,
    add constraint unclaimed_went_check
      check (went in ('danger', 'suicide', 'plea', 'hands', 'noTexts', 'exit', 'quiet')),
    add column unread boolean not null default false,
    add column looked_at timestamptz,
    add column emergency_called boolean,
    add column emergency_by text,
    add column emergency_at timestamptz,
    add column emergency_once uuid`,
  // What a worker must know before they open it: the name of a mark, no word of the person.
  sql`alter table handover add column mark text`,
  sql`alter table event drop constraint event_kind_check`,
  sql`alter table event add constraint event_kind_check check (kind in (
    'referral.created', 'referral.accepted', 'referral.closed', 'urgent.unacknowledged', 'worker.lost', 'left.at_risk'))`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
