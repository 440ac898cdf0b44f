// What holds for every answer of the staff origin, whoever asks and whatever comes of it; and what is left behind at the end of a shift.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffOrigin } from '../../src/console/routes.ts'
import { addHealth } from '../../src/health.ts'
import { makeLog } from '../../src/log.ts'
import { openTestDesk, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
let ada: Worker
let secured: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
  ada = await desk.signIn('Ada')
  secured = await openTestDesk({ staffUrl: 'https://desk.example.org' })
})
afterAll(async () => {
  await desk.close()
  await secured.close()
})

const HARD = ['x-content-type-options', 'referrer-policy', 'content-security-policy', 'cache-control', 'x-robots-tag']

describe('security headers', () => {
  test.each([
    ['a page that is not there', 'GET', '/nowhere', ''],
    ['an address that cannot be read', 'GET', '/%E0%A4%A', ''],
    ['a form that is too large', 'POST', '/sign-in/password', 'x'.repeat(200_000)],
    ['a body of another kind', 'POST', '/sign-in/password', '{'],
    ['somebody who is not signed in', 'GET', '/', ''],
    ['a method that is not taken', 'PUT', '/', ''],
    ['a health check', 'GET', '/healthz', ''],
    ['a check whether it is ready', 'GET', '/readyz', '']
  ] as const)('are on %s', async (_what, method, url, payload) => {
    const product = await openHealthy()
    const headers = payload === '{' ? { 'content-type': 'application/json' } : {}
    const answered = await product.inject({ method, url, ...(payload ? { payload, headers } : {}) })
    for (const name of HARD) expect(answered.headers[name], name).toBeTruthy()
    await product.close()
  })

  test('say that only https is to be used, where it is; and nothing of it where it is not', async () => {
    const header = 'strict-transport-security'
    for (const url of ['/sign-in', '/nowhere', '/%E0%A4%A', '/']) {
      expect((await secured.origin.inject({ url })).headers[header]).toMatch(/^max-age=\d{8}/)
      expect((await desk.origin.inject({ url })).headers[header]).toBeUndefined()
    }
  })
})

/** The staff origin as main makes it: with its health beside it. */
async function openHealthy() {
  const { product, key } = desk
  const origin = staffOrigin({ ...product, key, log: makeLog('silent') })
  addHealth(origin, product.connection)
  await origin.ready()
  return origin
}

test('whoever signs out leaves nothing behind in a browser that others use', async () => {
  const kim = await desk.signIn('Kim')
  const { headers, statusCode } = await kim.post('/sign-out')
  expect(statusCode).toBe(303)
  expect(headers['clear-site-data']).toBe('"cache", "storage"')
})

describe('an invitation link', () => {
  test('never leads where the request says: not by Host, not by a proxy’s header', async () => {
    await ada.get('/accounts')
    const { body } = await ada.post(
      '/accounts/invite',
      { roles: 'auditor' },
      { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
    )
    expect(body).toContain('/sign-in/')
    expect(body).not.toContain('evil.example')
  })

  test('leads to STAFF_URL where that is set', async () => {
    const first = await secured.signIn('First')
    await first.get('/accounts')
    const { body } = await first.post('/accounts/invite', { roles: 'auditor' }, { host: 'evil.example' })
    expect(body).toContain('https://desk.example.org/sign-in/')
  })
})
