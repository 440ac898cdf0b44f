import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import { DATASET_QUARTERS_KEPT, HANDED_OVER_KEPT, UNCLAIMED_KEPT } from '../../src/limits.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import { oldestQuarterKept } from '../../src/store/dataset.ts'
import { purgeExpired } from '../../src/store/purge.ts'
import { londonQuarter } from '../../src/summary/london-time.ts'
import { counted, forgetCounted } from '../counted.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())
beforeEach(() => forgetCounted(product))

const answer = (question: QuestionId, value: string): PersonEvent => ({ type: 'answer', question, value })
const send = (conversation: string, event: PersonEvent, messageId: string = randomUUID()) =>
  product.conversations.receive({ conversation, messageId, event })

/** Somebody on the web who answers a few questions. */
async function somebody(...events: readonly PersonEvent[]): Promise<string> {
  const access = randomBytes(32)
  const id = await product.conversations.begin({ channel: 'web', locale: 'en', access, peer: null })
  for (const event of [
    answer('channelOk', 'yes'),
    answer('dangerNow', 'no'),
    answer('audience', 'survivor'),
    ...events
  ]) {
    await send(id, event)
  }
  return id
}
const rows = () => counted(product)
const purge = async (after: number) => {
  while (await purgeExpired(product.connection, product.vault, new Date(Date.now() + after)));
}
const worker = { id: randomUUID(), name: 'Sam' }

describe('a contact is counted once', () => {
  test('when the person leaves, in the same breath', async () => {
    const id = await somebody()
    await send(id, { type: 'leave' })
    expect(await rows()).toMatchObject([
      { quarter: londonQuarter(new Date()), audience: 'survivor', ended: 'left', time_to_person: 'nobodyAskedFor' }
    ])
  })

  test('when a worker closes it, with how long the person waited', async () => {
    const id = await somebody({ type: 'person' })
    await product.conversations.join(id, worker, randomUUID())
    expect(await rows()).toEqual([])
    await product.conversations.close(id, worker, randomUUID())
    expect(await rows()).toMatchObject([{ ended: 'closed', time_to_person: 'under5' }])
  })

  test("with the last band of a worker beside the assistant's", async () => {
    const id = await somebody({ type: 'person' })
    await product.conversations.join(id, worker, randomUUID())
    for (const band of ['immediate', 'high'] as const) {
      await product.conversations.setBand(id, worker, { band, reason: 'the blue door' }, randomUUID())
    }
    await send(id, { type: 'leave' })
    await purge(HANDED_OVER_KEPT + 60_000)
    const written = await rows()
    expect(written).toMatchObject([{ worker_band: 'high', band: 'not_enough_known', ended: 'left' }])
    expect(JSON.stringify(written)).not.toContain('the blue door')
  })

  test('when it runs out, before everything that was said is gone', async () => {
    const id = await somebody()
    await purge(UNCLAIMED_KEPT + 60_000)
    expect(await rows()).toMatchObject([{ audience: 'survivor', ended: 'expired' }])
    expect(await product.conversations.read(id)).toBeNull()
  })

  test('and not again: not for a message that comes twice, not when it is deleted', async () => {
    const id = await somebody({ type: 'person' })
    const once = randomUUID()
    await send(id, { type: 'leave' }, once)
    await send(id, { type: 'leave' }, once)
    await send(id, { type: 'leave' })
    await purge(HANDED_OVER_KEPT + 60_000)
    expect(await rows()).toMatchObject([{ ended: 'left', time_to_person: 'nobodyCame' }])
  })

  test('of two workers who closed it at once, once', async () => {
    const id = await somebody({ type: 'person' })
    await product.conversations.join(id, worker, randomUUID())
    await Promise.all([1, 2, 3].map(() => product.conversations.close(id, worker, randomUUID())))
    expect(await rows()).toHaveLength(1)
  })
})

describe('a row', () => {
  test('holds nothing the person wrote, no name, no id and no time', async () => {
    const id = await somebody({ type: 'typed', text: 'the blue door in Elm Road' }, { type: 'person' })
    await product.conversations.join(id, worker, randomUUID())
    await product.conversations.close(id, worker, randomUUID())
    const reference = (await product.conversations.read(id))?.conversation.reference ?? id
    const text = JSON.stringify(await rows())
    for (const secret of ['blue door', 'Elm', 'Sam', worker.id, id, reference]) expect(text).not.toContain(secret)
    expect(text).not.toMatch(/\d{2}:\d{2}|\d{4}-\d{2}-\d{2}/)
  })

  test('leaves out what the person keeps from the worker', async () => {
    const id = await somebody({ type: 'withhold', question: 'audience', withheld: true })
    await send(id, { type: 'leave' })
    expect(await rows()).toMatchObject([{ audience: 'skipped' }])
  })

  test('goes when its quarter is older than what is kept', async () => {
    await send(await somebody(), { type: 'leave' })
    expect(await rows()).toHaveLength(1)
    await product.connection.db.updateTable('dataset_row').set({ quarter: '2019-Q4' }).execute()
    await purge(0)
    expect(await rows()).toEqual([])
  })
})

test('the oldest quarter that is kept counts back over the years', () => {
  expect(DATASET_QUARTERS_KEPT).toBe(8)
  expect(oldestQuarterKept(new Date('2026-11-22T12:00:00Z'))).toBe('2024-Q4')
  expect(oldestQuarterKept(new Date('2026-01-01T12:00:00Z'))).toBe('2024-Q1')
})

describe('when counting fails', () => {
  const { sql } = { sql: (text: string) => product.connection.pool.query(text) }
  const whileBroken = async (act: () => Promise<unknown>) => {
    await sql('alter table dataset_waiting rename to dataset_away')
    try {
      await act()
    } finally {
      await sql('alter table dataset_away rename to dataset_waiting')
    }
  }

  test('the person still leaves, and is counted when the conversation is deleted', async () => {
    const id = await somebody()
    await whileBroken(async () => expect(await send(id, { type: 'leave' })).toEqual({ kind: 'done', left: true }))
    expect((await product.conversations.read(id))?.conversation.status).toBe('left')
    expect(await rows()).toEqual([])
    await purge(UNCLAIMED_KEPT + 60_000)
    expect(await rows()).toMatchObject([{ ended: 'left' }])
  })

  test('what has expired is deleted all the same, and the operator hears of it without a word of anybody', async () => {
    const id = await somebody()
    await sql('alter table dataset_waiting add constraint never check (false) not valid')
    const purged = purgeExpired(product.connection, product.vault, new Date(Date.now() + UNCLAIMED_KEPT + 60_000))
    await expect(purged).rejects.toThrow(/^1 conversations have gone without being counted/)
    await sql('alter table dataset_waiting drop constraint never')
    expect(await product.conversations.read(id)).toBeNull()
  })
})
