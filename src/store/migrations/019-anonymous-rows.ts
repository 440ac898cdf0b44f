import { type Kysely, sql } from 'kysely'

const statements = [
  // A row that waits to be counted lies sealed, and is moved with others in a transaction that touches nobody else: by the number of its
  // transaction, or the moment, no row leads to the conversation that ended or to the line of whoever closed it.
  sql`create table dataset_held (id uuid primary key, body bytea not null)`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
