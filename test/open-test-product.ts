import { randomBytes } from 'node:crypto'
import type { Availability } from '../src/conversation/ports.ts'
import { makeLog } from '../src/log.ts'
import { openProduct, type Product, type Setting } from '../src/product.ts'
import { freshDatabase } from './fresh-database.ts'

export interface TestProduct extends Product {
  /** Who is there: change it to see what the person is told. */
  availability: Availability
  readonly databaseUrl: string
}

/** The real product behind its doors, on a database of its own. Only the desk is set by the test, and the log if it is looked at. */
export async function openTestProduct(
  changed: Pick<Partial<Setting>, 'log' | 'desk' | 'draftLanguages'> = {}
): Promise<TestProduct> {
  const databaseUrl = await freshDatabase()
  const state = { availability: { onDuty: true, open: true, opensAt: null } as Availability }
  const product = await openProduct({
    databaseUrl,
    masterKey: randomBytes(32),
    openingHours: null,
    log: makeLog('silent'),
    desk: { availability: () => Promise.resolve(state.availability) },
    ...changed
  })
  return Object.assign(state, product, { databaseUrl })
}
