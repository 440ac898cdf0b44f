// That somebody's roles or sessions changed, told to every process: their open pages look again at once whether they still may.
import { type Kysely, sql } from 'kysely'
import { memberTopic } from '../staff/member-topic.ts'
import { BELL_CHANNEL } from './bell-channel.ts'
import type { Database } from './schema.ts'

/** Rings when the transaction it is rung in counts. */
export async function ringMember(db: Kysely<Database>, staffId: string): Promise<void> {
  await sql`select pg_notify(${BELL_CHANNEL}, ${memberTopic(staffId)})`.execute(db)
}
