import { randomUUID } from 'node:crypto'
import { type Noted, noteEvent } from '../../src/store/events.ts'
import { runOn } from '../../src/store/run.ts'
import type { TestProduct } from '../open-test-product.ts'

/** An event as a turn writes it; by default of somebody who has just asked for a person. */
export const anEvent = (changed: Partial<Noted> = {}): Noted => ({
  kind: 'referral.created',
  conversation: randomUUID(),
  reference: 'K7M2PQR',
  at: new Date(),
  ...changed
})

/** Writes events in a transaction of their own, which is ended as it is said. */
export async function note(product: TestProduct, events: readonly Noted[], end: 'commit' | 'rollback' = 'commit') {
  const client = await product.connection.pool.connect()
  await client.query('begin')
  for (const event of events) await noteEvent(runOn(client), event)
  await client.query(end)
  client.release()
}
