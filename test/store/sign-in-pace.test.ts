// Guessing gets slower and slower, on every process at once; nobody is locked out.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FREE_TRIES, SIGN_IN_WAIT_FIRST, SIGN_IN_WAIT_MAX, TRIES_FORGOTTEN } from '../../src/limits.ts'
import { SignInPace } from '../../src/store/sign-in-pace.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

let product: TestProduct
const key = randomBytes(32)
/** Two processes on one database. */
let here: SignInPace
let there: SignInPace
beforeAll(async () => {
  product = await openTestProduct()
  here = new SignInPace(product.connection.db, key)
  there = new SignInPace(product.connection.db, key)
})
afterAll(() => product.close())

const noon = new Date('2026-05-04T12:00:00Z')
const later = (milliseconds: number) => new Date(noon.getTime() + milliseconds)

test('the first tries are free, then each waits twice as long, up to the longest wait', async () => {
  for (let n = 0; n < FREE_TRIES.account; n += 1) {
    expect(await (n % 2 ? here : there).tryNow('account', 'sam', noon)).toBe(0)
  }
  let now = 0
  const waits: number[] = []
  for (let n = 0; n < 12; n += 1) {
    expect(await here.tryNow('account', 'sam', later(now))).toBe(0)
    const wait = await there.tryNow('account', 'sam', later(now))
    waits.push(wait)
    now += wait
  }
  expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8].map(times => times * SIGN_IN_WAIT_FIRST))
  expect(waits.at(-1)).toBe(SIGN_IN_WAIT_MAX.account)
})

test('whoever tries all at once gets no more tries than one after the other', async () => {
  const tries = await Promise.all(
    Array.from({ length: 30 }, (_, n) => (n % 2 ? here : there).tryNow('account', 'kim', noon))
  )
  expect(tries.filter(wait => wait === 0)).toHaveLength(FREE_TRIES.account + 1)
})

test('one name being guessed at slows nobody else, and its owner starts anew', async () => {
  for (let n = 0; n <= FREE_TRIES.account; n += 1) await here.tryNow('account', 'lee', noon)
  expect(await here.tryNow('account', 'lee', noon)).toBeGreaterThan(0)
  expect(await here.tryNow('account', 'max', noon)).toBe(0)
  await here.succeeded('account', 'lee', noon)
  expect(await here.tryNow('account', 'lee', noon)).toBe(0)
})

test('an address is slowed as well, and a right sign-in from it takes back one try and no more', async () => {
  for (let n = 0; n <= FREE_TRIES.address; n += 1) {
    expect(await here.tryNow('address', '192.0.2.1', noon)).toBe(0)
  }
  expect(await here.tryNow('address', '192.0.2.1', noon)).toBeGreaterThan(0)
  await here.succeeded('address', '192.0.2.1', noon)
  expect(await here.tryNow('address', '192.0.2.1', noon)).toBe(0)
  expect(await here.tryNow('address', '192.0.2.1', noon)).toBeGreaterThan(0)
})

test('after an hour without a try all is forgotten', async () => {
  for (let n = 0; n <= FREE_TRIES.account; n += 1) await here.tryNow('account', 'jo', noon)
  expect(await here.tryNow('account', 'jo', later(TRIES_FORGOTTEN + 1))).toBe(0)
  expect(await here.tryNow('account', 'jo', later(TRIES_FORGOTTEN + 1))).toBe(0)
})

test('the table tells neither names nor addresses', async () => {
  await here.tryNow('account', 'zebedee', noon)
  const rows = await product.connection.db.selectFrom('sign_in_failure').selectAll().execute()
  expect(rows.map(row => row.place.toString('latin1')).join()).not.toContain('zebedee')
  expect(rows[0]?.place).toHaveLength(32)
})
