import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { STREAMS_MAX } from '../../../src/limits.ts'
import { comeAndGo } from '../../going-meanwhile.ts'
import { listenAt } from './listening.ts'
import { openTestPage, type TestPage, Visitor } from './open-page.ts'

let page: TestPage
let port: number
beforeAll(async () => {
  page = await openTestPage()
  await page.web.listen({ port: 0, host: '127.0.0.1' })
  port = (page.web.server.address() as AddressInfo).port
})
afterAll(() => page.close())

const worker = { id: randomUUID(), name: 'Sam' }
const messageId = randomUUID

/** Somebody who has asked for a person, and the id of their conversation. */
async function waiting(...before: [string, string][]): Promise<{ visitor: Visitor; id: string }> {
  const visitor = new Visitor(page.web)
  await visitor.get()
  for (const [question, answer] of before) await visitor.answer(question, answer)
  await visitor.post({ do: 'person' })
  const { rows } = await page.product.connection.pool.query(
    'select id from conversation order by opened_at desc limit 1'
  )
  return { visitor, id: rows[0].id }
}

const listen = (path: string, visitor: Visitor, headers: Record<string, string> = {}) =>
  listenAt(port, path, visitor, headers)

const say = (conversation: string, text: string) =>
  page.product.conversations.speak({ conversation, messageId: messageId(), worker, text })
const afterOf = ({ html }: Visitor) => /data-after="(\d+)"/.exec(html)?.[1] ?? ''

describe.each([
  ['the script', '/e'],
  ['a page without script', '/l']
])('%s', (_who, path) => {
  test("gets a worker's words as they are said, and not one after the person has left", async () => {
    const { visitor, id } = await waiting()
    const stream = await listen(`${path}?after=${afterOf(visitor)}`, visitor)
    await page.product.conversations.join(id, worker, messageId())
    await say(id, 'Hello <b>there</b>\nsecond line')
    await vi.waitFor(() => expect(stream.text()).toContain('Hello &lt;b>there&lt;/b>'))
    expect(stream.text()).not.toContain('<b>there')
    await visitor.get('/x')
    await vi.waitFor(() => expect(stream.isOver()).toBe(true))
    await say(id, 'are you there?')
    expect(stream.text()).not.toContain('are you there?')
  })

  test('falls silent when the person leaves by another process', async () => {
    const { visitor, id } = await waiting()
    const stream = await listen(`${path}?after=${afterOf(visitor)}`, visitor)
    const before = stream.text()
    const leave = { conversation: id, messageId: messageId(), event: { type: 'leave' } } as const
    await page.product.conversations.receive(leave)
    await vi.waitFor(() => expect(stream.isOver()).toBe(true))
    expect(stream.text().slice(before.length)).not.toContain('closed')
  })

  test('takes up after the last line it has', async () => {
    const { visitor, id } = await waiting()
    await page.product.conversations.join(id, worker, messageId())
    await say(id, 'first line')
    const { lastSeq } = (await page.product.conversations.view(id)) ?? { lastSeq: 0 }
    await say(id, 'other line')
    const stream = await listen(`${path}?after=1`, visitor, { 'last-event-id': String(lastSeq) })
    await vi.waitFor(() => expect(stream.text()).toContain('other line'))
    expect(stream.text()).not.toContain('first line')
    stream.response.destroy()
  })

  test('ends when a worker closes the conversation', async () => {
    const { visitor, id } = await waiting()
    await page.product.conversations.join(id, worker, messageId())
    const stream = await listen(`${path}?after=0`, visitor)
    await page.product.conversations.close(id, worker, messageId())
    await vi.waitFor(() => expect(stream.isOver()).toBe(true))
    expect(stream.text()).toContain('closed')
  })

  test('has nothing to listen to before a person was asked for, nor without a session', async () => {
    const visitor = new Visitor(page.web)
    await visitor.get()
    await visitor.answer('channelOk', 'yes')
    expect((await listen(path, visitor)).response.statusCode).toBe(204)
    expect((await listen(path, new Visitor(page.web))).response.statusCode).toBe(204)
  })
})

test('a conversation has so many open pages and no more: the oldest makes room for the newest', async () => {
  const { visitor, id } = await waiting()
  await page.product.conversations.join(id, worker, messageId())
  const open: Awaited<ReturnType<typeof listen>>[] = []
  for (let page = 0; page <= STREAMS_MAX; page++) open.push(await listen('/e', visitor))
  expect(open.map(({ response }) => response.statusCode)).toEqual(open.map(() => 200))
  await vi.waitFor(() => expect(open[0]?.response.readableEnded).toBe(true))
  await say(id, 'for the page that is looked at')
  await vi.waitFor(() => expect(open.at(-1)?.text()).toContain('for the page that is looked at'))
  expect(open[0]?.text()).not.toContain('for the page that is looked at')
  for (const { response } of open) response.destroy()
})

test('a page that was closed before we knew whose it is does not count as open: the worker is not told so, and it keeps nothing alive', async () => {
  const { visitor, id } = await waiting()
  const { bell, connection } = page.product
  await comeAndGo({
    pool: connection.pool,
    server: page.web.server,
    table: 'conversation',
    path: '/e?after=0',
    cookie: visitor.cookie,
    count: 2
  })
  let answers = 0
  const stop = bell.onSign(id, 'pageOpen', () => {
    answers += 1
  })
  const asked = new Promise<void>(resolve => {
    bell.onSign(id, 'pageAsked', resolve)
  })
  bell.sign(id, 'pageAsked')
  await asked
  // Whoever answers does so at once; a sign of ours comes after theirs.
  const closed = new Promise<void>(resolve => {
    bell.onSign(id, 'pageClosed', resolve)
  })
  bell.sign(id, 'pageClosed')
  await closed
  stop()
  expect(answers).toBe(0)
})

test('in short mode every change brings the whole step, and nothing before it', async () => {
  const { visitor, id } = await waiting(['channelOk', 'unsure'])
  await page.product.conversations.join(id, worker, messageId())
  const stream = await listen('/e?after=0', visitor)
  await say(id, 'one thing')
  await say(id, 'another thing')
  await vi.waitFor(() => expect(stream.text()).toContain('another thing'))
  const last =
    stream
      .text()
      .trimEnd()
      .split('\n\n')
      .findLast(event => event.includes('data: ')) ?? ''
  expect(last).toContain('data-clear')
  expect(last).toContain('one thing')
  expect(last).not.toContain('Is it OK to message right now?')
  stream.response.destroy()
})

test('the frame may stand in our own page and nowhere else', async () => {
  const { visitor } = await waiting()
  const frame = await listen('/l', visitor)
  expect(frame.response.headers['content-security-policy']).toContain("frame-ancestors 'self'")
  await vi.waitFor(() => expect(frame.text()).toContain('<noscript><meta http-equiv="refresh"'))
  frame.response.destroy()
})
