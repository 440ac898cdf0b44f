// An attacker who types wrong passwords for a worker's name slows themselves down, and not the worker on a device of their own.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { FREE_TRIES, MEMBERS_OF_DEVICE_MAX, SIGN_IN_WAIT_MAX } from '../../src/limits.ts'
import { openTestDesk, type TestDesk, Worker } from './desk.ts'
import { Own, PASSWORD, pass, STEP } from './with-password.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
})
afterAll(async () => {
  vi.useRealTimers()
  await desk.close()
})

const WRONG = { password: 'a guess of an attacker' }
const member = (name: string) => Own.member(desk, name)

/** An attacker who tries until they have to wait, for this name and from the address that every test has. */
async function attack(own: Own, browser?: Worker): Promise<void> {
  for (let n = 0; n < FREE_TRIES.address + FREE_TRIES.account; n += 1) await own.tries(WRONG, browser)
  expect((await own.tries(WRONG, browser)).answer.statusCode).toBe(429)
}

const cookieNamed = (cookie: string, name: string) => cookie.split('; ').find(one => one.startsWith(`${name}=`)) ?? ''
const knownIn = (worker: Worker): string => cookieNamed(worker.cookie, '__Host-known').split('=')[1] ?? ''

/** A browser that has this cookie, wherever it is from. */
function carrying(known: string): Worker {
  const browser = new Worker(desk.origin)
  browser.keep([{ name: '__Host-known', value: known }])
  return browser
}

const idOf = async (name: string) => {
  const { db } = desk.product.connection
  return (await db.selectFrom('staff').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
}

test('an attacker who types wrong passwords for a name cannot keep the worker out of their own device', async () => {
  const sam = await member('Sam')
  const { browser } = await sam.tries()
  pass(STEP)
  await attack(sam)
  const { answer } = await sam.tries({}, browser)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
})

test('a worker who signs in on a device of their own gives the attacker no new tries', async () => {
  const kim = await member('Kim')
  await attack(kim)
  expect((await kim.tries({}, kim.worker)).answer.statusCode).toBe(303)
  expect((await kim.tries(WRONG)).answer.statusCode).toBe(429)
})

test('an attacker who took the cookie of a device needs the password and the code, and is slowed down as everybody is', async () => {
  const lee = await member('Lee')
  const known = knownIn(lee.worker)
  for (const changed of [WRONG, { code: '000000' }, { password: '' }]) {
    expect((await lee.tries(changed, carrying(known))).answer.statusCode).toBe(403)
  }
  for (let n = 3; n <= FREE_TRIES.device; n += 1) await lee.tries(WRONG, carrying(known))
  const { answer } = await lee.tries({}, carrying(known))
  expect(answer.statusCode).toBe(429)
  pass(Number(answer.headers['retry-after']) * 1_000)
  expect((await lee.tries({}, carrying(known))).answer.statusCode).toBe(303)
})

test('the cookie says nothing, no script reads it, no other site sends it, and it is not changed to fit', async () => {
  const max = await member('Max')
  const { answer } = await max.tries()
  const cookie = answer.cookies.find(({ name }) => name === '__Host-known')
  expect(cookie).toMatchObject({ path: '/', secure: true, httpOnly: true, sameSite: 'Strict' })
  expect(cookie?.maxAge).toBeGreaterThan(30 * 24 * 3_600)
  expect(cookie?.value).not.toContain(await idOf('Max'))
  pass(STEP)
  await attack(max)
  const [id = '', mark = ''] = cookie?.value.split('.') ?? []
  for (const forged of [
    '',
    id,
    `${id}.`,
    `${id}.AAAA`,
    `${'A'.repeat(id.length)}.${mark}`,
    `.${mark}`,
    `${mark}.${id}`
  ]) {
    expect((await max.tries(WRONG, carrying(forged))).answer.statusCode, forged).toBe(429)
  }
})

test('a device is known for those who signed in there and for nobody else: a colleague cannot lend theirs to an attack', async () => {
  const [eve, ray] = [await member('Eve'), await member('Ray')]
  await attack(ray)
  expect((await ray.tries({}, carrying(knownIn(eve.worker)))).answer.statusCode).toBe(429)
})

test('a computer that workers share is known for each of them, up to a number', async () => {
  const [jo, pat] = [await member('Jo'), await member('Pat')]
  const shared = new Worker(desk.origin)
  pass(SIGN_IN_WAIT_MAX.address)
  expect((await jo.tries({}, shared)).answer.statusCode).toBe(303)
  expect((await pat.tries({}, shared)).answer.statusCode).toBe(303)
  pass(STEP)
  await attack(jo)
  await attack(pat)
  const browsers = [carrying(knownIn(shared)), carrying(knownIn(shared))]
  expect((await jo.tries({}, browsers[0])).answer.statusCode).toBe(303)
  expect((await pat.tries({}, browsers[1])).answer.statusCode).toBe(303)
  const many = `${knownIn(shared)}${'.AAAAAAAAAAAAAAAAAAAAAA'.repeat(3 * MEMBERS_OF_DEVICE_MAX)}`
  const after = await desk.product.knownDevices.marked(many, await idOf('Jo'))
  expect(after?.split('.')).toHaveLength(1 + MEMBERS_OF_DEVICE_MAX)
})

test('a new password ends what every other device was known for, and the one it is set on stays known', async () => {
  const ash = await member('Ash')
  const before = knownIn(ash.worker)
  await ash.setsPassword()
  await attack(ash)
  expect((await ash.tries({}, carrying(before))).answer.statusCode).toBe(429)
  expect((await ash.tries({}, ash.worker)).answer.statusCode).toBe(303)
})

test('so does a new link for an account that was lost, and being removed', async () => {
  const [ivy, sky] = [await member('Ivy'), await member('Sky')]
  const { knownDevices, accounts, staff } = desk.product
  const stolen = [knownIn(ivy.worker), knownIn(sky.worker)]
  expect(await knownDevices.triesOf(stolen[0], 'ivy')).not.toBeNull()
  expect(await knownDevices.triesOf(stolen[1], 'SKY')).not.toBeNull()
  const link = Buffer.alloc(32, 7)
  await accounts.setRoles(await idOf('Sam'), await idOf('Ivy'), ['auditor'])
  expect(await accounts.recover(await idOf('Sam'), await idOf('Ivy'), link, new Date(Date.now() + STEP))).toBe(true)
  await staff.useLink(link, 'Ivy', new Date())
  await accounts.remove(await idOf('Sam'), await idOf('Sky'), new Date())
  expect(await knownDevices.triesOf(stolen[0], 'ivy')).toBeNull()
  expect(await knownDevices.triesOf(stolen[1], 'sky')).toBeNull()
})

test('a worker who proves once more who they are is not kept from it by an attacker either', async () => {
  const nia = await member('Nia')
  await attack(nia)
  await nia.worker.get('/account')
  const form = { login: nia.login, password: PASSWORD, code: nia.code(), next: '/account' }
  expect((await nia.worker.post('/again/password', form)).statusCode).toBe(303)
})
