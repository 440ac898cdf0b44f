import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seated } from './seated.ts'

const HERS = '+447700900123'
const STATUS = 'https://advice.example/sms/status?row=7'

interface Heard {
  readonly path: string
  readonly signature: string
  readonly params: Record<string, string>
}

/** A product that only listens. */
let heard: Heard[]
let twiml: string
/** The product answers when this is done. */
let ready: Promise<unknown>
let server: Server
let at: string

beforeEach(async () => {
  heard = []
  twiml = '<Response/>'
  ready = Promise.resolve()
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const params = Object.fromEntries(new URLSearchParams(body))
    heard.push({ path: request.url ?? '', signature: String(request.headers['x-twilio-signature']), params })
    await ready
    response.setHeader('content-type', 'text/xml').end(twiml)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => void server.close())

async function line() {
  const seat = await seated()
  seat.carrier.serves(at)
  return seat
}

const isSigned = ({ path, signature, params }: Heard, token: string): boolean =>
  validateRequest(token, signature, `https://advice.example${path}`, params)

describe('somebody who texts', () => {
  it("is heard with Twilio's parameters, signed over the address people know", async () => {
    const { carrier } = await line()
    const { sid, answers } = await carrier.text(HERS, 'help me – it’s bad ę')
    expect(answers).toEqual([{ status: 200, contentType: 'text/xml', body: '<Response/>' }])
    expect(heard).toMatchObject([
      {
        path: '/sms/inbound',
        params: {
          MessageSid: sid,
          SmsMessageSid: sid,
          From: HERS,
          To: '+447700900000',
          Body: 'help me – it’s bad ę',
          NumMedia: '0',
          ToCountry: 'GB',
          AccountSid: carrier.account.accountSid,
          MessagingServiceSid: carrier.account.messagingServiceSid
        }
      }
    ])
    expect(heard.every(one => isSigned(one, carrier.account.authToken))).toBe(true)
    expect(heard[0]?.params).not.toHaveProperty('OptOutType')
  })

  it('with pictures, a word Twilio knows, or parameters nobody expects', async () => {
    const { carrier } = await line()
    await carrier.text(HERS, '', { media: ['https://api.twilio.com/one', 'https://api.twilio.com/two'] })
    await carrier.text(HERS, 'STOP', { optOutType: 'STOP' })
    await carrier.text('whatsapp:+447700900123', 'hi', { params: { ChannelPrefix: 'whatsapp' } })
    expect(heard.map(({ params }) => params)).toMatchObject([
      { NumMedia: '2', MediaUrl1: 'https://api.twilio.com/two', MessageSid: expect.stringMatching(/^MM/) },
      { OptOutType: 'STOP' },
      { From: 'whatsapp:+447700900123', ChannelPrefix: 'whatsapp' }
    ])
    expect(heard.every(one => isSigned(one, carrier.account.authToken))).toBe(true)
    expect(carrier.phones.hasOptedOut(HERS)).toBe(true)
  })

  it('may be delivered twice, many times at once, and again much later: always the same request', async () => {
    const { carrier } = await line()
    const texted = await carrier.text(HERS, 'hello', { copies: 2, atOnce: 5 })
    expect(texted.answers).toHaveLength(10)
    await carrier.replay(texted)
    expect(heard).toHaveLength(11)
    expect(new Set(heard.map(one => JSON.stringify(one))).size).toBe(1)
  })

  it('may be signed by somebody else', async () => {
    const { carrier } = await line()
    await carrier.text(HERS, 'hello', { authToken: 'another' })
    expect(heard.map(one => isSigned(one, carrier.account.authToken))).toEqual([false])
  })

  it('gets on the phone what the product answers at once', async () => {
    const { carrier } = await line()
    twiml = '<Response><Message>hello back</Message></Response>'
    await carrier.text(HERS, 'hello', { copies: 2 })
    expect(carrier.delivered(HERS).map(({ body }) => body)).toEqual(['hello back', 'hello back'])
  })

  it('hears from Twilio first, where Twilio answers STOP and HELP itself', async () => {
    const { carrier } = await line()
    carrier.optOut = 'default'
    await carrier.text(HERS, 'help')
    carrier.optOut = 'advanced'
    await carrier.text(HERS, ' Quit ')
    await carrier.text(HERS, 'please help')
    expect(heard.map(({ params }) => params.OptOutType)).toEqual([undefined, 'STOP', undefined])
    expect(carrier.delivered(HERS).map(({ by }) => by)).toEqual(['twilio', 'twilio'])
    expect(carrier.phones.hasOptedOut(HERS)).toBe(true)
  })

  it('is kept by Twilio with number and words, until that is deleted; and not before the product has answered', async () => {
    const { carrier, client } = await line()
    let answerNow: () => void = () => undefined
    ready = new Promise<void>(resolve => {
      answerNow = resolve
    })
    const texting = carrier.text(HERS, 'hello')
    const { sid = '' } = carrier.kept[0] ?? {}
    await expect(client.messages(sid).remove()).rejects.toMatchObject({ status: 409, code: 20009 })
    answerNow()
    await texting
    expect(await client.messages(sid).fetch()).toMatchObject({ from: HERS, body: 'hello', direction: 'inbound' })
    expect(await client.messages(sid).update({ body: '' })).toMatchObject({ body: '', status: 'received' })
    expect(await client.messages(sid).remove()).toBe(true)
    expect(carrier.kept).toEqual([])
    expect(carrier.sent).toEqual([])
  })

  it('is heard in full, and shown to nobody else, where the account redacts', async () => {
    const { carrier, client } = await line()
    carrier.account.redactsByDefault = true
    const { sid } = await carrier.text(HERS, 'hello')
    expect(heard[0]?.params).toMatchObject({ From: HERS, Body: 'hello' })
    expect(await client.messages(sid).fetch()).toMatchObject({ from: '+44770090XXXX', to: '+447700900000', body: '' })
  })

  it('meets a product that is down', async () => {
    const { carrier } = await seated()
    carrier.serves('http://127.0.0.1:9')
    expect((await carrier.text(HERS, 'hello')).answers).toMatchObject([{ status: 0 }])
  })
})

describe('what became of a message', () => {
  const states = () => heard.map(({ params }) => params.MessageStatus)

  it('is told by itself, in order', async () => {
    const { carrier, send } = await line()
    carrier.reporting = true
    const { sid } = await send(HERS, 'one', { statusCallback: STATUS })
    await carrier.settled()
    expect(states()).toEqual(['queued', 'sent', 'delivered'])
    expect(heard.every(({ path, params }) => path === '/sms/status?row=7' && params.MessageSid === sid)).toBe(true)
    expect(heard.every(one => isSigned(one, carrier.account.authToken))).toBe(true)
  })

  it('is told with the reason where it did not arrive', async () => {
    let now = 0
    const { carrier, send } = await seated({ now: () => now })
    carrier.serves(at)
    carrier.reporting = true
    carrier.phones.switchOff(HERS)
    await send(HERS, 'one', { statusCallback: STATUS, validityPeriod: 60 })
    now += 61_000
    carrier.outbox.move()
    await carrier.settled()
    expect(states()).toEqual(['queued', 'sent', 'undelivered'])
    expect(heard.at(-1)?.params.ErrorCode).toBe('30003')
  })

  it('can be told in any order, again and again, and by somebody else', async () => {
    const { carrier, send } = await line()
    const { sid } = await send(HERS, 'one', { statusCallback: STATUS })
    await carrier.report(sid, ['delivered', 'sent', 'queued'], { atOnce: 2 })
    await carrier.report(sid, ['failed'], { errorCode: 21610, authToken: 'another' })
    expect(states()).toEqual(['delivered', 'delivered', 'sent', 'sent', 'queued', 'queued', 'failed'])
    expect(heard.map(one => isSigned(one, carrier.account.authToken))).toEqual([...Array(6).fill(true), false])
    expect(carrier.sent).toMatchObject([{ status: 'delivered' }])
  })
})
