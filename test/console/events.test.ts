import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { STAFF_STREAMS_MAX } from '../../src/limits.ts'
import { comeAndGo } from '../going-meanwhile.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'
import { isLog, isPart, Stream } from './stream.ts'

let desk: TestDesk
let sam: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
  await desk.origin.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => desk.close())

async function taken(): Promise<Person> {
  const person = await Person.asks(desk.product)
  await sam.post(`/c/${person.reference}/take`)
  return person
}
const lastSeq = async ({ id }: Person) => (await desk.product.conversations.read(id))?.conversation.lastSeq ?? 0

describe('an open conversation', () => {
  test('shows what the person writes, as they write it', async () => {
    const person = await taken()
    const stream = await Stream.open(desk, sam, `/c/${person.reference}/events?after=${await lastSeq(person)}`)
    await stream.until(isPart('summary'))
    await person.does({ type: 'typed', text: 'is somebody <there>' })
    const event = await stream.until(isLog)
    expect(event.data.html).toContain('is somebody &lt;there>')
    expect(event.id).toBe(await lastSeq(person))
    await stream.close()
  })

  test('goes on where a broken connection stopped: nothing twice, nothing lost', async () => {
    const person = await taken()
    await person.does({ type: 'typed', text: 'first words' })
    const seen = await lastSeq(person)
    await person.does({ type: 'typed', text: 'second words' })
    await person.does({ type: 'typed', text: 'third words' })
    const path = `/c/${person.reference}/events?after=1`
    const stream = await Stream.open(desk, sam, path, { 'last-event-id': String(seen) })
    const { data, id } = await stream.until(isLog)
    expect(data.html).not.toContain('first words')
    expect(data.html).toMatch(/second words[\s\S]*third words/)
    expect(id).toBe(seen + 2)
    await stream.close()
  })

  test('says at once that the person has left, and takes the field away', async () => {
    const person = await taken()
    const stream = await Stream.open(desk, sam, `/c/${person.reference}/events?after=${await lastSeq(person)}`)
    const before = await stream.until(isPart('actions'))
    expect(before.data.html).toContain('name="text"')
    await stream.until(isPart('summary'))
    await person.does({ type: 'leave' })
    const banner = await stream.until(isPart('banner'))
    expect(banner.data.html).toMatch(/Left by quick exit at (?:\d+ \w+, )?\d\d:\d\d\. Do not contact\./)
    const actions = await stream.until(isPart('actions'))
    expect(actions.data.html).not.toContain('name="text"')
    await stream.close()
  })

  test('does not replace the field somebody writes in when a message comes', async () => {
    const person = await taken()
    const stream = await Stream.open(desk, sam, `/c/${person.reference}/events?after=${await lastSeq(person)}`)
    await stream.until(isPart('summary'))
    await person.does({ type: 'typed', text: 'one more thing' })
    await stream.until(isLog)
    await sam.post(`/c/${person.reference}/release`)
    const next = await stream.until(event => event.event === 'part' && event.data.id === 'actions')
    expect(next.data.html).toContain('Take ')
    await stream.close()
  })

  test('ends for a worker when a colleague has it', async () => {
    const person = await Person.asks(desk.product)
    const kim = await desk.signIn('Kim')
    const stream = await Stream.open(desk, kim, `/c/${person.reference}/events`)
    await stream.until(isLog)
    await sam.post(`/c/${person.reference}/take`)
    expect((await stream.until(event => event.event === 'over')).event).toBe('over')
    expect((await stream.next()).event).toBe('end')
  })
})

describe('an open stream', () => {
  test('brings nothing more once the worker has signed out', async () => {
    const person = await Person.asks(desk.product)
    const kim = await desk.signIn('Kim')
    const stream = await Stream.open(desk, kim, `/c/${person.reference}/events?after=${await lastSeq(person)}`)
    await stream.until(isPart('summary'))
    await kim.post('/sign-out')
    await person.does({ type: 'typed', text: 'only for those signed in' })
    // Whether their page is open may have been said just before.
    const next = await stream.until(({ data }) => data.id !== 'their-page')
    expect(next.event).toBe('over')
  })

  test('does not make a worker count as there: only their browser answering does', async () => {
    const { staff, connection } = desk.product
    const person = await Person.asks(desk.product)
    const kim = await desk.signIn('Kim')
    const stream = await Stream.open(desk, kim, `/c/${person.reference}/events?after=${await lastSeq(person)}`)
    await stream.until(isPart('summary'))
    const before = await staff.onDutyCount(new Date())
    await connection.db
      .updateTable('staff_session')
      .set({ last_seen_at: new Date(Date.now() - 5 * 60_000) })
      .where('staff_id', 'in', eb => eb.selectFrom('staff').select('id').where('name', '=', 'Kim'))
      .execute()
    await person.does({ type: 'typed', text: 'hello' })
    expect((await stream.until(isLog)).event).toBe('log')
    const silent = await staff.onDutyCount(new Date())
    expect(silent).toBeLessThan(before)
    expect((await kim.get('/here')).statusCode).toBe(204)
    expect(await staff.onDutyCount(new Date())).toBe(silent + 1)
    await stream.close()
  })
})

describe('the open queue', () => {
  test('shows somebody new by itself', async () => {
    const stream = await Stream.open(desk, sam, '/events')
    await stream.until(isPart('queue'))
    const person = await Person.asks(desk.product)
    const event = await stream.until(
      next => isPart('queue')(next) && Boolean(next.data.html?.includes(person.reference))
    )
    expect(event.data.html).toContain(`Take ${person.reference}`)
    await stream.close()
  })

  test('is not opened more often than a browser can hold', async () => {
    const kim = await desk.signIn('Kim')
    const streams = []
    for (let count = 0; count < STAFF_STREAMS_MAX; count += 1) streams.push(await Stream.open(desk, kim, '/events'))
    expect(streams.map(stream => stream.status)).toEqual(streams.map(() => 200))
    expect((await Stream.open(desk, kim, '/events')).status).toBe(429)
    await Promise.all(streams.map(stream => stream.close()))
  })
})

test('pages that were closed before the desk knew whose they are take nobody the place for one more', async () => {
  const kim = await desk.signIn('Kim')
  const { pool } = desk.product.connection
  const { server } = desk.origin
  const gone = { pool, server, table: 'staff_session', path: '/events', cookie: kim.cookie } as const
  await comeAndGo({ ...gone, count: STAFF_STREAMS_MAX })
  const stream = await Stream.open(desk, kim, '/events')
  expect(stream.status).toBe(200)
  expect((await stream.until(isPart('queue'))).data.id).toBe('queue')
  await stream.close()
})

test('closing the origin ends every open stream', async () => {
  const stream = await Stream.open(desk, sam, '/events')
  await stream.until(isPart('queue'))
  const [event] = await Promise.all([stream.until(() => false), desk.origin.close()])
  expect(event.event).toBe('end')
})
