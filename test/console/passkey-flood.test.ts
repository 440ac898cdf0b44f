// An attacker asks for what a passkey is to sign, and answers with passkeys of nobody's, without end: a worker signs in as if they were not there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressReader } from '../../src/client-address.ts'
import { WRONG_PASSKEYS_BURST } from '../../src/limits.ts'
import { Authenticator } from '../staff/authenticator.ts'
import { openTestDesk, type TestDesk, Worker } from './desk.ts'

const HERE = { origin: 'http://localhost', host: 'localhost' }
const FROM = { 'x-forwarded-for': '203.0.113.7' }

let desk: TestDesk
let device: Authenticator
beforeAll(async () => {
  desk = await openTestDesk({ addressOf: addressReader(['127.0.0.1']) })
  const sam = await desk.signIn('Sam')
  device = new Authenticator()
  await sam.get('/account')
  const { challenge } = (await sam.post('/account/passkey/options')).json()
  const made = await sam.post('/account/passkey', { response: JSON.stringify(device.makes({ challenge, ...HERE })) })
  expect(made.body).toContain('Your passkey is set')
})
afterAll(() => desk.close())

async function visitor(): Promise<Worker> {
  const browser = new Worker(desk.origin)
  await browser.get('/sign-in')
  return browser
}

const asks = async (browser: Worker): Promise<string> =>
  (await browser.post('/sign-in/passkey/options', {}, FROM)).json().challenge

const answers = (browser: Worker, by: Authenticator, challenge: string) =>
  browser.post('/sign-in/passkey', { response: JSON.stringify(by.signs({ challenge, ...HERE })) }, FROM)

const countOf = async (sql: string): Promise<number> =>
  (await desk.product.connection.pool.query(`select count(*)::int as n from ${sql}`)).rows[0].n

test('an attacker who asks for challenges without end keeps nothing here full, and pushes out no worker who is signing in', async () => {
  const sam = await visitor()
  const theirs = await asks(sam)
  const before = await countOf('challenge')
  const attacker = await visitor()
  for (let n = 0; n < 200; n += 1) expect(await asks(n % 10 === 0 ? await visitor() : attacker)).toBeTruthy()
  expect(await countOf('challenge')).toBe(before)
  expect((await answers(sam, device, theirs)).statusCode).toBe(303)
})

test('one that was answered rightly opens nothing again, and the one of another browser nothing at all', async () => {
  const sam = await visitor()
  const theirs = await asks(sam)
  const other = await visitor()
  expect((await answers(other, device, theirs)).statusCode).toBe(403)
  const answer = JSON.stringify(device.signs({ challenge: theirs, ...HERE }))
  const both = await Promise.all([1, 2].map(() => sam.post('/sign-in/passkey', { response: answer })))
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 403])
})

test('an attacker who answers with passkeys of nobody fills no record, and the worker beside them never waits', async () => {
  const attacker = await visitor()
  const refused = "audit where action = 'sign_in_refused'"
  const before = await countOf(refused)
  const last = { statusCode: 0 }
  for (let n = 0; n < 3 * WRONG_PASSKEYS_BURST; n += 1) {
    Object.assign(last, await answers(attacker, new Authenticator(), await asks(attacker)))
  }
  expect(last.statusCode).toBe(429)
  expect((await countOf(refused)) - before).toBeLessThan(2 * WRONG_PASSKEYS_BURST)
  const sam = await visitor()
  expect((await answers(sam, device, await asks(sam))).statusCode).toBe(303)
})
