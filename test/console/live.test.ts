import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { tellPresence } from '../../src/store/handover-clocks.ts'
import { answer } from '../opening.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'
import { passes } from './time.ts'

const MINUTE = 60_000

let desk: TestDesk
let ada: Worker
let sam: Worker
const people: Person[] = []
beforeAll(async () => {
  desk = await openTestDesk()
  // The first to come is a supervisor too.
  ada = await desk.signIn('Ada')
  sam = await desk.signIn('Sam')
})
afterEach(async () => {
  for (const person of people.splice(0)) await person.does({ type: 'leave' })
  await heard('Sam', 0)
})
afterAll(() => desk.close())

const asks = async (...events: Parameters<Person['does']>[0][]) => {
  const person = await Person.asks(desk.product, events)
  people.push(person)
  return person
}
const heard = (name: string, ago: number) =>
  desk.product.connection.db
    .updateTable('staff_session')
    .set({ last_seen_at: new Date(Date.now() - ago) })
    .where('staff_id', 'in', eb => eb.selectFrom('staff').select('id').where('name', '=', name))
    .execute()
/** The three parts of the page, as text. */
const live = async () => {
  const { body } = await ada.get('/live')
  const [, alerts = '', all = '', shift = ''] = body.split('<h2>')
  return { alerts, all, shift, body }
}

test('only whoever supervises is shown the way to everything live, and let in', async () => {
  expect((await ada.get('/')).body).toContain('href="/live"')
  expect((await sam.get('/')).body).not.toContain('href="/live"')
  expect((await sam.get('/live')).statusCode).toBe(403)
  expect((await sam.get('/live/events')).statusCode).toBe(403)
})

test('a supervisor sees everybody who waits and everybody who has a worker, by reference, and no word of theirs', async () => {
  const waits = await asks(answer('channelOk', 'yes'), { type: 'typed', text: 'the blue door' })
  const talks = await asks()
  await sam.post(`/c/${talks.reference}/take`)
  await sam.post(`/c/${talks.reference}/say`, { text: 'the green gate' })
  await sam.post(`/c/${talks.reference}/transfer`, { to: '' })
  const { alerts, all, body } = await live()
  expect(alerts).toContain('Nothing has to be looked at now.')
  for (const shown of [waits.reference, talks.reference, 'Taken by Sam', 'Last heard at', 'They are there.'])
    expect(all).toContain(shown)
  expect(all).toContain('whoever is free')
  expect(all).toContain(`href="/c/${talks.reference}"`)
  expect(body).not.toContain('the blue door')
  expect(body).not.toContain('the green gate')
})

test('what cannot wait stands on top: urgent and unseen, a worker who is gone or says nothing, and a long wait', async () => {
  const urgent = await asks(answer('channelOk', 'yes'), answer('dangerNow', 'yes'))
  expect((await live()).alerts).toContain('Nobody has seen this yet.')
  await sam.post(`/c/${urgent.reference}/take`)
  expect((await live()).alerts).not.toContain(urgent.reference)
  await passes(desk.product, urgent.id, 2 * MINUTE)
  expect((await live()).alerts).toContain('Taken, and nothing has been said to them yet.')
  await heard('Sam', 10 * MINUTE)
  const { connection, conversations } = desk.product
  while (await tellPresence(connection, (...tick) => conversations.tick(...tick), new Date())) {}
  expect((await live()).alerts).toContain('lost its connection')
  expect((await live()).alerts).toContain(`/c/${urgent.reference}/bring-back`)
  await passes(desk.product, urgent.id, 2 * MINUTE)
  expect((await live()).alerts).toContain('Their worker was lost.')

  const long = await asks()
  expect((await live()).alerts).not.toContain(long.reference)
  await connection.pool.query(
    "update handover set requested_at = now() - interval '31 minutes' where conversation_id = $1",
    [long.id]
  )
  expect((await live()).alerts).toMatch(new RegExp(`${long.reference}[^]*Has waited very long`))
})

test('who is on duty stands there with what they hold, and who is away, in a pause, or not heard', async () => {
  const urgent = await asks(answer('channelOk', 'yes'), answer('dangerNow', 'yes'))
  const calm = await asks()
  for (const { reference } of [urgent, calm]) await sam.post(`/c/${reference}/take`)
  const ofSam = async () => (await live()).shift.split('Sam')[1] ?? ''
  expect(await ofSam()).toContain('On duty')
  expect(await ofSam()).toContain('Conversations: 2, urgent: 1')
  await sam.post(`/c/${urgent.reference}/close`, { outcome: 'advice_given' })
  expect(await ofSam()).toContain('Pause until')
  await sam.post('/available', { available: 'no' })
  expect(await ofSam()).toContain('Away')
  await sam.post('/available', { available: 'yes' })
  await heard('Sam', 10 * MINUTE)
  expect(await ofSam()).toContain('Their page is not heard.')
})

test('what somebody wrote and was not asked about yet is said in words, never shown, and changes no band', async () => {
  const before = await asks(answer('channelOk', 'yes'))
  const wrote = await asks(answer('channelOk', 'yes'), { type: 'typed', text: 'he strangled me last week' })
  const { staff } = desk.product
  const of = ({ reference }: Person) => staff.byReference(reference, new Date())
  expect((await of(before))?.unasked).toBe(false)
  expect(await of(wrote)).toMatchObject({ unasked: true, band: (await of(before))?.band, urgent: false })
  const { body } = await sam.get('/')
  expect(body.match(/Wrote something that they have not been asked about yet/g)).toHaveLength(1)
  expect(body).not.toContain('strangled')
  expect((await live()).all).toContain('Wrote something that they have not been asked about yet')
})
