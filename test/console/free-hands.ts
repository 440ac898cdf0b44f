// Between two tests workers have their hands free: whoever is still with one has left, and no pause goes on.
import type { TestProduct } from '../open-test-product.ts'

export async function freeHands({ connection: { pool } }: Pick<TestProduct, 'connection'>): Promise<void> {
  await pool.query("update conversation set status = 'left' where status = 'open' and worker_id is not null")
  await pool.query('update held set closed_at = null')
}
