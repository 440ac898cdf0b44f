// What a test changes by hand in the tables of staff is vouched for as if the product had written it: otherwise it opens nothing.
import { bindAll } from '../src/store/bound-rows.ts'
import type { TestProduct } from './open-test-product.ts'

export async function rebind({ connection: { db }, keyed: { binder } }: Pick<TestProduct, 'connection' | 'keyed'>) {
  await bindAll(db, binder)
  for (const row of await db.selectFrom('staff_session').selectAll().execute()) {
    const bound = binder.of('session', row)
    await db.updateTable('staff_session').set({ bound }).where('token_hash', '=', row.token_hash).execute()
  }
}
