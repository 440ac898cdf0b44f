// Accounts are made by invitation; whoever looks after them sees nothing of what people said.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmLatest } from './confirming.ts'
import { openTestDesk, type TestDesk, Worker } from './desk.ts'

let desk: TestDesk
/** The first member, who set the place up. */
let sam: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
})
afterAll(() => desk.close())

const linkIn = (body: string) => /http:\/\/[^<\s]+(\/sign-in\/[\w-]+)/.exec(body)?.[1] ?? ''
const idOf = (body: string, name: string) => {
  const item = body.split('<li>').find(part => part.includes(`<h3>${name}</h3>`)) ?? ''
  return /\/accounts\/([\w-]+)\//.exec(item)?.[1] ?? ''
}

async function invited(name: string, ...roles: string[]) {
  await sam.get('/accounts')
  // One name may stand for several boxes: the last of them is what a plain record can hold.
  const { body } = await sam.post('/accounts/invite', roles.length > 0 ? { roles: roles.at(-1) ?? '' } : {})
  if (roles.some(role => role !== 'auditor')) await confirmLatest(desk, sam)
  const worker = new Worker(desk.origin)
  const address = linkIn(body)
  await worker.get(address)
  const signedIn = await worker.post(address, { name })
  return { worker, address, signedIn, body }
}

test.each([
  ['worker', '/', 'On duty'],
  ['supervisor', '/', 'On duty'],
  ['auditor', '/audit', 'The chain holds'],
  ['admin', '/accounts', 'Invite somebody']
])('whoever is invited as %s is that, and begins at a page they may see: %s', async (role, page, seen) => {
  const { worker, signedIn } = await invited(`New-${role}`, role)
  expect(signedIn.headers.location).toBe(page)
  const { body, statusCode } = await worker.get(page)
  expect(statusCode).toBe(200)
  expect(body).toContain(seen)
  expect((await worker.get('/account')).body).toContain(`Your roles: ${role}.`)
})

test('an auditor and an admin are nobody a person could talk to', async () => {
  const before = await desk.product.staff.onDutyCount(new Date())
  await invited('Audrey', 'auditor')
  await invited('Ada', 'admin')
  expect(await desk.product.staff.onDutyCount(new Date())).toBe(before)
})

test('whoever may not open a page is sent on to one they may', async () => {
  const { worker } = await invited('Aud', 'auditor')
  const { body, statusCode } = await worker.get('/')
  expect(statusCode).toBe(403)
  expect(body).toContain('href="/audit"')
})

test('a link works once, and two invitations do not end each other', async () => {
  const first = linkIn((await sam.post('/accounts/invite', { roles: 'worker' })).body)
  await confirmLatest(desk, sam)
  const second = linkIn((await sam.post('/accounts/invite', { roles: 'worker' })).body)
  await confirmLatest(desk, sam)
  for (const address of [first, second]) {
    const worker = new Worker(desk.origin)
    await worker.get(address)
    expect((await worker.post(address, { name: 'Kim' })).statusCode).toBe(303)
    expect((await worker.get(address)).statusCode).toBe(410)
  }
})

test('without a role nobody is invited', async () => {
  await sam.get('/accounts')
  const { body, statusCode } = await sam.post('/accounts/invite')
  expect(statusCode).toBe(422)
  expect(body).toContain('Choose at least one role.')
})

test('new roles hold from the next page on', async () => {
  const { worker: lee } = await invited('Lee', 'worker')
  expect((await lee.get('/audit')).statusCode).toBe(403)
  const { body } = await sam.get('/accounts')
  expect((await sam.post(`/accounts/${idOf(body, 'Lee')}/roles`, { roles: 'auditor' })).statusCode).toBe(303)
  expect((await lee.get('/audit')).statusCode).toBe(200)
  expect((await lee.get('/')).statusCode).toBe(403)
})

test('whoever is removed is out at once, and their name stays on record', async () => {
  const { worker: max } = await invited('Max', 'worker')
  const { body } = await sam.get('/accounts')
  await sam.post(`/accounts/${idOf(body, 'Max')}/remove`)
  expect((await max.get('/')).statusCode).toBe(401)
  expect((await sam.get('/accounts')).body).not.toContain('<h3>Max</h3>')
  expect((await sam.get('/audit')).body).toContain('Max')
})

test('whoever lost everything gets a new link, and what they had before works no more', async () => {
  const { worker: before } = await invited('Jo', 'worker')
  const { body } = await sam.get('/accounts')
  const id = idOf(body, 'Jo')
  const kept = { hash: 'x', totp: 'x', step: 1 }
  await desk.product.credentials.setPassword(id, 'jo', kept)
  const address = linkIn((await sam.post(`/accounts/${id}/invite`)).body)
  await confirmLatest(desk, sam)
  const after = new Worker(desk.origin)
  await after.get(address)
  await after.post(address, { name: 'Jo' })
  expect((await after.get('/')).body).toContain('You are Jo.')
  expect((await before.get('/')).statusCode).toBe(401)
  expect(await desk.product.credentials.password('jo')).toBeNull()
  expect(idOf((await sam.get('/accounts')).body, 'Jo')).toBe(id)
})

test('an admin does not lock themselves out by a slip', async () => {
  const { db } = desk.product.connection
  const { id: own } = await db.selectFrom('staff').select('id').where('name', '=', 'Sam').executeTakeFirstOrThrow()
  expect((await sam.post(`/accounts/${own}/remove`)).statusCode).toBe(422)
  expect((await sam.post(`/accounts/${own}/roles`, { roles: 'worker' })).statusCode).toBe(422)
  expect((await sam.get('/accounts')).statusCode).toBe(200)
})

test('every change is on record, with whom it was done to', async () => {
  const { worker } = await invited('Wil', 'worker')
  await worker.get('/account')
  const { body } = await sam.get('/accounts')
  const id = idOf(body, 'Wil')
  await sam.post(`/accounts/${id}/roles`, { roles: 'auditor' })
  await sam.post(`/accounts/${id}/invite`)
  await sam.post(`/accounts/${id}/remove`)
  const { db } = desk.product.connection
  const rows = await db.selectFrom('audit').select(['action', 'reason']).where('member_id', '=', id).execute()
  expect(rows).toEqual([
    { action: 'roles', reason: 'auditor' },
    { action: 'recover', reason: null },
    { action: 'remove', reason: null }
  ])
})

test('the operator’s link makes a worker while an admin can sign in, and an admin when none can any more', async () => {
  const kay = await desk.signIn('Kay')
  expect((await kay.get('/accounts')).statusCode).toBe(403)
  const { db } = desk.product.connection
  await db.deleteFrom('staff_session').execute()
  const lou = await desk.signIn('Lou')
  expect((await lou.get('/accounts')).statusCode).toBe(200)
})
