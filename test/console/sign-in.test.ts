import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSignInLink } from '../../src/console/routes.ts'
import { confirmLatest } from './confirming.ts'
import { openTestDesk, type TestDesk, Worker } from './desk.ts'

let desk: TestDesk
/** The first member, who looks after the accounts. */
let ada: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  ada = await desk.signIn('Ada')
})
afterAll(() => desk.close())

const link = async () => new URL(await newSignInLink(desk.product.staff, 'http://127.0.0.1:3001')).pathname

test('looking at the link uses nothing up; the name sent with it signs one person in', async () => {
  const address = await link()
  const sam = new Worker(desk.origin)
  await sam.get(address)
  const again = await sam.get(address)
  expect(again.body).toContain('People in the chat will see it.')
  const signedIn = await sam.post(address, { name: '  Sam  ' })
  expect([signedIn.statusCode, signedIn.headers.location]).toEqual([303, '/'])
  expect((await sam.get('/')).body).toContain('You are Sam.')

  const thief = new Worker(desk.origin)
  thief.token = sam.token
  expect((await thief.get(address)).statusCode).toBe(410)
})

test('the cookie can be read by no script and belongs to this host alone', async () => {
  const address = await link()
  const sam = new Worker(desk.origin)
  await sam.get(address)
  const { headers } = await sam.post(address, { name: 'Sam' })
  expect(String(headers['set-cookie'])).toMatch(/^__Host-staff=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

test('without a name the link is not used up', async () => {
  const address = await link()
  const sam = new Worker(desk.origin)
  await sam.get(address)
  const refused = await sam.post(address, { name: ' ' })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Write a first name')
  expect((await sam.post(address, { name: 'Sam' })).statusCode).toBe(303)
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const sam = await desk.signIn('Sam')
  const { cookie } = sam
  await sam.post('/sign-out')
  const { statusCode } = await desk.origin.inject({ url: '/', headers: { cookie } })
  expect(statusCode).toBe(401)
})

test('an admin can make a link for a colleague, who is then on duty as well', async () => {
  const { body } = await ada.post('/accounts/invite', { roles: 'worker' })
  await confirmLatest(desk, ada)
  const address = /http:\/\/[^<\s]+(\/sign-in\/[\w-]+)/.exec(body)?.[1] ?? ''
  const before = await desk.product.staff.onDutyCount(new Date())
  const kim = new Worker(desk.origin)
  await kim.get(address)
  await kim.post(address, { name: 'Kim' })
  expect((await kim.get('/')).body).toContain('You are Kim.')
  expect(await desk.product.staff.onDutyCount(new Date())).toBe(before + 1)
})

test('a worker who is away is not counted as there', async () => {
  const before = await desk.product.staff.onDutyCount(new Date())
  const sam = await desk.signIn('Sam')
  expect(await desk.product.staff.onDutyCount(new Date())).toBe(before + 1)
  await sam.post('/available', { available: 'no' })
  expect(await desk.product.staff.onDutyCount(new Date())).toBe(before)
  expect((await sam.get('/')).body).toContain('people are told that no one is here')
})
