import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SAFE } from '../../with-words.ts'
import { listenAt } from './listening.ts'
import { openTestPage, type TestPage, Visitor } from './open-page.ts'
import { People, say } from './people.ts'

let page: TestPage
let port: number
beforeAll(async () => {
  page = await openTestPage()
  await page.web.listen({ port: 0, host: '127.0.0.1' })
  port = (page.web.server.address() as AddressInfo).port
})
afterAll(() => page.close())

const robin = { id: randomUUID(), name: 'Robin' }
const messageId = randomUUID

/** Somebody who has asked for a person, and the id of their conversation. */
async function waiting(...before: [string, string][]): Promise<{ visitor: Visitor; id: string }> {
  const visitor = new Visitor(page.web)
  await visitor.get()
  for (const [question, answer] of before) await visitor.answer(question, answer)
  await visitor.post({ do: 'person' })
  return { visitor, id: await newest() }
}

async function newest(): Promise<string> {
  const { rows } = await page.product.connection.pool.query(
    'select id from conversation order by opened_at desc limit 1'
  )
  return rows[0].id
}

/** Gives the sign, and waits until every page has dealt with it. */
async function workerWrites(id: string): Promise<void> {
  const { bell } = page.product
  const heard = new Promise<void>(resolve => {
    const stop = bell.onSign(id, 'workerWrites', () => {
      stop()
      resolve()
    })
  })
  bell.sign(id, 'workerWrites')
  await heard
  await new Promise(resolve => setTimeout(resolve, 150))
}

const WRITES = 'event: w\ndata: Robin is writing\n\n'
const NO_MORE = 'event: w\ndata: \n\n'

test('the page is told that a worker writes once they have joined, until their words come, and never after leaving', async () => {
  const { visitor, id } = await waiting()
  const stream = await listenAt(port, '/e?after=0', visitor)
  await vi.waitFor(() => expect(stream.text()).toContain('data-live'))
  await workerWrites(id)
  expect(stream.text()).not.toContain('event: w')

  await page.product.conversations.join(id, robin, messageId())
  await vi.waitFor(() => expect(stream.text()).toContain('You are talking to Robin'))
  await workerWrites(id)
  expect(stream.text()).toContain(WRITES)
  expect(stream.text()).not.toContain(NO_MORE)
  await page.product.conversations.speak({
    conversation: id,
    messageId: messageId(),
    worker: robin,
    text: 'Hello there'
  })
  await vi.waitFor(() => expect(stream.text()).toContain(NO_MORE))
  expect(stream.text().indexOf('Hello there')).toBeLessThan(stream.text().indexOf(NO_MORE))

  const before = stream.text().length
  await page.product.conversations.receive({ conversation: id, messageId: messageId(), event: { type: 'leave' } })
  await workerWrites(id)
  expect(stream.text().slice(before)).not.toContain('event: w')
})

test('whoever stands at the door, and has not said that it is safe, has no stream that could say it', async () => {
  const visitor = await new People(page).away()
  await say(visitor, SAFE)
  const id = await newest()
  await page.product.conversations.join(id, robin, messageId())
  await visitor.get()
  expect(visitor.html).not.toContain('id="w"')
  expect((await listenAt(port, '/e?after=0', visitor)).response.statusCode).toBe(204)
})

test('a page without script is told nothing of it', async () => {
  const { visitor, id } = await waiting()
  await page.product.conversations.join(id, robin, messageId())
  const frame = await listenAt(port, '/l?after=0', visitor)
  await vi.waitFor(() => expect(frame.text()).toContain('Robin'))
  const before = frame.text()
  await workerWrites(id)
  expect(frame.text().slice(before.length)).not.toMatch(/writing|event: w/)
  frame.response.destroy()
})

test('that a person writes is told with the form of their own page only, not faster than it is shown, and not after leaving', async () => {
  const { visitor, id } = await waiting()
  await page.product.conversations.join(id, robin, messageId())
  await visitor.get()
  let told = 0
  const stop = page.product.bell.onSign(id, 'personWrites', () => {
    told += 1
  })
  const tell = async (cookie: string, fields: Record<string, string>, headers = {}) => {
    const answer = await page.web.inject({
      method: 'POST',
      url: '/w',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString()
    })
    await new Promise(resolve => setTimeout(resolve, 150))
    return answer.statusCode
  }
  const { cookie, token: k } = visitor
  expect(await tell(cookie, { k: 'made.up' })).toBe(204)
  expect(await tell('', { k })).toBe(204)
  expect(await tell(cookie, { k }, { 'sec-fetch-site': 'cross-site' })).toBe(204)
  expect(told).toBe(0)
  for (let often = 0; often < 5; often += 1) expect(await tell(cookie, { k })).toBe(204)
  expect(told).toBe(1)
  await new Promise(resolve => setTimeout(resolve, 2_000))
  await tell(cookie, { k })
  expect(told).toBe(2)
  await page.product.conversations.receive({ conversation: id, messageId: messageId(), event: { type: 'leave' } })
  await new Promise(resolve => setTimeout(resolve, 2_000))
  expect(await tell(cookie, { k })).toBe(204)
  expect(told).toBe(2)
  stop()
})

test('an open page says that it is there, and the last one that it has gone', async () => {
  const { visitor, id } = await waiting()
  const signs: string[] = []
  for (const sign of ['pageOpen', 'pageClosed'] as const) page.product.bell.onSign(id, sign, () => signs.push(sign))
  const [first, second] = [await listenAt(port, '/e', visitor), await listenAt(port, '/e', visitor)]
  await vi.waitFor(() => expect(signs).toEqual(['pageOpen', 'pageOpen']))
  page.product.bell.sign(id, 'pageAsked')
  await vi.waitFor(() => expect(signs).toHaveLength(4))
  first.response.destroy()
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(signs).not.toContain('pageClosed')
  second.response.destroy()
  await vi.waitFor(() => expect(signs.at(-1)).toBe('pageClosed'))
})
