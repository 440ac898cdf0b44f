// Turns of one conversation that wait for each other: whoever waited must see all of what was done meanwhile.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Person } from '../console/desk.ts'
import { Texter } from '../console/texter.ts'
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

test('a colleague who has just taken a person over keeps them, though the person wrote at that very moment', async () => {
  const person = await Person.asks(product)
  const { conversations, connection } = product
  const robin = { id: randomUUID(), name: 'Robin' }
  const kit = { id: randomUUID(), name: 'Kit' }
  for (const { id, name } of [robin, kit])
    await connection.pool.query("insert into staff (id, name, roles, created_at) values ($1, $2, '{worker}', now())", [
      id,
      name
    ])
  await conversations.join(person.id, robin, 'take')
  await conversations.tend(person.id, { type: 'TRANSFER', by: robin, to: kit }, 'ask')
  const holder = await connection.pool.connect()
  await holder.query('begin')
  await holder.query('select from conversation where id = $1 for no key update', [person.id])
  const accepting = conversations.tend(person.id, { type: 'ACCEPT', by: kit }, 'accept')
  await waiting(1)
  const writing = person.does({ type: 'typed', text: 'Is anybody there?' })
  await waiting(2)
  await holder.query('commit')
  holder.release()
  expect(await accepting).toBe('done')
  await writing
  const reading = await conversations.read(person.id)
  expect(reading?.conversation.owner).toEqual({ kind: 'worker', ...kit })
  expect(reading?.conversation.handoverState?.view.worker).toEqual(kit)
})

test('two texts at one moment: the second does not answer a question that came of the first, and that nobody has seen', async () => {
  const texter = await Texter.writes(product, 'hi', '1')
  const { conversations, connection } = product
  const text = (text: string) =>
    conversations.receive({
      conversation: texter.id,
      messageId: randomUUID(),
      event: { type: 'typed', text, at: new Date() }
    })
  const holder = await connection.pool.connect()
  await holder.query('begin')
  await holder.query('select from conversation where id = $1 for no key update', [texter.id])
  const first = text('2')
  await waiting(1)
  const second = text('1')
  await waiting(2)
  await holder.query('commit')
  holder.release()
  await Promise.all([first, second])
  const { answers } = conversations.facts(await texter.reading())
  expect(answers.dangerNow).toBe('no')
  expect(answers.audience).toBeUndefined()
})
