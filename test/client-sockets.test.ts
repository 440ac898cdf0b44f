// Connections on a real server with small numbers: an attacker's give way, and a person's request always gets through.
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addressReader } from '../src/client-address.ts'
import { capSockets } from '../src/client-sockets.ts'
import { REQUEST_COMES } from '../src/limits.ts'
import { elsewhere, head, type Raw, raw, whole } from './raw-socket.ts'

const CAPS = { most: 12, each: 6, few: 2 }
/** A machine that has much else to do. */
const PATIENCE = { timeout: 20_000 }
const ATTACKER = '127.0.0.2'
const PERSON = '127.0.0.3'

let server: Server
let port: number
/** Answers that are waited for, until a test lets them go. */
let waited: ServerResponse[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
})

async function open(addressOf: Parameters<typeof capSockets>[1] = elsewhere): Promise<void> {
  waited = []
  server = createServer((request, response) => {
    if (request.url === '/slow') waited.push(response)
    else if (request.url === '/stream') response.writeHead(200).write('begun\n')
    else response.end('help')
  })
  capSockets(server, addressOf, CAPS)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
}
afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

const connections = () => new Promise<number>(resolve => server.getConnections((_error, count) => resolve(count)))

async function many(count: number, from: string | ((n: number) => string), sends: string): Promise<Raw[]> {
  const all: Raw[] = []
  for (let n = 0; n < count; n += 1) {
    const one = await raw(port, typeof from === 'string' ? from : from(n), sends)
    if (sends.includes('/stream')) await vi.waitUntil(() => one.text().includes('begun'), PATIENCE)
    all.push(one)
  }
  return all
}

const over = (all: readonly Raw[]) => all.filter(one => one.isOver()).length

async function helped(from: string, ...lines: string[]): Promise<void> {
  const asks = await raw(port, from, whole('/', ...lines))
  await vi.waitUntil(() => asks.text().includes('help'), PATIENCE)
}

test('one client that opens streams without end keeps nobody from help, not even somebody who shares their part of the network', async () => {
  await open()
  const [person] = await many(1, PERSON, whole('/stream'))
  const streams = await many(20, ATTACKER, whole('/stream'))
  await vi.waitUntil(() => over(streams) === 20 - CAPS.each, PATIENCE)
  // The oldest gave way: the newest is what somebody looks at.
  expect(streams.slice(0, -CAPS.each).every(one => one.isOver())).toBe(true)
  await helped(ATTACKER)
  await helped(PERSON)
  expect(person?.isOver()).toBe(false)
})

test('an attacker who begins requests from everywhere and ends none takes no place from a person', async () => {
  await open()
  const [person] = await many(1, PERSON, whole('/stream'))
  const half: Raw[] = []
  for (const round of [1, 2, 3]) {
    half.push(...(await many(CAPS.most - 2, n => `127.0.${round}.${n + 1}`, head('/'))))
    await helped(PERSON)
    vi.setSystemTime(Date.now() + REQUEST_COMES)
  }
  await vi.waitUntil(async () => (await connections()) <= CAPS.most, PATIENCE)
  expect(over(half)).toBeGreaterThan(CAPS.most)
  expect(person?.isOver()).toBe(false)
})

test('an answer that a person waits for is not cut off while others only hold on', async () => {
  await open()
  const [person] = await many(1, PERSON, whole('/slow'))
  await vi.waitUntil(() => waited.length === 1, PATIENCE)
  await many(CAPS.most, n => `127.0.1.${n + 1}`, whole('/stream'))
  await many(CAPS.most, n => `127.0.2.${n + 1}`, head('/'))
  waited[0]?.end('help, late')
  await vi.waitUntil(() => person?.text().includes('help, late'), PATIENCE)
})

test('a request that has only begun to arrive is not cut off for the next one of somebody who floods the same part of the network', async () => {
  await open()
  await many(CAPS.each, ATTACKER, whole('/stream'))
  const [person] = await many(1, ATTACKER, head('/'))
  await many(CAPS.each - 1, ATTACKER, whole('/stream'))
  person?.socket.write('\r\n')
  await vi.waitUntil(() => person?.text().includes('help'), PATIENCE)
})

test('nobody passes a stream off as an answer by asking for more on the same connection', async () => {
  await open()
  const [person] = await many(1, PERSON, whole('/slow'))
  await vi.waitUntil(() => waited.length === 1, PATIENCE)
  await many(2 * CAPS.most, n => `127.0.1.${n + 1}`, whole('/stream') + whole('/'))
  expect(person?.isOver()).toBe(false)
})

test('of an attacker who holds most something goes first, whatever they make it look like', async () => {
  await open()
  const [person] = await many(1, PERSON, whole('/'))
  await vi.waitUntil(() => person?.text().includes('help'), PATIENCE)
  const asking = [...(await many(CAPS.each, ATTACKER, whole('/slow'))), ...(await many(5, '127.0.0.4', whole('/slow')))]
  await vi.waitUntil(() => waited.length === asking.length, PATIENCE)
  vi.setSystemTime(Date.now() + REQUEST_COMES)
  await helped('127.0.0.5')
  await vi.waitUntil(() => over(asking) === 1, PATIENCE)
  expect(person?.isOver()).toBe(false)
})

test('behind a proxy it is the client who counts, and not the proxy', async () => {
  await open(addressReader(['127.0.0.2']))
  const by = (client: string) => `X-Forwarded-For: ${client}`
  const [person] = await many(1, ATTACKER, whole('/stream', by('198.51.100.9')))
  const streams = await many(CAPS.each + 3, ATTACKER, whole('/stream', by('203.0.113.7')))
  await vi.waitUntil(() => over(streams) === 3, PATIENCE)
  await helped(ATTACKER, by('203.0.113.7'))
  await helped(ATTACKER, by('198.51.100.9'))
  expect(person?.isOver()).toBe(false)
})

test('a proxy that holds connections for later loses none of them while there is room', async () => {
  // A proxy out in the world, as those of a large network are.
  await open(({ headers }) => String(headers['x-forwarded-for'] ?? '203.0.113.250'))
  const kept = await many(CAPS.each + 3, ATTACKER, whole('/', 'X-Forwarded-For: 203.0.113.7'))
  await vi.waitUntil(() => kept.every(one => one.text().includes('help')), PATIENCE)
  await helped(ATTACKER, 'X-Forwarded-For: 203.0.113.7')
  expect(over(kept)).toBe(0)
})
