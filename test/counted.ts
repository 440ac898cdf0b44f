// The contacts that were counted: a row waits until there are enough of them, so the wait is cut short first.
import { moveWaiting } from '../src/store/dataset-waiting.ts'
import type { TestProduct } from './open-test-product.ts'

/** By then every quarter of a test is settled. */
export const SETTLED = new Date('2100-01-01T12:00:00Z')

/** Every row of the dataset, in no order. */
export async function counted({ connection, vault }: Pick<TestProduct, 'connection' | 'vault'>) {
  await moveWaiting(connection, vault, SETTLED)
  return connection.db.selectFrom('dataset_row').selectAll().execute()
}

/** As if nobody had been counted yet. */
export async function forgetCounted({ connection: { db } }: Pick<TestProduct, 'connection'>): Promise<void> {
  await db.deleteFrom('dataset_waiting').execute()
  await db.deleteFrom('dataset_row').execute()
}
