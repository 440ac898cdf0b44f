import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CARRIER_BODY_MAX } from '../../../src/limits.ts'
import { type Knock, knock, sealOf, textParams, textsKept } from './knock.ts'
import { PUBLIC_URL, TextLine } from './line.ts'

const NEXT = 'the-token-of-next-month-00000000'
const OTHERS = 'a-token-of-another-account-0000'

let line: TextLine
let before = 0
beforeAll(async () => {
  line = await TextLine.open({ nextAuthToken: NEXT })
})
afterAll(() => line.close())
beforeEach(async () => {
  before = await textsKept(line)
})
afterEach(() => line.settle())

/** What was answered, and how many texts are there that were not there before. */
async function at(knocking: Knock = {}) {
  const { status, body } = await knock(line, knocking)
  return { status, body, kept: (await textsKept(line)) - before }
}

const taken = { status: 200, kept: 1 }
const refused = (status: number) => ({ status, kept: 0 })

describe('a text that the carrier brings', () => {
  test('is taken, and nothing is said in the answer', async () => {
    expect(await at()).toEqual({ ...taken, body: '<?xml version="1.0" encoding="UTF-8"?><Response/>' })
  })

  test('is taken with the seal of the next token too, while tokens change over', async () => {
    expect(await at({ token: NEXT })).toMatchObject(taken)
  })

  test('is taken with parameters that are new to us', async () => {
    const params = textParams(line, { FromCity: '', FromCountry: 'GB', ChannelMetadata: '{}', Later: 'yes' })
    expect(await at({ params })).toMatchObject(taken)
  })
})

describe('whoever is not the carrier is turned away', () => {
  test('with the seal of another account', async () => {
    expect(await at({ token: OTHERS })).toMatchObject(refused(403))
  })

  test('with no seal, or an empty one', async () => {
    expect(await at({ unsealed: true })).toMatchObject(refused(403))
    expect(await at({ headers: { 'x-twilio-signature': '' } })).toMatchObject(refused(403))
  })

  test('with a parameter changed, added or left out after it was sealed', async () => {
    const params = textParams(line)
    const seal = sealOf(line, params)
    const { FromCity: _, NumMedia: _media, ...without } = params
    for (const changed of [{ ...params, Body: 'other words' }, { ...params, From: '+447700900999' }, without]) {
      expect(await at({ params: changed, headers: { 'x-twilio-signature': seal } })).toMatchObject(refused(403))
    }
  })

  test('with a seal over another address', async () => {
    for (const sealedUrl of [
      'https://other.example/sms/inbound',
      `${PUBLIC_URL}/sms/status`,
      'http://advice.example/sms/inbound'
    ])
      expect(await at({ sealedUrl })).toMatchObject(refused(403))
  })

  test('with the seal of a body in JSON', async () => {
    const body = JSON.stringify(textParams(line))
    const seal = createHmac('sha1', line.carrier.account.authToken).update(`${PUBLIC_URL}/sms/inbound`).digest('base64')
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': seal }
    expect(await at({ body, headers })).toMatchObject(refused(415))
  })

  test('with words moved over the edge of a name: the seal is the same, and they would say something else', async () => {
    const { Body: _, ...others } = textParams(line)
    const whole = { ...others, Body: 'helpX' }
    const moved = { ...others, Bodyhelp: 'X' }
    expect(sealOf(line, moved)).toBe(sealOf(line, whole))
    expect(await at({ params: moved })).toMatchObject(refused(400))
    const beside = { ...others, Body: '', Bodyhelp: 'X' }
    expect(await at({ params: beside })).toMatchObject(refused(400))
  })

  test('with a name that stands twice', async () => {
    const params = textParams(line, { Body: 'hello' })
    const body = `${new URLSearchParams(params)}&Body=X`
    expect(await at({ params, body })).toMatchObject(refused(403))
  })
})

describe('an address that is not quite ours', () => {
  test.each([
    ['whole, as a proxy is asked', `${PUBLIC_URL}/sms/inbound`],
    ['whole, of another host', 'http://other.example/sms/inbound'],
    ['with a query', '/sms/inbound?x=1'],
    ['with an empty query', '/sms/inbound?'],
    ['with a slash more', '/sms/inbound/'],
    ['with two slashes', '//sms/inbound'],
    ['written in another way', '/sms/%69nbound'],
    ['in capitals', '/SMS/Inbound'],
    ['with a semicolon', '/sms/inbound;x'],
    ['by a way round', '/x/../sms/inbound']
  ])('%s is none', async (_how, target) => {
    for (const sealedUrl of [`${PUBLIC_URL}/sms/inbound`, PUBLIC_URL + target, target]) {
      const { status, kept } = await at({ target, sealedUrl })
      expect({ kept, isRefused: [403, 404].includes(status) }).toEqual({ kept: 0, isRefused: true })
    }
  })

  test('nor is ours, when somebody only looks at it', async () => {
    for (const method of ['GET', 'HEAD', 'PUT']) expect((await at({ method })).status).toBe(404)
  })
})

describe('what a request says about itself changes nothing', () => {
  const forged = {
    host: 'other.example',
    'x-forwarded-host': 'other.example',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': '1',
    'x-original-url': '/sms/status',
    forwarded: 'host=other.example;proto=http'
  }

  test('the seal is over our own address, whatever host it names', async () => {
    expect(await at({ headers: forged })).toMatchObject(taken)
  })

  test('and a seal over the host it names is none', async () => {
    const sealedUrl = 'http://other.example/sms/inbound'
    expect(await at({ headers: forged, sealedUrl })).toMatchObject(refused(403))
  })
})

describe('a text that cannot be one of somebody on their phone', () => {
  test.each([
    ['WhatsApp', 'whatsapp:+447700900123'],
    ['RCS', 'rcs:advice_agent'],
    ['a name in letters', 'ADVICE'],
    ['a short code', '60777'],
    ['nobody', '']
  ])('is refused when it comes from %s', async (_what, From) => {
    expect(await at({ params: textParams(line, { From }) })).toMatchObject(refused(400))
  })

  test.each([
    ['another account', { AccountSid: `AC${'0'.repeat(32)}` }],
    ['no message id', { MessageSid: '' }],
    ['an id that is none', { MessageSid: 'SM1' }],
    ['a count of pictures that is none', { NumMedia: 'many' }]
  ])('is refused with %s', async (_what, change) => {
    expect(await at({ params: textParams(line, change) })).toMatchObject(refused(400))
  })

  test('is refused when it is larger than any text can be', async () => {
    const params = textParams(line, { Body: 'a'.repeat(CARRIER_BODY_MAX) })
    expect(await at({ params })).toMatchObject(refused(413))
  })
})
