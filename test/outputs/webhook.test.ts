import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { secretOf } from '../../src/outputs/sign.ts'
import { type Happened, type Receiver, sendWebhook } from '../../src/outputs/webhook.ts'
import { type CapturedLog, captureLog } from '../captured-log.ts'
import { Authority } from './certificates.ts'
import { TestReceiver } from './receiver.ts'

const newSecret = () => `whsec_${randomBytes(24).toString('base64')}`
const secret = newSecret()
const authority = new Authority()
const HOST = 'cases.example.org'

let receiver: TestReceiver
let log: CapturedLog
beforeAll(async () => {
  receiver = await TestReceiver.open(authority.vouchFor(HOST), secret)
})
afterAll(() => receiver.close())
beforeEach(() => {
  receiver.came.length = 0
  receiver.answers = []
  log = captureLog()
})

const happened = (): Happened => ({
  id: randomUUID(),
  kind: 'referral.created',
  conversation: randomUUID(),
  reference: 'K7M2PQR',
  at: new Date('2026-11-26T01:00:00Z')
})
const bytes = (...texts: string[]) => texts.map(text => secretOf(text) as Buffer)
/** A name no resolver on earth knows, which is said to be this machine. */
const to = (changed: Partial<Receiver> = {}): Receiver => ({
  url: `https://${HOST}:${receiver.port}/in`,
  secrets: bytes(secret),
  allowPrivate: [HOST],
  staffUrl: 'https://desk.example.org/',
  log: log.log,
  ca: authority.ca,
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  patience: 500,
  ...changed
})

describe('a webhook', () => {
  test('is signed as the standard says, and holds ids, a reference and a link', async () => {
    const what = happened()
    expect(await sendWebhook(to(), what)).toEqual({ kind: 'sent', said: 'webhook' })
    const [came] = receiver.came
    expect(came).toMatchObject({ id: what.id, verified: true })
    expect(JSON.parse(came?.body ?? '')).toEqual({
      type: 'referral.created',
      timestamp: '2026-11-26T01:00:00.000Z',
      data: {
        id: what.conversation,
        version: 1,
        reference: 'K7M2PQR',
        url: 'https://desk.example.org/c/K7M2PQR'
      }
    })
  })

  test('is taken under the old secret and the new one while they are exchanged, and under no other', async () => {
    await sendWebhook(to({ secrets: bytes(newSecret(), secret) }), happened())
    await sendWebhook(to({ secrets: bytes(secret, newSecret()) }), happened())
    await sendWebhook(to({ secrets: bytes(newSecret()) }), happened())
    expect(receiver.came.map(({ verified }) => verified)).toEqual([true, true, false])
  })

  test.each([300, 307, 400, 401, 404, 429, 500, 503])('that is answered %i was not taken', async status => {
    receiver.answers = [status]
    expect(await sendWebhook(to(), happened())).toEqual({ kind: 'again' })
    expect(log.text()).toContain(`"status":${status}`)
  })

  test('that is answered 410 ends it for good, with a line for the operator', async () => {
    receiver.answers = [410]
    const receiving = to()
    expect(await sendWebhook(receiving, happened())).toEqual({ kind: 'gone', address: receiving.url })
    expect(log.text()).toContain('says it is gone')
  })

  test('goes nowhere else when it is told to', async () => {
    const other = await TestReceiver.open(authority.vouchFor(HOST), secret)
    receiver.answers = [{ to: `https://${HOST}:${other.port}/in` }]
    expect(await sendWebhook(to(), happened())).toEqual({ kind: 'again' })
    expect(other.came).toEqual([])
    await other.close()
  })

  test('does not wait for a receiver that hangs, nor read one that goes on talking', async () => {
    receiver.answers = ['hangs', 'drips']
    expect(await sendWebhook(to({ patience: 200 }), happened())).toEqual({ kind: 'again' })
    // It answers its first byte with 200: that is a yes, whatever follows.
    expect((await sendWebhook(to({ patience: 200 }), happened())).kind).toBe('sent')
  })

  test('does not wait for a name that is never resolved', async () => {
    const resolve = () => new Promise<never>(() => {})
    expect(await sendWebhook(to({ resolve, patience: 100 }), happened())).toEqual({ kind: 'again' })
  })

  test('goes to nobody whose certificate is not theirs, or has run out', async () => {
    const wrongs = [
      await TestReceiver.open(new Authority().vouchFor(HOST), secret),
      await TestReceiver.open(authority.vouchFor('other.example.org'), secret),
      await TestReceiver.open(authority.vouchFor(HOST, [-2, -1]), secret)
    ]
    for (const wrong of wrongs) {
      const outcome = await sendWebhook(to({ url: `https://${HOST}:${wrong.port}/in` }), happened())
      expect([outcome, wrong.came]).toEqual([{ kind: 'again' }, []])
      await wrong.close()
    }
  })
})

describe('a webhook does not go inside', () => {
  const refused = async (changed: Partial<Receiver>) => {
    expect(await sendWebhook(to({ allowPrivate: [], ...changed }), happened())).toEqual({ kind: 'again' })
    expect(receiver.came).toEqual([])
    expect(log.text()).toContain('NOT_ALLOWED')
  }

  test('where the name leads there', () => refused({}))
  test('where one of its addresses leads there', () =>
    refused({
      resolve: async () => [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 }
      ]
    }))
  test.each(['127.0.0.1', '127.1', '0x7f000001', '[::1]', '[::ffff:127.0.0.1]', 'localhost', '169.254.169.254'])(
    'where it is written %s, and the machine resolves it',
    async host => {
      const { resolve: _, ...real } = to({ allowPrivate: [], url: `https://${host}:${receiver.port}/in` })
      expect(await sendWebhook(real, happened())).toEqual({ kind: 'again' })
      expect(receiver.came).toEqual([])
      expect(log.text()).toContain('NOT_ALLOWED')
    }
  )

  test('where the operator has allowed another host', () => refused({ allowPrivate: ['other.example.org'] }))
})

test('a name is asked once, and the connection goes to what was looked at', async () => {
  let asked = 0
  const resolve = async () => {
    asked += 1
    return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
  }
  expect((await sendWebhook(to({ resolve }), happened())).kind).toBe('sent')
  expect(asked).toBe(1)
})

test('nothing of a webhook stands in the log but its status', async () => {
  receiver.answers = [500]
  await sendWebhook(to(), happened())
  await sendWebhook(to({ url: 'https://cases.example.org:1/secret-path' }), happened())
  for (const word of ['K7M2PQR', 'cases.example', 'secret-path', 'whsec']) expect(log.text()).not.toContain(word)
})

test('a secret is whsec_ and 24 to 64 bytes in base64, and nothing else', () => {
  for (const size of [24, 32, 64]) {
    const random = randomBytes(size)
    expect(secretOf(`whsec_${random.toString('base64')}`)).toEqual(random)
    expect(secretOf(random.toString('base64'))).toBeNull()
  }
  for (const text of [
    '',
    'whsec_',
    `whsec_${randomBytes(23).toString('base64')}`,
    `${newSecret()}!`,
    `${newSecret()} x`
  ]) {
    expect(secretOf(text)).toBeNull()
  }
})
