// Each day the fingerprint of the record goes out, so that rows cut off at its end are missed by others.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepRecord, type RecordKeeping } from '../../src/store/record-days.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'
import { tamper } from './tamper.ts'

const DAY = 86_400_000
let product: TestProduct
let broken: number[]
beforeEach(async () => {
  product = await openTestProduct()
  broken = []
})
afterEach(() => product.close())

const act = () => product.staff.audit({ staffId: randomUUID(), action: 'take' })
const keep = (at: Date, more: Partial<RecordKeeping> = {}) =>
  keepRecord(
    {
      connection: product.connection,
      owner: product.owner,
      record: product.keyed.record,
      retention: 365 * DAY,
      webhook: 'https://cases.example.org/in',
      auditors: true,
      broken: row => broken.push(row),
      ...more
    },
    at
  )
const laid = async () =>
  (await product.connection.db.selectFrom('delivery').selectAll().orderBy('at').orderBy('way').execute()).map(
    ({ way, kind, reference }) => ({ way, kind, reference })
  )

test('once a day, by one process, to the auditors and to the webhook, where there are any', async () => {
  await act()
  const today = new Date()
  const { number, fingerprint } = await product.staff.verify()
  const done = await Promise.all([keep(today), keep(today), keep(today)])
  expect(done.filter(Boolean)).toHaveLength(1)
  expect(await keep(new Date(today.getTime() + 1))).toBe(false)
  const reference = `${number} ${fingerprint}`
  expect(await laid()).toEqual([
    { way: 'auditors', kind: 'record.fingerprint', reference },
    { way: 'webhook', kind: 'record.fingerprint', reference }
  ])
  await keep(new Date(today.getTime() + DAY), { auditors: false, webhook: null })
  expect(await laid()).toHaveLength(2)
  expect(broken).toEqual([])
})

test('rows cut off at the end over night are missed in the morning', async () => {
  for (let n = 0; n < 4; n += 1) await act()
  await keep(new Date())
  await tamper(product.connection.db, 'delete from audit where id > 2')
  expect((await product.staff.verify()).brokenAt).toBeNull()
  await keep(new Date(Date.now() + DAY))
  expect(broken).toEqual([4])
})

test('so are rows that others were written in place of', async () => {
  for (let n = 0; n < 3; n += 1) await act()
  await keep(new Date())
  await tamper(product.connection.db, 'delete from audit where id > 2')
  await act()
  await act()
  await keep(new Date(Date.now() + DAY))
  expect(broken).toEqual([3])
})

test('what is past its time is no longer there, and nothing is missed for that', async () => {
  for (let n = 0; n < 3; n += 1) await act()
  await keep(new Date())
  await keep(new Date(Date.now() + 366 * DAY))
  expect(broken).toEqual([])
  expect(await product.staff.verify()).toMatchObject({ rows: 0, brokenAt: null, number: 3 })
})
