import { randomUUID } from 'node:crypto'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guard } from '../../src/console/guard.ts'
import { wayOf } from '../../src/console/way.ts'
import { makeLog } from '../../src/log.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
let sam: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
})
afterAll(() => desk.close())

describe('without signing in', () => {
  test('every address but those to sign in at is closed', async () => {
    const all = desk.routes
    expect(all.length).toBeGreaterThan(12)
    const open = []
    for (const { method, url } of all) {
      const { statusCode } = await desk.origin.inject({ method, url })
      if (statusCode !== 401) open.push(`${method} ${url} ${statusCode}`)
    }
    expect(open).toEqual([
      'GET /sign-in/nobody 410',
      'POST /sign-in/nobody 403',
      'GET /sign-in 200',
      'POST /sign-in/password 403',
      'POST /sign-in/passkey/options 403',
      'POST /sign-in/passkey 403'
    ])
  })

  test('a made-up cookie opens nothing', async () => {
    const { statusCode } = await desk.origin.inject({ url: '/', headers: { cookie: '__Host-staff=made-up' } })
    expect(statusCode).toBe(401)
  })
})

test('a route that does not say who may use it stops the start', () => {
  const app = fastify()
  const { product, key } = desk
  guard(app, {
    ...product,
    key,
    log: makeLog('silent'),
    way: wayOf(product),
    addressOf: () => '',
    dueCallBacks: async () => []
  })
  expect(() => app.get('/forgotten', () => 'open to all')).toThrow(/\/forgotten does not say who may use it/)
})

describe('a form from somewhere else', () => {
  const takes = (person: Person, fields: Record<string, string>, headers: Record<string, string>) =>
    sam.post(`/c/${person.reference}/take`, fields, headers)

  test.each([
    ['has no token', { token: '' }, {}],
    ['has a token of another session', { token: 'x'.repeat(43) }, {}],
    ['is sent by another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['comes from another origin', {}, { origin: 'https://elsewhere.example' }],
    ['comes from an origin that is no address', {}, { origin: 'nonsense' }]
  ])('that %s changes nothing', async (_what, fields, headers) => {
    const person = await Person.asks(desk.product)
    expect((await takes(person, fields, headers)).statusCode).toBe(403)
    const reading = await desk.product.conversations.read(person.id)
    expect(reading?.conversation.owner.kind).toBe('queue')
  })

  test('is not confused with our own from a browser that hides its origin', async () => {
    const person = await Person.asks(desk.product)
    expect((await takes(person, {}, { origin: 'null' })).statusCode).toBe(303)
  })
})

test('every answer may not be kept, framed or sniffed, and a page runs nothing but its own style and script', async () => {
  const person = await Person.asks(desk.product)
  for (const url of ['/', `/c/${person.reference}`, '/nowhere', '/sign-in/nobody']) {
    const { headers } = await sam.get(url)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'nonce-[^']+'; script-src 'nonce-/
    )
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  }
  const framed = await sam.get(`/c/${person.reference}/log`)
  expect(framed.headers['content-security-policy']).toContain("frame-ancestors 'self'")
})

test('a broken form is refused in plain words', async () => {
  const person = await Person.asks(desk.product)
  const refused = await sam.post(`/c/${person.reference}/take`, { once: 'not an id' })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Nothing was changed.')
  expect(refused.body).not.toContain('zod')
  expect((await sam.post(`/c/${person.reference}/take`, { once: randomUUID() })).statusCode).toBe(303)
})
