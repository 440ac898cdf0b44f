// Pages that were open before somebody's role, session or right to look ended: they hear nothing more.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../src/staff/roles.ts'
import { answer } from '../opening.ts'
import { rebind } from '../rebind.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'
import { heardUntilOver, Stream } from './stream.ts'

let desk: TestDesk
/** The one who ends it, and the one whose it was. */
let ada: Worker
let sam: Worker
let samId: string
beforeAll(async () => {
  desk = await openTestDesk()
  ada = await desk.signIn('Ada')
  await desk.origin.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => desk.close())

const idOf = async (name: string): Promise<string> => {
  const { db } = desk.product.connection
  return (await db.selectFrom('staff').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
}
/** As two would have made them. */
const made = async (roles: readonly Role[]) => {
  await desk.product.connection.db
    .updateTable('staff')
    .set({ roles: [...roles] })
    .where('id', '=', samId)
    .execute()
  await rebind(desk.product)
}
const become = async (roles: readonly Role[]) => desk.product.accounts.setRoles(await idOf('Ada'), samId, roles)

beforeEach(async () => {
  const name = `Sam ${randomUUID()}`
  sam = await desk.signIn(name)
  samId = await idOf(name)
  await made(['supervisor'])
})

/** A supervisor looks on at somebody else's conversation. */
async function lookingOn(path: (person: Person) => string) {
  const person = await Person.asks(desk.product)
  await ada.post(`/c/${person.reference}/take`)
  const stream = await Stream.open(desk, sam, path(person))
  expect(stream.status).toBe(200)
  await stream.until(({ event }) => event === 'part')
  await new Promise(resolve => setTimeout(resolve, 100))
  return { person, stream }
}
const START = [answer('channelOk', 'yes'), answer('dangerNow', 'no')]
const conversation = ({ reference }: Person) => `/c/${reference}/events`

describe('a demoted supervisor hears nothing more', () => {
  test('of a conversation they looked on', async () => {
    const { person, stream } = await lookingOn(conversation)
    await become(['worker'])
    await person.does({ type: 'typed', text: 'the blue door' })
    expect(await heardUntilOver(stream)).not.toContain('the blue door')
    await ada.post(`/c/${person.reference}/close`, { outcome: 'advice_given' })
  })

  test.each([
    ['of everything live', '/live/events', ['worker']],
    ['of the queue, who is an auditor now', '/events', ['auditor']],
    ['of call-backs, who is an auditor now', '/call-backs/events', ['auditor']]
  ] as const)('%s', async (_what, path, roles) => {
    const { person, stream } = await lookingOn(() => path)
    await become(roles)
    const later = await Person.asks(desk.product)
    expect(await heardUntilOver(stream)).not.toContain(later.reference)
    for (const one of [person, later]) await one.does({ type: 'leave' })
  })
})

describe('so does whoever', () => {
  const ends: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['was removed', async () => desk.product.accounts.remove(await idOf('Ada'), samId, new Date())],
    ['signed out', () => sam.post('/sign-out')],
    [
      'is given other roles by the identity provider',
      async () => {
        const { db } = desk.product.connection
        await db
          .updateTable('staff')
          .set({ identity: `oidc|${samId}` })
          .where('id', '=', samId)
          .execute()
        await rebind(desk.product)
        await desk.product.accounts.fromIdentity({ key: `oidc|${samId}`, name: 'Sam', roles: ['auditor'] }, new Date())
      }
    ]
  ]
  test.each(ends)('%s', async (_what, end) => {
    const { person, stream } = await lookingOn(conversation)
    await end()
    await person.does({ type: 'typed', text: 'the blue door' })
    expect(await heardUntilOver(stream)).not.toContain('the blue door')
    await ada.post(`/c/${person.reference}/close`, { outcome: 'advice_given' })
  })

  test('is said to have the partner, at once', async () => {
    await made(['worker', 'supervisor'])
    const theirs = await Person.asks(desk.product)
    await sam.post(`/c/${theirs.reference}/take`)
    const { person, stream } = await lookingOn(conversation)
    await ada.post(`/c/${person.reference}/partner`, { partner: theirs.reference })
    await person.does({ type: 'typed', text: 'the blue door' })
    expect(await heardUntilOver(stream)).not.toContain('the blue door')
    await ada.post(`/c/${person.reference}/close`, { outcome: 'advice_given' })
    await theirs.does({ type: 'leave' })
  })

  test('takes the other of a couple meanwhile', async () => {
    await made(['worker', 'supervisor'])
    const browser = randomBytes(32)
    const from = (audience: string) => Person.asks(desk.product, [...START, answer('audience', audience)], browser)
    const hurt = await from('survivor')
    await ada.post(`/c/${hurt.reference}/take`)
    const stream = await Stream.open(desk, sam, conversation(hurt))
    await stream.until(({ event }) => event === 'part')
    await new Promise(resolve => setTimeout(resolve, 100))
    const harms = await from('harmer')
    await sam.post(`/c/${harms.reference}/take`)
    expect(await heardUntilOver(stream)).not.toContain('the blue door')
    for (const one of [hurt, harms]) await one.does({ type: 'leave' })
  })
})
