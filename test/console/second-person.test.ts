// One admin alone, who wants to read: what people said is opened to nobody by one person.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formToken } from '../../src/console/form-token.ts'
import { hashOf } from '../../src/console/sign-in-link.ts'
import { PROOF_FRESH, ROLE_CHANGE_VALID } from '../../src/limits.ts'
import type { Role } from '../../src/staff/roles.ts'
import { rebind } from '../rebind.ts'
import { codeFor, confirmLatest, latestRequest } from './confirming.ts'
import { openTestDesk, type TestDesk, Worker } from './desk.ts'

let desk: TestDesk
/** The admin who wants to; a colleague with no way in yet; and, where there is one, a second person. */
let eve: Worker
let kim: Worker
let kimId: string
let eveId: string
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const db = () => desk.product.connection.db
const become = async (name: string, roles: readonly Role[]) => {
  await db()
    .updateTable('staff')
    .set({ roles: [...roles] })
    .where('name', '=', name)
    .execute()
  await rebind(desk.product)
}
const rolesOf = async (id: string) =>
  (await db().selectFrom('staff').select('roles').where('id', '=', id).executeTakeFirstOrThrow()).roles
const idOf = async (name: string) =>
  (await db().selectFrom('staff').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
const actsOf = async (id: string) =>
  (await db().selectFrom('audit').select('action').where('staff_id', '=', id).orderBy('id').execute()).map(
    ({ action }) => action
  )
/** Sends the form of a link as its page would have made it. */
const uses = (address: string, name: string) =>
  new Worker(desk.origin).post(address, {
    name,
    token: formToken(desk.key, hashOf(address.replace('/sign-in/', '')))
  })
const linkIn = (body: string) => /http:\/\/[^<\s]+(\/sign-in\/[\w-]+)/.exec(body)?.[1] ?? ''

beforeEach(async () => {
  await db().deleteFrom('role_change').execute()
  await db().deleteFrom('staff_session').execute()
  await db().updateTable('staff').set({ removed_at: new Date() }).execute()
  eve = await desk.signIn('Eve')
  kim = await desk.signIn('Kim')
  // Two of one name would not be told apart.
  eveId = await idOf('Eve')
  kimId = await idOf('Kim')
  await become('Eve', ['admin'])
  await become('Kim', ['auditor'])
  await eve.get('/accounts')
})
afterEach(async () => {
  await db().updateTable('staff').set({ name: 'gone' }).execute()
})

async function somebodyElse(roles: readonly Role[] = ['supervisor']): Promise<Worker> {
  const sue = await desk.signIn('Sue')
  await become('Sue', roles)
  await desk.product.credentials.setPassword(await idOf('Sue'), `sue-${Date.now()}`, { hash: 'x', totp: 'x', step: 1 })
  await sue.get('/confirmations')
  return sue
}

describe('an admin alone', () => {
  test('cannot change their own roles', async () => {
    await eve.post(`/accounts/${eveId}/roles`, { roles: 'supervisor' })
    expect(await rolesOf(eveId)).toEqual(['admin'])
    expect(await latestRequest(desk)).toBe('')
  })

  test.each(['worker', 'supervisor', 'admin'])('makes nobody a %s', async role => {
    expect((await eve.post(`/accounts/${kimId}/roles`, { roles: role })).headers.location).toBe('/confirmations')
    expect(await rolesOf(kimId)).toEqual(['auditor'])
    const request = await latestRequest(desk)
    expect((await eve.post(`/confirmations/${request}/confirm`)).statusCode).toBe(409)
    expect((await eve.post(`/confirmations/${request}/code`, { code: 'AAAA-BBBB-CCCC' })).statusCode).toBe(409)
    expect(await rolesOf(kimId)).toEqual(['auditor'])
  })

  test('invites nobody who could read, and the link they keep works for nobody', async () => {
    const { body } = await eve.post('/accounts/invite', { roles: 'supervisor' })
    const pal = new Worker(desk.origin)
    expect((await pal.get(linkIn(body))).body).toContain('This link does not work yet')
    expect((await uses(linkIn(body), 'Pal')).statusCode).toBe(410)
  })

  test('makes no new link for a supervisor, and so becomes none of them', async () => {
    await become('Kim', ['supervisor'])
    const { body } = await eve.post(`/accounts/${kimId}/invite`)
    expect((await uses(linkIn(body), 'Kim')).statusCode).toBe(410)
    expect((await kim.get('/')).statusCode).toBe(200)
  })

  test('keeps no link for an auditor that opens what the auditor becomes', async () => {
    const { body } = await eve.post(`/accounts/${kimId}/invite`)
    const sue = await somebodyElse()
    await eve.post(`/accounts/${kimId}/roles`, { roles: 'worker' })
    expect((await sue.post(`/confirmations/${await latestRequest(desk)}/confirm`)).statusCode).toBe(303)
    expect(await rolesOf(kimId)).toEqual(['worker'])
    expect((await uses(linkIn(body), 'Kim')).statusCode).toBe(410)
  })

  test.each([
    ['was removed', () => desk.product.connection.db.updateTable('staff').set({ removed_at: new Date() })],
    ['is no admin any more', () => desk.product.connection.db.updateTable('staff').set({ roles: ['auditor'] })]
  ])('who %s has asked for nothing: their link never works', async (_what, change) => {
    const sue = await somebodyElse()
    const { body } = await eve.post('/accounts/invite', { roles: 'worker' })
    const request = await latestRequest(desk)
    await change().where('id', '=', eveId).execute()
    await rebind(desk.product)
    expect((await sue.post(`/confirmations/${request}/confirm`)).statusCode).toBe(409)
    expect((await uses(linkIn(body), 'Pal')).statusCode).toBe(410)
  })

  test('still takes roles away at once', async () => {
    await become('Kim', ['supervisor', 'worker'])
    await eve.post(`/accounts/${kimId}/roles`, { roles: 'worker' })
    expect(await rolesOf(kimId)).toEqual(['worker'])
  })

  test('is asked to prove who they are, where that was a while ago', async () => {
    await db()
      .updateTable('staff_session')
      .set({ proved_at: new Date(Date.now() - PROOF_FRESH - 1_000) })
      .execute()
    await rebind(desk.product)
    for (const [path, fields] of [
      [`/accounts/${kimId}/roles`, { roles: 'worker' }],
      ['/accounts/invite', { roles: 'worker' }]
    ] as const) {
      expect((await eve.post(path, fields)).statusCode).toBe(403)
    }
    expect(await latestRequest(desk)).toBe('')
  })
})

describe('the second person', () => {
  test('confirms, each has fresh proof, and it is on record whose doing it was', async () => {
    const sue = await somebodyElse()
    await eve.post(`/accounts/${kimId}/roles`, { roles: 'worker' })
    const request = await latestRequest(desk)
    expect((await sue.get('/confirmations')).body).toContain(`Request ${request}`)
    expect((await sue.post(`/confirmations/${request}/confirm`)).statusCode).toBe(303)
    expect(await rolesOf(kimId)).toEqual(['worker'])
    expect(await actsOf(eveId)).toContain('role_asked')
    expect(await actsOf(await idOf('Sue'))).toContain('role_confirmed')
  })

  test('with proof that is too old is asked for it', async () => {
    const sue = await somebodyElse()
    await eve.post(`/accounts/${kimId}/roles`, { roles: 'worker' })
    const request = await latestRequest(desk)
    await db()
      .updateTable('staff_session')
      .set({ proved_at: new Date(Date.now() - PROOF_FRESH - 1_000) })
      .execute()
    await rebind(desk.product)
    expect((await sue.post(`/confirmations/${request}/confirm`)).statusCode).toBe(403)
    expect(await rolesOf(kimId)).toEqual(['auditor'])
  })

  test('is never the one it is about', async () => {
    const sue = await somebodyElse(['supervisor'])
    const sueId = await idOf('Sue')
    await eve.post(`/accounts/${sueId}/roles`, { roles: 'admin' })
    const request = await latestRequest(desk)
    expect((await sue.post(`/confirmations/${request}/confirm`)).statusCode).toBe(409)
    expect(await rolesOf(sueId)).toEqual(['supervisor'])
  })

  test('may refuse, and then nothing of it works', async () => {
    const sue = await somebodyElse()
    const { body } = await eve.post('/accounts/invite', { roles: 'worker' })
    const request = await latestRequest(desk)
    expect((await sue.post(`/confirmations/${request}/refuse`)).statusCode).toBe(303)
    expect((await sue.post(`/confirmations/${request}/confirm`)).statusCode).toBe(409)
    expect((await uses(linkIn(body), 'Pal')).statusCode).toBe(410)
  })

  test('confirms once, and not what has waited for too long', async () => {
    const sue = await somebodyElse()
    await eve.post(`/accounts/${kimId}/roles`, { roles: 'worker' })
    const old = await latestRequest(desk)
    await db()
      .updateTable('role_change')
      .set({ asked_at: new Date(Date.now() - ROLE_CHANGE_VALID - 1_000) })
      .execute()
    await rebind(desk.product)
    expect((await sue.post(`/confirmations/${old}/confirm`)).statusCode).toBe(409)
    expect(await rolesOf(kimId)).toEqual(['auditor'])
  })
})

describe('a code from the machine', () => {
  test('is the second person while nobody else can be, once, and on record', async () => {
    const { body } = await eve.post('/accounts/invite', { roles: 'worker' })
    expect((await confirmLatest(desk, eve)).statusCode).toBe(303)
    expect(await actsOf(eveId)).toContain('role_confirmed_code')
    expect((await uses(linkIn(body), 'Pal')).statusCode).toBe(303)
  })

  test('counts for nothing where there is somebody else', async () => {
    await somebodyElse()
    await eve.post(`/accounts/${kimId}/roles`, { roles: 'worker' })
    const request = await latestRequest(desk)
    expect((await eve.post(`/confirmations/${request}/code`, { code: codeFor(desk, request) })).statusCode).toBe(409)
    expect(await rolesOf(kimId)).toEqual(['auditor'])
  })

  test('is for one request alone', async () => {
    await eve.post(`/accounts/${kimId}/roles`, { roles: 'worker' })
    const request = await latestRequest(desk)
    const code = codeFor(desk, 'AAAAAAAA')
    expect((await eve.post(`/confirmations/${request}/code`, { code })).statusCode).toBe(409)
    const typed = codeFor(desk, request).toLowerCase().replaceAll('-', ' ')
    expect((await eve.post(`/confirmations/${request}/code`, { code: typed })).statusCode).toBe(303)
  })
})

describe('every supervisor is told', () => {
  test('on every page, until they have read it', async () => {
    const sue = await somebodyElse()
    const before = (await sue.get('/')).body
    expect(before).toContain('Roles given')
    await sue.post('/confirmations/read')
    expect((await sue.get('/')).body).not.toMatch(/Roles given: \d/)
    await eve.post(`/accounts/${kimId}/roles`, { roles: 'worker' })
    expect((await sue.get('/')).body).toContain('Roles given: 1 new')
    await sue.post('/confirmations/read')
    expect((await sue.get('/')).body).not.toMatch(/Roles given: \d/)
  })

  test('by name of whoever came with a link that two had made', async () => {
    const sue = await somebodyElse()
    const { body } = await eve.post('/accounts/invite', { roles: 'worker' })
    await sue.post(`/confirmations/${await latestRequest(desk)}/confirm`)
    await sue.post('/confirmations/read')
    expect((await uses(linkIn(body), 'Pal')).statusCode).toBe(303)
    expect((await sue.get('/')).body).toContain('Roles given: 1 new')
    expect((await sue.get('/confirmations')).body).toContain('Pal came with this link.')
  })

  test('also of what came while their page was open: they have not read it', async () => {
    const sue = await somebodyElse()
    await sue.post('/confirmations/read')
    const gives = (name: string) =>
      desk.product.accounts.fromIdentity({ key: `oidc|${randomUUID()}`, name, roles: ['supervisor'] }, new Date())
    await gives('Rae')
    const { body } = await sue.get('/confirmations')
    await gives('Pip')
    await sue.post('/confirmations/read', { upTo: /name="upTo" value="([^"]+)"/.exec(body)?.[1] ?? '' })
    expect((await sue.get('/')).body).toContain('Roles given: 1 new')
  })

  test('of what the identity provider gives, which needs nobody here', async () => {
    const sue = await somebodyElse()
    await sue.post('/confirmations/read')
    const identity = { key: `oidc|${randomUUID()}`, name: 'Rae', roles: ['supervisor'] as const }
    const id = await desk.product.accounts.fromIdentity(identity, new Date())
    expect(await rolesOf(id)).toEqual(['supervisor'])
    expect((await sue.get('/')).body).toContain('Roles given: 1 new')
    expect((await sue.get('/confirmations')).body).toContain('made Rae: supervisor')
    // The same again is nothing new.
    await sue.post('/confirmations/read')
    await desk.product.accounts.fromIdentity(identity, new Date())
    expect((await sue.get('/')).body).not.toMatch(/Roles given: \d/)
  })
})

test('nothing inside goes past the two either', async () => {
  const { accounts } = desk.product
  expect(await accounts.setRoles(eveId, kimId, ['worker'])).toBe(false)
  await expect(accounts.invite(eveId, Buffer.alloc(32, 1), new Date(), ['admin'])).rejects.toThrow('given by two')
  await become('Kim', ['supervisor'])
  expect(await accounts.recover(eveId, kimId, Buffer.alloc(32, 2), new Date())).toBe(false)
  expect(await rolesOf(kimId)).toEqual(['supervisor'])
})
