import { describe, expect, it } from 'vitest'
import { twilioClient } from '../../src/channels/sms/twilio-client.ts'
import { codeOf, seated } from './seated.ts'

const HERS = '+447700900123'
const HIS = '+447700900124'

describe('the stand-in takes messages as Twilio does', () => {
  it('and each phone gets its own, in order, with the time', async () => {
    let now = Date.parse('2026-01-31T20:00:00Z')
    const { carrier, send } = await seated({ now: () => now })
    await send(HERS, 'one')
    await send(HIS, 'other')
    now += 60_000
    await send(HERS, 'two')
    expect(carrier.delivered(HERS)).toMatchObject([
      { body: 'one', at: now - 60_000, by: 'product' },
      { body: 'two', at: now, by: 'product' }
    ])
    expect(carrier.delivered(HIS)).toHaveLength(1)
  })

  it('keeps all that was asked for', async () => {
    const { carrier, send } = await seated()
    const message = await send(HERS, 'one', {
      statusCallback: 'https://advice.example/sms/status?row=7',
      validityPeriod: 300,
      contentRetention: 'discard',
      addressRetention: 'obfuscate'
    })
    expect(message).toMatchObject({ sid: expect.stringMatching(/^SM[0-9a-f]{32}$/), status: 'delivered' })
    expect(carrier.sent).toMatchObject([
      {
        sid: message.sid,
        to: HERS,
        body: 'one',
        statusCallback: 'https://advice.example/sms/status?row=7',
        validityPeriod: 300,
        contentRetention: 'discard',
        addressRetention: 'obfuscate'
      }
    ])
  })

  it('shows neither words nor the end of the number, once sent, where that was asked for', async () => {
    const { client, send } = await seated()
    const { sid } = await send(HERS, 'one', { contentRetention: 'discard', addressRetention: 'obfuscate' })
    expect(await client.messages(sid).fetch()).toMatchObject({ body: '', to: '+44770090XXXX' })
    expect(await client.messages.list({ to: HERS })).toEqual([])
  })

  it('the same of every message, where the account is set so', async () => {
    const { carrier, client, send } = await seated()
    carrier.account.redactsByDefault = true
    await send(HERS, 'one')
    await send(HIS, 'two', { contentRetention: 'retain', addressRetention: 'retain' })
    expect(await client.messages.list()).toMatchObject([
      { body: 'two', to: HIS },
      { body: '', to: '+44770090XXXX' }
    ])
    expect(await client.messages.list({ to: HERS })).toEqual([])
  })

  it.each([
    ['a number that is none', { to: '07700 900123' }, 21211],
    ['no words', { body: '' }, 21602],
    ['too many words', { body: 'a'.repeat(1601) }, 21617],
    ['another service', { messagingServiceSid: 'MGother' }, 21701],
    ['no sender', { messagingServiceSid: '' }, 21603],
    ['a sender that is not ours', { messagingServiceSid: '', from: '+447700900999' }, 21606],
    ['a status address that is none', { statusCallback: '/sms/status' }, 21609],
    ['too long a validity', { validityPeriod: 36_001 }, 21624],
    ['a retention Twilio does not know', { contentRetention: 'banana' }, 20001]
  ])('and refuses %s', async (_what, more, code) => {
    const { carrier, send } = await seated()
    const refused = await send(HERS, 'one', more).catch(error => error)
    expect(refused).toMatchObject({ status: 400, code, moreInfo: expect.stringContaining(String(code)) })
    expect(carrier.sent).toEqual([])
  })

  it('and refuses to hide a number where message redaction is off', async () => {
    const { carrier, send } = await seated()
    carrier.account.redaction = false
    expect(await codeOf(send(HERS, 'one', { addressRetention: 'obfuscate' }))).toBe(30030)
    expect(await codeOf(send(HERS, 'two', { contentRetention: 'discard' }))).toBe('nothing went wrong')
  })

  it('and refuses who does not have the token', async () => {
    const { carrier } = await seated()
    const { accountSid } = carrier.account
    const stranger = twilioClient({ accountSid, authToken: 'guessed', apiBase: carrier.base }, { timeout: 2_000 })
    await expect(stranger.messages.list()).rejects.toMatchObject({ status: 401, code: 20003 })
  })

  it('and knows no address it does not have', async () => {
    const { client } = await seated()
    await expect(client.messages('SMnone').fetch()).rejects.toMatchObject({ status: 404, code: 20404 })
    await expect(client.calls.list()).rejects.toMatchObject({ status: 404 })
  })
})

describe('the list of messages', () => {
  it('is newest first, in as many pages as there are', async () => {
    const { carrier, client, send } = await seated()
    for (let at = 0; at < 7; at++) await send(HERS, `number ${at}`)
    const all = await client.messages.list({ pageSize: 3 })
    expect(all.map(({ body }) => body)).toEqual([6, 5, 4, 3, 2, 1, 0].map(at => `number ${at}`))
    expect(carrier.requests.filter(({ method }) => method === 'GET')).toHaveLength(3)
  })

  it('is of one number, or of a time', async () => {
    let now = Date.parse('2026-01-31T20:00:00Z')
    const { client, send } = await seated({ now: () => now })
    await send(HERS, 'early')
    await send(HIS, 'other')
    now += 3_600_000
    await send(HERS, 'late')
    const bodies = async (query: object) => (await client.messages.list(query)).map(({ body }) => body)
    expect(await bodies({ to: HERS })).toEqual(['late', 'early'])
    expect(await bodies({ to: HERS, dateSentAfter: new Date(now - 60_000) })).toEqual(['late'])
    expect(await bodies({ to: HERS, dateSentBefore: new Date(now - 60_000) })).toEqual(['early'])
    expect(await bodies({ dateSentAfter: new Date(now + 1_000) })).toEqual([])
  })
})

describe('what Twilio keeps', () => {
  it('can be emptied and deleted at the end, and not before', async () => {
    const { carrier, client, send } = await seated()
    carrier.phones.switchOff(HERS)
    const { sid } = await send(HERS, 'one')
    expect(await codeOf(client.messages(sid).remove())).toBe(20009)
    expect(await codeOf(client.messages(sid).update({ body: '' }))).toBe(20009)
    carrier.phones.switchOn(HERS)
    carrier.outbox.move()
    expect(await client.messages(sid).update({ body: '' })).toMatchObject({ body: '', status: 'delivered' })
    expect(await client.messages(sid).remove()).toBe(true)
    expect(await codeOf(client.messages(sid).fetch())).toBe(20404)
  })
})

describe('a phone that cannot be reached', () => {
  it('gets nothing that has waited longer than it was valid', async () => {
    let now = 0
    const { carrier, client, send } = await seated({ now: () => now })
    carrier.phones.switchOff(HERS)
    const { sid, status } = await send(HERS, 'one', { validityPeriod: 600 })
    expect(status).toBe('sent')
    now += 601_000
    carrier.phones.switchOn(HERS)
    carrier.outbox.move()
    expect(await client.messages(sid).fetch()).toMatchObject({ status: 'undelivered', errorCode: 30003 })
    expect(carrier.delivered(HERS)).toEqual([])
  })

  it('nor what Twilio itself was too slow to send', async () => {
    let now = 0
    const { carrier, client, send } = await seated({ now: () => now })
    carrier.outbox.pause()
    const { sid, status } = await send(HERS, 'one', { validityPeriod: 600 })
    expect(status).toBe('accepted')
    now += 601_000
    carrier.outbox.resume()
    expect(await client.messages(sid).fetch()).toMatchObject({ status: 'failed', errorCode: 30036 })
    expect(carrier.delivered(HERS)).toEqual([])
  })
})
