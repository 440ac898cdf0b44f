import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type PageState, watchPage } from '../../src/console/watch-page.ts'
import type { Sign } from '../../src/conversation/ports.ts'
import { HEARTBEAT } from '../../src/limits.ts'
import { Listener } from '../../src/store/listener.ts'
import { freshDatabase } from '../fresh-database.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
let robin: Worker
let sam: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  robin = await desk.signIn('Robin')
  sam = await desk.signIn('Sam')
})
afterAll(() => desk.close())
afterEach(() => {
  vi.useRealTimers()
})

/** How often somebody's page was told that a worker writes, while this was done. Another sign marks the end: signs keep their order. */
async function toldWhile({ id }: Person, act: () => Promise<unknown>): Promise<number> {
  const { bell } = desk.product
  let told = 0
  let isOver = false
  const stops = [
    bell.onSign(id, 'workerWrites', () => {
      told += 1
    }),
    bell.onSign(id, 'pageClosed', () => {
      isOver = true
    })
  ]
  await act()
  bell.sign(id, 'pageClosed')
  await vi.waitFor(() => expect(isOver).toBe(true))
  for (const stop of stops) stop()
  return told
}

test('a person is told that a worker writes by the one who has the chat, while it is live, and never before or after', async () => {
  const person = await Person.asks(desk.product)
  const typing = `/c/${person.reference}/typing`
  expect(await toldWhile(person, () => robin.post(typing))).toBe(0)
  await robin.post(`/c/${person.reference}/take`)
  expect(await toldWhile(person, () => robin.post(typing))).toBe(1)
  expect(await toldWhile(person, () => sam.post(typing))).toBe(0)
  expect(await toldWhile(person, () => robin.post(typing, { token: 'made up' }))).toBe(0)
  await person.does({ type: 'leave' })
  expect(await toldWhile(person, () => robin.post(typing))).toBe(0)
})

test('nobody who texts is told anything of it', async () => {
  const { connection } = desk.product
  const person = await Person.asks(desk.product)
  await robin.post(`/c/${person.reference}/take`)
  await connection.db.updateTable('conversation').set({ channel: 'sms' }).where('id', '=', person.id).execute()
  expect(await toldWhile(person, () => robin.post(`/c/${person.reference}/typing`))).toBe(0)
})

/** Two processes with a bell each: a worker's page on one, a person's on the other. */
async function twoProcesses() {
  const address = await freshDatabase()
  const [here, there] = [new Listener(address), new Listener(address)]
  await Promise.all([here.open(), there.open()])
  const chat = randomUUID()
  const states: PageState['kind'][] = []
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const watched = watchPage(here, chat, () => states.push(watched.state().kind))
  return {
    here,
    there,
    states,
    state: () => watched.state(),
    opens() {
      const answer = there.onSign(chat, 'pageAsked', () => there.sign(chat, 'pageOpen'))
      there.sign(chat, 'pageOpen')
      return answer
    },
    tells: (sign: Sign) => there.sign(chat, sign),
    async close() {
      watched.stop()
      await Promise.all([here.close(), there.close()])
    }
  }
}

test('a page that closes is said to be away since then, and one of two that closes is not', async () => {
  const two = await twoProcesses()
  const [first, second] = [two.opens(), two.opens()]
  await vi.waitFor(() => expect(two.states).toEqual(['open']))
  first()
  two.tells('pageClosed')
  await new Promise(resolve => setTimeout(resolve, 3_000))
  expect(two.states).toEqual(['open'])
  second()
  two.tells('pageClosed')
  await vi.waitFor(() => expect(two.states).toEqual(['open', 'away']), { timeout: 5_000 })
  expect(two.state()).toMatchObject({ since: expect.any(Date) })
  await two.close()
})

test('a process that was killed says nothing, and its page does not stay open for that', {
  timeout: 40_000
}, async () => {
  const two = await twoProcesses()
  two.opens()
  await vi.waitFor(() => expect(two.states).toEqual(['open']))
  await two.there.close()
  vi.advanceTimersByTime(HEARTBEAT)
  await vi.waitFor(() => expect(two.states).toEqual(['open', 'away']), { timeout: 5_000 })
  await two.close()
})

test('when the question itself is lost, nobody claims to know', async () => {
  const two = await twoProcesses()
  two.opens()
  await vi.waitFor(() => expect(two.states).toEqual(['open']))
  await two.here.close()
  vi.advanceTimersByTime(HEARTBEAT)
  await vi.waitFor(() => expect(two.states).toEqual(['open', 'unknown']), { timeout: 5_000 })
  await two.close().catch(() => {})
})
