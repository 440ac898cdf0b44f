import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellOpening, tellPresence } from '../../src/store/handover-clocks.ts'
import { answer } from '../opening.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'
import { passes as passesFor } from './time.ts'

let desk: TestDesk
let ada: Worker
let sam: Worker
let kim: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  // The first to come is a supervisor too.
  ada = await desk.signIn('Ada')
  sam = await desk.signIn('Sam')
  kim = await desk.signIn('Kim')
})
afterAll(() => desk.close())

const MINUTE = 60_000
const tick = (conversation: string, event: Parameters<TestDesk['product']['conversations']['tick']>[1], id: string) =>
  desk.product.conversations.tick(conversation, event, id)

/** So much time passes for this person. */
const passes = ({ id }: Person, time: number) => passesFor(desk.product, id, time)

const viewOf = async (person: Person) =>
  (await desk.product.conversations.read(person.id))?.conversation.handoverState?.view
const timersOf = async ({ id }: Person) => {
  const { db } = desk.product.connection
  const rows = await db.selectFrom('timer').selectAll().where('conversation_id', '=', id).execute()
  return Object.fromEntries(
    rows.filter(({ kind }) => kind !== 'accessIdle').map(({ kind, due_at }) => [kind, due_at.toISOString()])
  )
}
const last = async (person: Person) => (await person.sees()).at(-1)
const clean = async (...people: Person[]) => {
  for (const person of people) await person.does({ type: 'leave' })
}

describe('waiting', () => {
  test('is honest: asked after five minutes, told after twenty, and each clock is a row beside the state', async () => {
    const person = await Person.asks(desk.product)
    expect(await timersOf(person)).toEqual(
      (await desk.product.conversations.read(person.id))?.conversation.handoverState?.due
    )
    await passes(person, 6 * MINUTE)
    expect(await last(person)).toContain('No one is free yet.')
    expect((await desk.product.conversations.view(person.id))?.offer).toEqual({ stay: true, later: false })
    await person.does({ type: 'stay' })
    expect(await last(person)).toContain('You keep your place')
    await passes(person, 6 * MINUTE)
    await passes(person, 16 * MINUTE)
    expect(await last(person)).toContain("we can't say when")
    expect(await timersOf(person)).toEqual({})
    await sam.post(`/c/${person.reference}/take`)
    expect(await last(person)).toContain('Sam has joined you.')
    expect(await timersOf(person)).toEqual(
      (await desk.product.conversations.read(person.id))?.conversation.handoverState?.due
    )
    await clean(person)
    expect(await timersOf(person)).toEqual({})
  })

  test('a clock that two processes find at once runs once', async () => {
    const person = await Person.asks(desk.product)
    const reading = await desk.product.conversations.read(person.id)
    const [timer = ''] = Object.keys(reading?.conversation.handoverState?.due ?? {})
    const at = reading?.conversation.handoverState?.due[timer] ?? ''
    const early = await tick(person.id, { type: 'TIMER', timer }, `${timer}:${at}`)
    expect(early).toBeNull()
    await clean(person)
  })

  test('says so when the line closes and opens again, and nothing twice', async () => {
    const person = await Person.asks(desk.product)
    const { connection } = desk.product
    desk.product.availability = { onDuty: false, open: false, opensAt: '09:00 on Monday' }
    while (await tellOpening(connection, tick, false, new Date())) {}
    expect(await last(person)).toContain('We open at 09:00 on Monday.')
    expect((await sam.get('/')).body).toContain('The line is closed. They were told so.')
    const count = (await person.sees()).length
    expect(await tellOpening(connection, tick, false, new Date())).toBe(false)
    expect((await person.sees()).length).toBe(count)
    desk.product.availability = { onDuty: true, open: true, opensAt: null }
    while (await tellOpening(connection, tick, true, new Date())) {}
    expect(await last(person)).toContain('A person will join you here')
    await clean(person)
  })
})

describe('somebody in danger', () => {
  test('rings at the desk until somebody says that they have seen it', async () => {
    const person = await Person.asks(desk.product, [answer('channelOk', 'yes'), answer('dangerNow', 'yes')])
    expect((await sam.get('/')).body).toContain('Nobody has seen this yet.')
    await passes(person, 61_000)
    expect((await sam.get('/')).body).toContain('supervisors and whoever is on call are told.')
    await sam.post(`/c/${person.reference}/seen`)
    expect((await sam.get('/')).body).toContain('Seen. Somebody still has to take it.')
    await clean(person)
  })
})

describe('a worker whose console falls silent', () => {
  const heard = (name: string, ago: number) =>
    desk.product.connection.db
      .updateTable('staff_session')
      .set({ last_seen_at: new Date(Date.now() - ago) })
      .where('staff_id', 'in', eb => eb.selectFrom('staff').select('id').where('name', '=', name))
      .execute()

  test('keeps the person for a while, who is told once; then they are first in the queue and need not say it again', async () => {
    const { connection } = desk.product
    const person = await Person.asks(desk.product)
    const earlier = await Person.asks(desk.product)
    await kim.post(`/c/${person.reference}/take`)
    await heard('Kim', 10 * MINUTE)
    while (await tellPresence(connection, tick, new Date())) {}
    expect(await last(person)).toContain('Kim has lost the connection.')
    await heard('Kim', 0)
    while (await tellPresence(connection, tick, new Date())) {}
    expect(await last(person)).toContain('Kim is back.')
    await heard('Kim', 10 * MINUTE)
    while (await tellPresence(connection, tick, new Date())) {}
    await passes(person, 46_000)
    expect(await last(person)).toContain('You are first in the queue now.')
    expect(await viewOf(person)).toMatchObject({ stage: 'queued', front: true, worker: null })
    const reading = await desk.product.conversations.read(person.id)
    expect(reading?.conversation.owner).toEqual({ kind: 'queue' })
    await heard('Kim', 0)
    const { body } = await sam.get('/')
    expect(body).toContain('was with Kim before')
    expect(body.indexOf(person.reference)).toBeLessThan(body.indexOf(earlier.reference))
    await clean(person, earlier)
  })
})

describe('taking over', () => {
  const asked = async (to: string) => {
    const person = await Person.asks(desk.product, [
      answer('channelOk', 'yes'),
      { type: 'typed', text: 'the blue door' }
    ])
    await sam.post(`/c/${person.reference}/take`)
    const { body } = await sam.get(`/c/${person.reference}`)
    const id = new RegExp(`<option value="([^"]*)">${to}</option>`).exec(body)?.[1] ?? ''
    await sam.post(`/c/${person.reference}/transfer`, { to: id })
    return person
  }

  test('is warm: the colleague reads first, the first keeps it until then, and the person is told who is there', async () => {
    const person = await asked('Kim')
    expect((await kim.get('/')).body).toContain('Sam asks you to take over.')
    expect((await kim.get(`/c/${person.reference}`)).body).toContain('the blue door')
    expect((await kim.post(`/c/${person.reference}/say`, { text: 'too early' })).statusCode).toBe(409)
    expect((await sam.post(`/c/${person.reference}/say`, { text: 'still me' })).statusCode).toBe(303)
    await kim.post(`/c/${person.reference}/accept`)
    expect(await last(person)).toContain('Kim is here now in place of Sam.')
    expect((await sam.post(`/c/${person.reference}/say`, { text: 'too late' })).statusCode).toBe(409)
    expect((await kim.post(`/c/${person.reference}/say`, { text: 'hello from Kim' })).statusCode).toBe(303)
    expect(await person.sees()).not.toContain('too early')
    expect(await person.sees()).not.toContain('too late')
    await clean(person)
  })

  test('words that went are not called unsent because their answer was lost and a colleague has the person since', async () => {
    const person = await asked('Kim')
    const form = { text: 'I am still here.', once: randomUUID() }
    expect((await sam.post(`/c/${person.reference}/say`, form)).statusCode).toBe(303)
    await kim.post(`/c/${person.reference}/accept`)
    const again = await sam.post(`/c/${person.reference}/say`, form, { accept: 'application/json' })
    expect(again.json()).toMatchObject({ why: null })
    expect((await person.sees()).filter(text => text === form.text)).toHaveLength(1)
    await clean(person)
  })

  test('is not somebody else to accept, and a no leaves it where it is', async () => {
    const person = await asked('Kim')
    expect((await ada.post(`/c/${person.reference}/accept`)).statusCode).toBe(409)
    await kim.post(`/c/${person.reference}/decline`)
    expect(await viewOf(person)).toMatchObject({ worker: { name: 'Sam' }, transfer: null })
    expect((await kim.get(`/c/${person.reference}`)).statusCode).toBe(409)
    await clean(person)
  })

  test('by whoever is free: of two who accept at once one has it', async () => {
    const person = await asked('whoever is free')
    const both = await Promise.all([kim, ada].map(worker => worker.post(`/c/${person.reference}/accept`)))
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    expect((await person.sees()).filter(text => text.includes('in place of Sam'))).toHaveLength(1)
    await clean(person)
  })
})

describe('a supervisor', () => {
  test('reads what is live, on record and unseen, and speaks only once the person has been told', async () => {
    const person = await Person.asks(desk.product)
    await sam.post(`/c/${person.reference}/take`)
    const before = await person.sees()
    expect((await ada.get(`/c/${person.reference}`)).body).toContain('You are reading as a supervisor.')
    expect(await person.sees()).toEqual(before)
    const { db } = desk.product.connection
    const rows = await db.selectFrom('audit').selectAll().where('conversation_id', '=', person.id).execute()
    expect(rows.map(({ action }) => action)).toContain('summary_open')
    expect((await ada.post(`/c/${person.reference}/say`, { text: 'unseen' })).statusCode).toBe(409)
    await ada.post(`/c/${person.reference}/join-in`)
    expect(await last(person)).toBe('Ada from our team is here too.')
    expect((await ada.post(`/c/${person.reference}/say`, { text: 'I am Ada' })).statusCode).toBe(303)
    expect((await sam.post(`/c/${person.reference}/say`, { text: 'and I am Sam' })).statusCode).toBe(303)
    await ada.post(`/c/${person.reference}/step-out`)
    expect(await last(person)).toContain('Ada has left.')
    expect((await ada.post(`/c/${person.reference}/say`, { text: 'unseen' })).statusCode).toBe(409)
    expect(await person.sees()).not.toContain('unseen')
    await clean(person)
  })

  test('is somebody: a worker can do none of it', async () => {
    const person = await Person.asks(desk.product)
    await sam.post(`/c/${person.reference}/take`)
    expect((await kim.get(`/c/${person.reference}`)).statusCode).toBe(409)
    expect((await kim.post(`/c/${person.reference}/join-in`, { once: randomUUID() })).statusCode).toBe(403)
    await clean(person)
  })
})

test('nothing is said to whoever has left, whatever clocks and colleagues do afterwards', async () => {
  const person = await Person.asks(desk.product)
  await sam.post(`/c/${person.reference}/take`)
  await person.does({ type: 'leave' })
  const before = await person.sees()
  await passes(person, 60 * MINUTE)
  await ada.post(`/c/${person.reference}/join-in`)
  while (await tellPresence(desk.product.connection, tick, new Date())) {}
  expect(await person.sees()).toEqual(before)
})

test('what happens to a referral is noted with its turn for whoever is to hear it: ids, and never a word', async () => {
  const { db } = desk.product.connection
  const person = await Person.asks(desk.product, [answer('channelOk', 'yes'), { type: 'typed', text: 'the blue door' }])
  await sam.post(`/c/${person.reference}/take`)
  await sam.post(`/c/${person.reference}/close`, { outcome: 'advice_given' })
  const rows = await db.selectFrom('event').selectAll().where('conversation_id', '=', person.id).orderBy('at').execute()
  expect(rows.map(({ kind }) => kind)).toEqual(['referral.created', 'referral.accepted', 'referral.closed'])
  expect(JSON.stringify(rows)).not.toContain('blue')
})
