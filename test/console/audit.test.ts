import { afterAll, beforeAll, expect, test } from 'vitest'
import { AUDIT_PAGE } from '../../src/limits.ts'
import { ownReason } from '../../src/store/sealed-reason.ts'
import { answer } from '../opening.ts'
import { tamper } from '../store/tamper.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
/** The first member: worker, supervisor and admin. */
let sam: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
})
afterAll(() => desk.close())

test('the record names who did what with whom, and has no word of anybody', async () => {
  const person = await Person.asks(desk.product, [
    answer('channelOk', 'yes'),
    { type: 'answer', question: 'dangerNow', value: 'no', words: 'the blue door' }
  ])
  await sam.get(`/c/${person.reference}`)
  const { body } = await sam.get('/audit')
  const row = body.split('<tr>').find(part => part.includes(person.reference)) ?? ''
  expect(row).toContain('Sam, worker, supervisor, admin')
  expect(row).toContain('Opened a conversation')
  expect(body).not.toContain('the blue door')
  expect(body).toContain('The chain holds: 3 rows')
})

test('a reason is read as it was written, and cannot become part of the page', async () => {
  await desk.product.staff.audit({ staffId: null, action: 'invite', reason: ownReason('<b>because</b>') })
  const { body } = await sam.get('/audit')
  expect(body).toContain('&lt;b>because&lt;/b>')
  expect(body).toContain('nobody signed in')
})

test('it is read page by page, newest first', async () => {
  for (let n = 0; n < AUDIT_PAGE; n += 1) await desk.product.staff.audit({ staffId: null, action: 'take' })
  const numbers = (body: string) => [...body.matchAll(/<tr><td>(\d+)/g)].map(([, number]) => Number(number))
  const first = await sam.get('/audit')
  const next = /href="(\/audit\?before=\d+)"/.exec(first.body)?.[1] ?? ''
  const all = [...numbers(first.body), ...numbers((await sam.get(next)).body)]
  expect(all).toEqual(Array.from({ length: all.length }, (_, n) => all.length - n))
  expect(all.length).toBeGreaterThan(AUDIT_PAGE)
  expect((await sam.get('/audit?before=nonsense')).statusCode).toBe(200)
})

test('a record somebody has changed says so, and at which row', async () => {
  await tamper(desk.product.connection.db, "update audit set action = 'close' where id = 2")
  const { body } = await sam.get('/audit')
  expect(body).toContain('role="alert"')
  expect(body).toContain('The chain is broken at row 2')
})

test('a reason that was changed past the triggers is not shown as written, and the page still opens', async () => {
  const person = await Person.asks(desk.product)
  await sam.post(`/c/${person.reference}/break-glass`, { reason: 'A complaint about the call' })
  expect((await sam.get('/audit')).body).toContain('A complaint about the call')
  const last = '(select max(id) from audit)'
  await tamper(
    desk.product.connection.db,
    `update audit set reason = overlay(reason placing 'AAAA' from 40) where id = ${last}`
  )
  const { body } = await sam.get('/audit')
  expect(body).toContain('This reason does not open')
  expect(body).toContain('The chain is broken at row')
})

test('what was put on record in the clear, before reasons were sealed, is still read', async () => {
  await desk.product.staff.audit({ staffId: null, action: 'break_glass', reason: ownReason('An old complaint') })
  expect((await sam.get('/audit')).body).toContain('An old complaint')
})
