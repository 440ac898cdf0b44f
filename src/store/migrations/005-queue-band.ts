import { type Kysely, sql } from 'kysely'

const statements = [
  // The queue is ordered by these without opening what anybody said: names of bands, no words of the person.
  sql`alter table handover add column band text`,
  // What was asked for before has only its type. A band nobody wrote down is not known, and never standard.
  sql`update handover set band = case type
    when 'urgent' then 'immediate' when 'priority' then 'high' when 'harmer_queue' then 'not_banded'
    else 'not_enough_known' end`,
  sql`alter table handover alter column band set not null`,
  sql`alter table handover add column worker_band text
    check (worker_band in ('immediate', 'high', 'medium', 'standard'))`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
