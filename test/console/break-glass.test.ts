// A supervisor may read what is not theirs, for a reason that is on record with the reading; and can do nothing more.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { REASON_MAX } from '../../src/limits.ts'
import { answer } from '../opening.ts'
import { rebind } from '../rebind.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
/** The first member is a supervisor too. */
let sam: Worker
let kim: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
  kim = await desk.signIn('Kim')
})
afterAll(() => desk.close())

/** Somebody who is with Kim, or whose conversation Kim has closed. */
async function withKim(closed: boolean): Promise<Person> {
  const person = await Person.asks(desk.product, [
    answer('channelOk', 'yes'),
    { type: 'answer', question: 'dangerNow', value: 'no', words: 'the blue door' }
  ])
  await kim.get('/')
  await kim.post(`/c/${person.reference}/take`)
  if (closed) await kim.post(`/c/${person.reference}/close`, { outcome: 'advice_given' })
  return person
}

const rowsOf = async ({ reference }: Person) =>
  (await desk.product.staff.record(null))
    .filter(row => row.reference === reference && row.action === 'break_glass')
    .map(({ action, reason }) => ({ action, reason }))

// What is live a supervisor reads without one, on record: test/console/handover.test.ts.
test('a conversation that is closed is read with a reason, which is on record with it', async () => {
  const person = await withKim(true)
  const away = await sam.get(`/c/${person.reference}`)
  expect(away.body).not.toContain('the blue door')
  const way = /href="([^"]+\/break-glass)"/.exec(away.body)?.[1] ?? ''
  expect((await sam.get(way)).body).not.toContain('the blue door')
  const { body, statusCode } = await sam.post(way, { reason: 'A complaint about the call' })
  expect(statusCode).toBe(200)
  expect(body).toContain('the blue door')
  expect(body).toContain('Do not contact.')
  expect(await rowsOf(person)).toEqual([{ action: 'break_glass', reason: 'A complaint about the call' }])
  expect((await sam.get('/audit')).body).toContain('A complaint about the call')
  // It is read once: the page of the conversation is as closed as before.
  expect((await sam.get(`/c/${person.reference}`)).body).not.toContain('the blue door')
})

test('nothing on the page can be sent, and what is with Kim stays with Kim', async () => {
  const person = await withKim(false)
  const { body } = await sam.post(`/c/${person.reference}/break-glass`, { reason: 'A complaint' })
  expect(body).not.toContain(`action="/c/${person.reference}`)
  expect(body).not.toContain('<textarea')
  await sam.post(`/c/${person.reference}/say`, { text: 'Hello' })
  expect(await person.sees()).not.toContain('Hello')
  const reading = await desk.product.conversations.read(person.id)
  expect(reading?.conversation.owner).toMatchObject({ kind: 'worker', name: 'Kim' })
})

test.each([[''], ['  \n '], ['x'.repeat(REASON_MAX + 1)]])(
  'without a reason in some words nothing is read',
  async reason => {
    const person = await withKim(true)
    const { body, statusCode } = await sam.post(`/c/${person.reference}/break-glass`, { reason })
    expect(statusCode).toBe(422)
    expect(body).toContain('Nothing was opened.')
    expect(body).not.toContain('the blue door')
    expect(await rowsOf(person)).toEqual([])
  }
)

test('a worker is offered no such way, and has none', async () => {
  const person = await withKim(false)
  const { db } = desk.product.connection
  await db
    .updateTable('staff')
    .set({ roles: ['worker'] })
    .where('name', '=', 'Sam')
    .execute()
  await rebind(desk.product)
  expect((await sam.get(`/c/${person.reference}`)).body).not.toContain('break-glass')
  expect((await sam.post(`/c/${person.reference}/break-glass`, { reason: 'Curious' })).statusCode).toBe(403)
  expect(await rowsOf(person)).toEqual([])
  await db
    .updateTable('staff')
    .set({ roles: ['worker', 'supervisor', 'admin'] })
    .where('name', '=', 'Sam')
    .execute()
  await rebind(desk.product)
})

test('what is not there is not read: no row for it either', async () => {
  const { statusCode } = await sam.post('/c/NOBODY7/break-glass', { reason: 'A complaint' })
  expect(statusCode).toBe(410)
})
