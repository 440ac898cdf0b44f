// What was last said to somebody by text, and whether it can have reached them yet.
import type pg from 'pg'
import type { ConversationRow } from './rows.ts'

type Spoken = Pick<ConversationRow, 'spoken' | 'spoken_at'>

/** Empty where nothing was said; without a time where the last words have not left, or never will. */
export async function lastSpoken(client: pg.PoolClient, conversation: string): Promise<Spoken> {
  const { rows } = await client.query<Spoken>({
    name: 'last-spoken',
    text: `select true as spoken, case when state <> 'dropped' then tried_at end as spoken_at from outbox
      where conversation_id = $1 order by id desc limit 1`,
    values: [conversation]
  })
  return rows[0] ?? {}
}
