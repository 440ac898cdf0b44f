// Turns of one conversation that wait for each other: whoever waited must see all of what was done meanwhile.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Person } from '../console/desk.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

/** For whoever has to queue up for the lock, one behind the other. */
const SOON = { timeout: 10_000, interval: 20 }

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())

const waiting = (count: number) =>
  expect
    .poll(async () => {
      const { rows } = await product.connection.pool.query(
        "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
      )
      return rows[0].n
    }, SOON)
    .toBe(count)

test('a worker keeps the person whose words came in while the worker was taking them', async () => {
  const person = await Person.asks(product)
  const { conversations, connection } = product
  const holder = await connection.pool.connect()
  await holder.query('begin')
  await holder.query('select from conversation where id = $1 for no key update', [person.id])
  const kit = { id: '7c1d5a3e-6f0b-4c55-9f35-5b1f0a6f2d10', name: 'Kit' }
  await connection.pool.query("insert into staff (id, name, roles, created_at) values ($1, $2, '{worker}', now())", [
    kit.id,
    kit.name
  ])
  const taking = conversations.join(person.id, kit, 'take')
  await waiting(1)
  const writing = person.does({ type: 'typed', text: 'Is anybody there?' })
  await waiting(2)
  await holder.query('commit')
  holder.release()
  expect(await taking).toBe('done')
  await writing
  const reading = await conversations.read(person.id)
  expect(reading?.conversation.owner).toEqual({ kind: 'worker', ...kit })
  expect(reading?.conversation.handoverState?.view.worker).toEqual(kit)
})
