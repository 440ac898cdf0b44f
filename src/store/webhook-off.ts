// A receiver that said it is gone for good is asked no more, until another address is set. Kept as a hash: addresses hold secrets.
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

const nameOf = (address: string): string => `webhook gone ${createHash('sha256').update(address).digest('hex')}`

/** Whether the receiver at this address has said that it is gone. */
export async function isOff(db: Kysely<Database>, address: string): Promise<boolean> {
  const found = await db.selectFrom('setting').select('name').where('name', '=', nameOf(address)).executeTakeFirst()
  return found !== undefined
}

/** Notes that it is gone, and drops what still waits for it. */
export async function switchOff(trx: Kysely<Database>, address: string, now: Date): Promise<void> {
  await trx
    .insertInto('setting')
    .values({ name: nameOf(address), value: Buffer.alloc(0) })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await trx
    .updateTable('delivery')
    .set({ state: 'dropped', said: 'gone', done_at: now })
    .where('way', '=', 'webhook')
    .where('state', '=', 'pending')
    .execute()
}
