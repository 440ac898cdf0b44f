// Behind a proxy everybody has its address: with TRUSTED_PROXY the paces know one from another, and nobody chooses whom they pass for.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Hub } from '../../src/channels/hub.ts'
import { webChannel } from '../../src/channels/web/routes.ts'
import { addressReader } from '../../src/client-address.ts'
import { FREE_TRIES, STARTS_BURST } from '../../src/limits.ts'
import { makeLog } from '../../src/log.ts'
import { Visitor } from '../channels/web/open-page.ts'
import { openTestDesk, type TestDesk, Worker } from './desk.ts'

const addressOf = addressReader(['127.0.0.1'])
let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk({ addressOf })
})
afterAll(() => desk.close())

describe('wrong passwords', () => {
  /** Each for another name, so that it is the address that counts. */
  async function guesses(forwarded: string): Promise<number> {
    const browser = new Worker(desk.origin)
    await browser.get('/sign-in')
    const login = randomBytes(6).toString('hex')
    const tried = await browser.post(
      '/sign-in/password',
      { login, password: 'wrong wrong wrong', code: '000000' },
      { 'x-forwarded-for': forwarded }
    )
    return tried.statusCode
  }

  test('from one place make nobody else wait, and a made-up place does not help who guesses', async () => {
    for (let n = 0; n <= FREE_TRIES.address; n += 1) expect(await guesses('203.0.113.7')).toBe(403)
    expect(await guesses('203.0.113.7')).toBe(429)
    expect(await guesses('198.51.100.1, 203.0.113.7')).toBe(429)
    expect(await guesses('203.0.113.8')).toBe(403)
    // Nothing of an address is in the table.
    const rows = await desk.product.connection.db.selectFrom('sign_in_failure').select('place').execute()
    expect(rows.length).toBeGreaterThan(1)
    for (const { place } of rows) expect(place).toHaveLength(32)
  })
})

describe('new conversations', () => {
  test('from one part of the network are paced, and from another not', async () => {
    const { product } = desk
    const hub = new Hub(inbound => product.conversations.receive(inbound))
    const web = webChannel({
      ...product,
      hub,
      key: randomBytes(32),
      exitUrl: 'https://weather.example/',
      log: makeLog('silent'),
      addressOf
    })
    await web.ready()
    const starts = async (forwarded: string, fields = 'question=channelOk&answer=yes') => {
      const visitor = new Visitor(web)
      await visitor.get()
      const answered = await web.inject({
        method: 'POST',
        url: '/',
        headers: {
          cookie: visitor.cookie,
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': forwarded
        },
        payload: `k=${visitor.token}&${fields}`
      })
      return answered.statusCode
    }
    for (let n = 0; n < STARTS_BURST; n += 1) expect(await starts('203.0.113.7')).toBe(303)
    expect(await starts('203.0.113.7')).toBe(503)
    expect(await starts('203.0.113.7', 'do=emergency')).toBe(303)
    expect(await starts('198.51.100.1')).toBe(303)
    await web.close()
  })
})
