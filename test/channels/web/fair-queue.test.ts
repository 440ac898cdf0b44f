// A flood waits for itself: a person elsewhere has their turn next, and nobody waits for ever.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FairQueue } from '../../../src/channels/web/fair-queue.ts'

const BOUNDS = { atOnce: 2, each: 3, most: 8, patience: 5_000 }
const ATTACKER = '203.0.113.7'
const PERSON = '198.51.100.1'

let queue: FairQueue
/** Ends what has been running for longest. */
let ends: (() => void)[]
/** Who was let in, in order; and who was told to come again. */
let began: string[]
let refused: string[]
beforeEach(() => {
  vi.useFakeTimers()
  queue = new FairQueue(BOUNDS)
  ends = []
  began = []
  refused = []
})
afterEach(() => {
  vi.useRealTimers()
})

async function comes(address: string, who = address, fault?: Error): Promise<void> {
  const done = queue.run(address, () => {
    began.push(who)
    return new Promise<true>((resolve, reject) => ends.push(() => (fault ? reject(fault) : resolve(true))))
  })
  done.then(
    came => came ?? refused.push(who),
    () => {}
  )
  await vi.advanceTimersByTimeAsync(0)
}

async function oneEnds(): Promise<void> {
  ends.shift()?.()
  await vi.advanceTimersByTimeAsync(0)
}

test('an attacker who floods from one place makes a person elsewhere wait for one turn and no more', async () => {
  for (let n = 0; n < 10; n += 1) await comes(ATTACKER)
  await comes(PERSON)
  await oneEnds()
  await oneEnds()
  expect(began).toEqual([ATTACKER, ATTACKER, ATTACKER, PERSON])
  // Their neighbours wait in the same line.
  expect(refused).toHaveLength(10 - BOUNDS.atOnce - BOUNDS.each)
})

test('one who comes back for more stands behind everybody else again', async () => {
  for (const who of ['a', 'b']) await comes(ATTACKER, who)
  for (const who of ['c', 'd']) await comes(ATTACKER, who)
  await comes(PERSON)
  await comes('192.0.2.9')
  await oneEnds()
  await comes(ATTACKER, 'e')
  for (let n = 0; n < 4; n += 1) await oneEnds()
  expect(began).toEqual(['a', 'b', 'c', PERSON, '192.0.2.9', 'd', 'e'])
})

test('an attacker who floods from many places at once leaves room for a person', async () => {
  for (let n = 0; n < 12; n += 1) await comes(`203.0.${n % 3}.7`)
  const waited = 12 - BOUNDS.atOnce - refused.length
  expect(waited).toBe(BOUNDS.most)
  await comes(PERSON)
  expect(refused).not.toContain(PERSON)
  for (let n = 0; n < 4; n += 1) await oneEnds()
  expect(began).toContain(PERSON)
})

test('nobody waits for longer than the bound, and no more wait than the bound', async () => {
  for (let n = 0; n < BOUNDS.atOnce + BOUNDS.most + 1; n += 1) await comes(`203.0.${n}.7`)
  expect(refused).toEqual([`203.0.${BOUNDS.atOnce + BOUNDS.most}.7`])
  await vi.advanceTimersByTimeAsync(BOUNDS.patience - 1)
  expect(refused).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(refused).toHaveLength(1 + BOUNDS.most)
  // Whoever has gone takes no turn, and none is lost with them.
  await oneEnds()
  await comes(PERSON)
  expect(began.at(-1)).toBe(PERSON)
})

test('people whose part of the network is not known are not one client: as many wait as there is room for', async () => {
  for (let n = 0; n < BOUNDS.atOnce + BOUNDS.most; n += 1) await comes('127.0.0.1', String(n))
  expect(refused).toEqual([])
  await comes('127.0.0.1', 'last')
  expect(refused).toEqual(['last'])
})

test('after a fault there is room again', async () => {
  await comes(PERSON, 'one', new Error('no database'))
  await comes(PERSON, 'two', new Error('no database'))
  await comes(PERSON, 'three')
  expect(began).toEqual(['one', 'two'])
  await oneEnds()
  await oneEnds()
  await comes(PERSON, 'four')
  expect(began).toEqual(['one', 'two', 'three', 'four'])
})
