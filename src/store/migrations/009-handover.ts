import { type Kysely, sql } from 'kysely'

const statements = [
  // The machine of a handover as it stands: names of states, ids and first names of staff. Its clocks are rows of `timer`, written
  // in the same transaction. What was handed over before this has none: its next turn makes one.
  sql`alter table handover add column state jsonb`,
  sql`create index handover_stage on handover ((state -> 'view' ->> 'stage'))`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
