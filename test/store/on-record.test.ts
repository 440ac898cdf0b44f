// What staff do is on record with the doing: both, or neither, and once however often the button was pressed.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Worker } from '../../src/conversation/worker-turn.ts'
import { Person } from '../console/desk.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())

let robin: Worker
let kit: Worker
let sam: Worker
// Nobody holds as many as one may have.
beforeEach(() => {
  const named = (name: string): Worker => ({ id: randomUUID(), name })
  robin = named('Robin')
  kit = named('Kit')
  sam = named('Sam')
})

const query = (text: string, values: unknown[] = []) => product.connection.pool.query(text, values)
const actsOn = async ({ id }: Person): Promise<string[]> =>
  (await query('select action, staff_id from audit where conversation_id = $1 order by id', [id])).rows.map(
    ({ action, staff_id }) => `${action} by ${[robin, kit, sam].find(one => one.id === staff_id)?.name}`
  )
/** The conversation as it is kept, with everything staff wrote about it. */
const kept = async ({ id }: Person): Promise<string> => {
  const tables = ['handover', 'answer', 'message', 'inbound']
  const rows = await Promise.all([
    query('select * from conversation where id = $1', [id]),
    ...tables.map(table => query(`select t::text as row from ${table} t where conversation_id = $1 order by 1`, [id]))
  ])
  return JSON.stringify(rows.map(one => one.rows))
}

/** Nothing can be put on record while this runs. */
async function withoutRecord(during: () => Promise<void>): Promise<void> {
  await query(
    `create function no_record() returns trigger language plpgsql as $$ begin raise 'the record is full'; end $$`
  )
  await query('create trigger no_record before insert on audit for each row execute function no_record()')
  await during().finally(() => query('drop function no_record cascade'))
}

type Act = (person: Person, press: string) => Promise<unknown>
interface Case {
  readonly acts: string
  readonly before?: Act
  readonly act: Act
}
const join: Act = ({ id }, press) => product.conversations.join(id, robin, press)
const ask: Act = async (person, press) => {
  await join(person, `${press} join`)
  await product.conversations.tend(person.id, { type: 'TRANSFER', by: robin, to: kit }, press)
}
const support: Act = async (person, press) => {
  await join(person, `${press} join`)
  await product.conversations.tend(person.id, { type: 'SUPERVISOR_JOINS', by: sam }, press)
}
const tending =
  (type: 'ACCEPT' | 'DECLINE' | 'CANCEL' | 'SUPERVISOR_JOINS' | 'SUPERVISOR_LEAVES' | 'SEEN', by: () => Worker): Act =>
  ({ id }, press) =>
    product.conversations.tend(id, { type, by: by() }, press)

const CASES: readonly Case[] = [
  { acts: 'take by Robin', act: join },
  { acts: 'seen by Kit', before: person => person.does({ type: 'emergency' }), act: tending('SEEN', () => kit) },
  { acts: 'release by Robin', before: join, act: ({ id }, press) => product.conversations.release(id, robin, press) },
  {
    acts: 'bring_back by Kit',
    before: join,
    act: ({ id }, press) => product.conversations.release(id, robin, press, kit)
  },
  {
    acts: 'band by Robin',
    before: join,
    act: ({ id }, press) => product.conversations.setBand(id, robin, { band: 'high', reason: 'knife' }, press)
  },
  { acts: 'note by Robin', before: join, act: ({ id }, press) => product.conversations.note(id, robin, 'calm', press) },
  {
    acts: 'record by Robin',
    before: join,
    act: ({ id }, press) =>
      product.conversations.record(id, robin, [{ kind: 'action', action: 'done', text: 'a leaflet' }], press)
  },
  { acts: 'close by Robin', before: join, act: ({ id }, press) => product.conversations.close(id, robin, press) },
  {
    acts: 'transfer_ask by Robin',
    before: join,
    act: ({ id }, press) => product.conversations.tend(id, { type: 'TRANSFER', by: robin, to: kit }, press)
  },
  { acts: 'transfer by Kit', before: ask, act: tending('ACCEPT', () => kit) },
  { acts: 'transfer_no by Kit', before: ask, act: tending('DECLINE', () => kit) },
  { acts: 'transfer_no by Robin', before: ask, act: tending('CANCEL', () => robin) },
  { acts: 'join_in by Sam', before: join, act: tending('SUPERVISOR_JOINS', () => sam) },
  { acts: 'step_out by Sam', before: support, act: tending('SUPERVISOR_LEAVES', () => sam) }
]

describe.each(CASES)('$acts', ({ acts, before, act }) => {
  test('is done and on record, or neither; pressed twice it is there once', async () => {
    const person = await Person.asks(product)
    await before?.(person, 'before')
    const [stood, earlier] = [await kept(person), await actsOn(person)]
    await withoutRecord(async () => {
      await expect(act(person, 'press')).rejects.toThrow('the record is full')
    })
    expect(await kept(person)).toBe(stood)
    expect(await actsOn(person)).toEqual(earlier)
    expect(await act(person, 'press')).toBe('done')
    expect(await act(person, 'press')).toBe('duplicate')
    expect(await actsOn(person)).toEqual([...earlier, acts])
  })
})
