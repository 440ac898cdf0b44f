import { type Kysely, sql } from 'kysely'

const statements = [
  // Rows of the dataset before they are in it. The number is drawn at random and the body is sealed: written in the transaction that ends
  // a contact, a row that could be read here would be told by its transaction. The quarter is that of the conversation beside it.
  sql`create table dataset_waiting (
    id uuid primary key,
    quarter text not null,
    body bytea not null
  )`,
  // What was counted until now was written by the transactions that ended the contacts, in their order.
  sql`with counted as (delete from dataset_row returning *)
    insert into dataset_row select * from counted order by gen_random_uuid()`
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db)
}
