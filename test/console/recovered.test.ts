// An account that may be in other hands is given back to its member: from that moment nobody else is in it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../src/staff/roles.ts'
import { rebind } from '../rebind.ts'
import { confirmLatest, latestRequest } from './confirming.ts'
import { openTestDesk, Person, type TestDesk, Worker } from './desk.ts'
import { heardUntilOver, Stream } from './stream.ts'

let desk: TestDesk
let ada: Worker
/** The session that may be in other hands. */
let old: Worker
let jo: string
let login: string
beforeAll(async () => {
  desk = await openTestDesk()
  ada = await desk.signIn('Ada')
  await desk.origin.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => desk.close())

beforeEach(async () => {
  const name = `Jo ${randomUUID()}`
  login = `jo-${randomUUID()}`
  old = await desk.signIn(name)
  const { db } = desk.product.connection
  jo = (await db.selectFrom('staff').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
  await desk.product.credentials.setPassword(jo, login, { hash: 'x', totp: 'x', step: 1 })
  await ada.get('/accounts')
})

const are = async (roles: readonly Role[]) => {
  await desk.product.connection.db
    .updateTable('staff')
    .set({ roles: [...roles] })
    .where('id', '=', jo)
    .execute()
  await rebind(desk.product)
}
const linkIn = (body: string) => /http:\/\/[^<\s]+(\/sign-in\/[\w-]+)/.exec(body)?.[1] ?? ''

describe('an old session hears and opens nothing once an account is recovered', () => {
  test('of a supervisor, from the moment a second person has confirmed it', async () => {
    await are(['supervisor'])
    const person = await Person.asks(desk.product)
    await ada.post(`/c/${person.reference}/take`)
    const stream = await Stream.open(desk, old, `/c/${person.reference}/events`)
    await stream.until(({ event }) => event === 'part')
    await new Promise(resolve => setTimeout(resolve, 100))

    await ada.post(`/accounts/${jo}/invite`)
    expect((await old.get('/')).statusCode).toBe(200)
    await confirmLatest(desk, ada)
    await person.does({ type: 'typed', text: 'the blue door' })
    expect(await heardUntilOver(stream)).not.toContain('the blue door')
    for (const path of ['/', `/c/${person.reference}`, '/account']) expect((await old.get(path)).statusCode).toBe(401)
    await ada.post(`/c/${person.reference}/close`, { outcome: 'advice_given' })
  })

  test('of an auditor, from the moment an admin has made the link', async () => {
    await are(['auditor'])
    expect((await old.get('/audit')).statusCode).toBe(200)
    await ada.post(`/accounts/${jo}/invite`)
    expect((await old.get('/audit')).statusCode).toBe(401)
  })

  test('nor does it begin another with what was set before; the new link works', async () => {
    const address = linkIn((await ada.post(`/accounts/${jo}/invite`)).body)
    await confirmLatest(desk, ada)
    expect(await desk.product.credentials.password(login)).toBeNull()
    const after = new Worker(desk.origin)
    await after.get(address)
    expect((await after.post(address, { name: 'Jo' })).statusCode).toBe(303)
    expect((await after.get('/')).body).toContain('You are Jo.')
  })
})

test('a recovery that was only asked for, or was refused, throws nobody out', async () => {
  await ada.post(`/accounts/${jo}/invite`)
  await ada.post(`/confirmations/${await latestRequest(desk)}/refuse`)
  expect((await old.get('/')).statusCode).toBe(200)
  expect(await desk.product.credentials.password(login)).not.toBeNull()
})
