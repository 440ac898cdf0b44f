// The real origins on real sockets: an attacker who holds on to connections, and a person and a worker beside them.
import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  CLIENT_SOCKETS_MAX,
  HEADERS_MAX,
  HEADERS_WITHIN,
  KEPT_ALIVE,
  REQUEST_WITHIN,
  STREAMS_MAX
} from '../../../src/limits.ts'
import { openTestDesk, type TestDesk } from '../../console/desk.ts'
import { elsewhere, head, type Raw, raw, whole } from '../../raw-socket.ts'
import { openTestPage, type TestPage, Visitor } from './open-page.ts'

/** A machine that has much else to do. */
const PATIENCE = { timeout: 20_000 }
const ATTACKER = '127.0.0.2'
const PERSON = '127.0.0.3'

let page: TestPage
let desk: TestDesk
beforeAll(async () => {
  page = await openTestPage({ addressOf: elsewhere })
  desk = await openTestDesk({ addressOf: elsewhere })
  for (const app of [page.web, desk.origin]) await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await page.close()
  await desk.close()
})

const portOf = (server: Server) => (server.address() as AddressInfo).port

describe.each([
  ["the person's page", () => page.web.server, '/'],
  ['the desk', () => desk.origin.server, '/sign-in']
])('%s', (_what, serverOf, path) => {
  test('gives up on whoever sends slowly, and holds no connection for good', () => {
    const server = serverOf()
    expect([server.headersTimeout, server.requestTimeout]).toEqual([HEADERS_WITHIN, REQUEST_WITHIN])
    expect([server.keepAliveTimeout, server.maxHeadersCount]).toEqual([KEPT_ALIVE, HEADERS_MAX])
  })

  test('is there for everybody while one client holds as many connections as they like', async () => {
    const port = portOf(serverOf())
    const held: Raw[] = []
    for (let n = 0; n < CLIENT_SOCKETS_MAX + 20; n += 1) held.push(await raw(port, ATTACKER, head(path)))
    await vi.waitUntil(() => held.filter(one => one.isOver()).length === 20, PATIENCE)
    for (const from of [PERSON, ATTACKER]) {
      const asks = await raw(port, from, whole(path, 'Connection: close'))
      await once(asks.socket, 'close')
      expect(asks.text()).toContain('HTTP/1.1 200 OK')
    }
    for (const { socket } of held) socket.destroy()
  })
})

test('one client that opens streams without end does not keep others from help, nor a person from their own stream', async () => {
  const port = portOf(page.web.server)
  const conversation = async () => {
    const visitor = new Visitor(page.web)
    await visitor.get()
    await visitor.post({ do: 'person' })
    return visitor
  }
  const streams = async (visitor: Visitor, from: string, count: number): Promise<Raw[]> => {
    const all: Raw[] = []
    for (let n = 0; n < count; n += 1) all.push(await raw(port, from, whole('/e', `Cookie: ${visitor.cookie}`)))
    await vi.waitUntil(() => all.every(one => one.text().includes('text/event-stream')), PATIENCE)
    return all
  }
  const [person] = await streams(await conversation(), PERSON, 1)
  const held: Raw[] = []
  for (let n = 0; n < 10; n += 1) held.push(...(await streams(await conversation(), ATTACKER, STREAMS_MAX)))
  for (let n = 0; n < CLIENT_SOCKETS_MAX; n += 1) held.push(await raw(port, ATTACKER, head('/e')))
  await vi.waitUntil(() => held.filter(one => one.isOver()).length === held.length - CLIENT_SOCKETS_MAX, PATIENCE)
  for (const from of [PERSON, ATTACKER]) {
    const asks = await raw(port, from, whole('/', 'Connection: close'))
    await once(asks.socket, 'close')
    expect(asks.text()).toContain('Emergency help')
  }
  expect(person?.isOver()).toBe(false)
  for (const one of held) one.socket.destroy()
  person?.socket.destroy()
})
