import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { FaultKind } from '../../carrier/faults.ts'
import { TextLine } from './line.ts'
import { numbers, SCRIPT } from './words.ts'

const SEED = 20_260_131

let line: TextLine
let calm: string[]
beforeAll(async () => {
  line = await TextLine.open()
  for (const text of SCRIPT) await line.text('+447700900099', text)
  calm = line.heard('+447700900099')
})
afterEach(() => line.carrier.faults.none())
afterAll(() => line.close())

/** Everybody says the same thing at the same moment, and all that it brings about happens. */
async function everybody(people: readonly string[], text: string): Promise<void> {
  await Promise.all(people.map(person => line.carrier.text(person, text)))
  await line.settle({ hurried: true })
}

test('what is said where nothing fails is one answer to each text', () => {
  expect(calm).toHaveLength(SCRIPT.length)
  expect(new Set(calm).size).toBe(SCRIPT.length)
})

describe('whatever happens on the way to the carrier, each text arrives once, in its order', () => {
  test.each<[string, FaultKind]>([
    ['is too busy', 'busy'],
    ['is broken', 'broken'],
    ['is away', 'away'],
    ['breaks off before it has taken it', 'reset'],
    ['breaks off after it has taken it', 'reset-after'],
    ['takes it and never answers', 'timeout']
  ])('when the carrier %s', async (_what, kind) => {
    const [her = ''] = numbers(1, 101 + ['busy', 'broken', 'away', 'reset', 'reset-after', 'timeout'].indexOf(kind))
    for (const [at, text] of SCRIPT.entries()) {
      // A time-out is waited for in full: once is enough.
      if (kind !== 'timeout' || at === 2) line.carrier.faults.next(kind)
      await line.carrier.text(her, text)
      await line.settle({ hurried: true })
    }
    expect(line.heard(her)).toEqual(calm)
    expect(line.carrier.sent.filter(({ to }) => to === her)).toHaveLength(SCRIPT.length)
  })

  test('and when all of it happens by chance, to many people at once', async () => {
    const people = numbers(12, 200)
    line.carrier.faults.atRandom({
      seed: SEED,
      share: 0.4,
      kinds: ['busy', 'broken', 'away', 'reset', 'reset-after'],
      on: ['create', 'list']
    })
    for (const text of SCRIPT) await everybody(people, text)
    const failed = line.carrier.requests.length
    expect(Object.fromEntries(people.map(person => [person, line.heard(person)]))).toEqual(
      Object.fromEntries(people.map(person => [person, calm]))
    )
    // Each was asked for more than once: otherwise nothing was shown here.
    expect(failed).toBeGreaterThan(people.length * SCRIPT.length * 1.3)
  })
})

test('several texts that wait for the carrier leave in the order they were said', async () => {
  const [her = ''] = numbers(1, 300)
  line.carrier.faults.atRandom({ seed: SEED, share: 1, kinds: ['away'] })
  await line.carrier.text(her, 'hi')
  await line.carrier.text(her, 'my partner hits me and i am afraid')
  await line.carrier.text(her, 'hello?')
  await expect
    .poll(() => line.rows(`select count(*)::int as waiting from outbox where state = 'pending'`), { timeout: 20_000 })
    .toEqual([{ waiting: 3 }])
  line.carrier.faults.none()
  await line.settle({ hurried: true })
  const said = await line.rows<{ seq: number; sent_at: Date }>(
    `select o.seq, o.sent_at from outbox o join conversation c on c.id = o.conversation_id
     where c.id = (select id from conversation order by opened_at desc limit 1) order by o.sent_at, o.seq`
  )
  expect(said.map(({ seq }) => seq)).toEqual(said.map(({ seq }) => seq).toSorted((a, b) => a - b))
  expect(line.heard(her)).toHaveLength(3)
})
