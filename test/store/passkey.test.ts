// Passkeys against the store: what was not asked of this browser, lately and for this site, opens nothing.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHALLENGE_VALID } from '../../src/limits.ts'
import { type Made, made, signed, siteOf, toMake, toSignIn } from '../../src/staff/passkey.ts'
import type { Challenges } from '../../src/store/challenges.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'
import { Authenticator } from '../staff/authenticator.ts'

const ADDRESS = 'https://staff.example.org'
const HERE = { origin: ADDRESS, host: 'staff.example.org' }
const HOLDER = randomBytes(32)
const noon = new Date('2026-05-04T12:00:00Z')

let product: TestProduct
let challenges: Challenges
beforeAll(async () => {
  product = await openTestProduct()
  challenges = product.challenges
})
afterAll(() => product.close())

const asked = (now = noon, holder = HOLDER) => challenges.askedOf(holder, now)
const next = () => challenges.next(HOLDER, noon)

async function newPasskey(changed: object = {}): Promise<{ device: Authenticator; key: Made | null }> {
  const { challenge } = await toMake(HERE, 'Desk', { id: 'staff', name: 'Sam' }, [], next())
  const device = new Authenticator()
  return { device, key: await made(HERE, device.makes({ challenge, ...HERE, ...changed }), asked()) }
}

async function signs(changed: object = {}, by = asked(), other?: Authenticator) {
  const { device, key } = await newPasskey()
  if (!key) throw new Error('no passkey was made')
  const { challenge } = await toSignIn(HERE, next())
  return signed(HERE, (other ?? device).signs({ challenge, ...HERE, ...changed }), key, by)
}

describe('a passkey', () => {
  test('is made, and signs its owner in', async () => {
    const { key, device } = await newPasskey()
    expect(key?.id).toBe(device.id)
    expect(await signs()).toBeGreaterThan(0)
  })

  test.each([
    ['for another site', { origin: 'https://staff.example.com' }],
    ['for another host of ours', { host: 'chat.example.org' }],
    ['without a finger or a PIN', { verified: false }],
    ['for what was never asked', { challenge: 'bWFkZSB1cA' }]
  ])('that is made or signs %s opens nothing', async (_what, changed) => {
    expect((await newPasskey(changed)).key).toBeNull()
    expect(await signs(changed)).toBeNull()
  })

  test('signs nothing that was asked too long ago, or of another browser', async () => {
    expect(await signs({}, asked(new Date(noon.getTime() + CHALLENGE_VALID - 1)))).not.toBeNull()
    expect(await signs({}, asked(new Date(noon.getTime() + CHALLENGE_VALID)))).toBeNull()
    expect(await signs({}, asked(noon, randomBytes(32)))).toBeNull()
  })

  test('of somebody else opens nothing', async () => {
    expect(await signs({}, asked(), new Authenticator())).toBeNull()
  })

  test('answers once: what it signed opens nothing a second time', async () => {
    const { device, key } = await newPasskey()
    const { challenge } = await toSignIn(HERE, next())
    const answer = device.signs({ challenge, ...HERE })
    const twice = await Promise.all([1, 2].map(() => signed(HERE, answer, key as Made, asked())))
    expect(twice.filter(counter => counter !== null)).toHaveLength(1)
  })

  test('that counts backwards is a copy, and opens nothing', async () => {
    const { device, key } = await newPasskey()
    const { challenge } = await toSignIn(HERE, next())
    const ahead = { ...(key as Made), counter: 1_000 }
    expect(await signed(HERE, device.signs({ challenge, ...HERE }), ahead, asked())).toBeNull()
  })

  test.each([[null], [{}], ['text'], [{ id: 'x', response: {} }]])(
    'that is no answer of a browser is none: %j',
    async answer => {
      const key = { id: 'x', publicKey: Buffer.alloc(1), counter: 0 }
      expect(await made(HERE, answer, asked())).toBeNull()
      expect(await signed(HERE, answer, key, asked())).toBeNull()
    }
  )
})

test('asks for a PIN or a finger, and for a key that is found without a name', async () => {
  const options = await toMake(HERE, 'Desk', { id: 'staff', name: 'Sam' }, ['known'], next())
  expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' })
  expect(options.excludeCredentials?.map(({ id }) => id)).toEqual(['known'])
  expect((await toSignIn(HERE, next())).userVerification).toBe('required')
  expect((await toSignIn(HERE, next())).allowCredentials ?? []).toEqual([])
})

test('there are passkeys where there is a host name with TLS, or on this machine', () => {
  expect(siteOf(`${ADDRESS}/x`)).toEqual(HERE)
  expect(siteOf('http://localhost:3001')).toEqual({ origin: 'http://localhost:3001', host: 'localhost' })
  for (const none of ['http://127.0.0.1:3001', 'http://staff.example.org', 'https://192.0.2.1', 'https://[::1]:1']) {
    expect(siteOf(none)).toBeNull()
  }
})
