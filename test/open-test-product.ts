import { randomBytes } from 'node:crypto'
import type { Availability } from '../src/conversation/ports.ts'
import { makeLog } from '../src/log.ts'
import { openProduct, type Product, type Setting } from '../src/product.ts'
import { freshDatabase } from './fresh-database.ts'

export interface TestProduct extends Product {
  readonly masterKey: Buffer
  /** Who is there: change it to see what the person is told. */
  availability: Availability
  readonly databaseUrl: string
}

/**
 * The real product behind its doors, on a database of its own, or on one that is there. Only the desk is set by the test, and
 * the log if it is looked at.
 */
export async function openTestProduct(
  changed: Pick<Partial<Setting>, 'log' | 'desk' | 'draftLanguages' | 'publicUrl' | 'databaseUrl' | 'masterKey'> = {}
): Promise<TestProduct> {
  const { databaseUrl = await freshDatabase(), masterKey = randomBytes(32) } = changed
  const state = { availability: { onDuty: true, open: true, opensAt: null } as Availability }
  const product = await openProduct({
    openingHours: null,
    log: makeLog('silent'),
    desk: { availability: () => Promise.resolve(state.availability) },
    ...changed,
    databaseUrl,
    masterKey
  })
  return Object.assign(state, product, { databaseUrl, masterKey })
}
