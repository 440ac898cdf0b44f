// A session that a member left open somewhere, or that is not theirs: they see it on their own page, and end it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashOf, newToken } from '../../src/console/sign-in-link.ts'
import { STAFF_IDLE } from '../../src/limits.ts'
import { rebind } from '../rebind.ts'
import { openTestDesk, type TestDesk, type Worker } from './desk.ts'
import { heardUntilOver, Stream } from './stream.ts'

let desk: TestDesk
let sam: Worker
let samId: string
beforeAll(async () => {
  desk = await openTestDesk()
  await desk.signIn('Kim')
  await desk.origin.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => desk.close())

const db = () => desk.product.connection.db
beforeEach(async () => {
  const name = `Sam ${randomUUID()}`
  sam = await desk.signIn(name)
  samId = (await db().selectFrom('staff').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
  await db()
    .updateTable('staff')
    .set({ roles: ['supervisor'] })
    .where('id', '=', samId)
    .execute()
  await rebind(desk.product)
})

/** Another browser in which the same member is signed in, or a stranger who is taken for them. */
async function elsewhere(staffId = samId, now = new Date()) {
  const token = newToken()
  await desk.product.staff.openSession(hashOf(token), { staffId, by: 'password' }, now)
  const cookie = `__Host-staff=${token}`
  return { cookie, get: (url: string) => desk.origin.inject({ url, headers: { cookie } }) }
}
const endsIn = (body: string) =>
  [...body.matchAll(/action="(\/account\/sessions\/[\w-]+\/end)"/g)].map(([, to]) => to ?? '')
const acts = async () =>
  (await db().selectFrom('audit').select('action').where('staff_id', '=', samId).orderBy('id').execute()).map(
    ({ action }) => action
  )

test('whoever sits in a forgotten session is seen there, and hears and opens nothing once it is ended', async () => {
  const stranger = await elsewhere()
  const stream = await Stream.open(desk, stranger, '/live/events')
  await stream.until(({ event }) => event === 'part')
  await new Promise(resolve => setTimeout(resolve, 100))

  const { body } = await sam.get('/account')
  expect(body).toMatch(
    /Signed in with a one-time link: \d\d:\d\d\. Last used: \d\d:\d\d\. <strong>You are using this one/
  )
  expect(body).toMatch(/Signed in with a password and a code: \d\d:\d\d\. Last used/)
  const [end = ''] = endsIn(body)
  expect(endsIn(body)).toHaveLength(1)
  expect((await sam.post(end)).headers.location).toBe('/account')

  // Before anything else rings.
  await heardUntilOver(stream)
  expect((await stranger.get('/')).statusCode).toBe(401)
  expect((await sam.get('/account')).statusCode).toBe(200)
  expect((await acts()).at(-1)).toBe('session_end')
})

test('every other one is ended at once, and the one they use stays', async () => {
  const others = [await elsewhere(), await elsewhere()]
  await sam.get('/account')
  await sam.post('/account/sessions/end-others')
  for (const other of others) expect((await other.get('/')).statusCode).toBe(401)
  const { body } = await sam.get('/account')
  expect(endsIn(body)).toEqual([])
  expect(body).not.toContain('End all others')
  await sam.post('/account/sessions/end-others')
  // What ended nothing is no act.
  expect((await acts()).filter(action => action === 'session_end_others')).toHaveLength(1)
})

test('nobody sees or ends a session of a colleague', async () => {
  const kims = (await db().selectFrom('staff').select('id').where('name', '=', 'Kim').executeTakeFirstOrThrow()).id
  const other = await elsewhere(kims)
  const { id } = await db()
    .selectFrom('staff_session')
    .select('id')
    .where('staff_id', '=', kims)
    .where('begun_by', '=', 'password')
    .executeTakeFirstOrThrow()
  expect((await sam.get('/account')).body).not.toContain(id)
  for (const which of [id, 'nonsense']) await sam.post(`/account/sessions/${which}/end`)
  await sam.post('/account/sessions/end-others')
  expect((await other.get('/')).statusCode).toBe(200)
})

test('one that has run out is not shown, and a token of none stands on the page', async () => {
  await elsewhere(samId, new Date(Date.now() - STAFF_IDLE - 1_000))
  const { body } = await sam.get('/account')
  expect(endsIn(body)).toEqual([])
  const sessions = await db().selectFrom('staff_session').select('token_hash').where('staff_id', '=', samId).execute()
  for (const { token_hash } of sessions) {
    for (const form of ['hex', 'base64', 'base64url'] as const) expect(body).not.toContain(token_hash.toString(form))
  }
})
