import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInbound } from '../../../src/channels/sms/read-inbound.ts'
import type { Params } from '../../../src/channels/sms/signed.ts'
import { inboundParams, type OptOutType } from '../../carrier/params.ts'
import { account, carrier, moved, swallowed, throughTheSeal } from './sealed.ts'

const PATH = '/sms/inbound'
const SID = `SM${'0a'.repeat(16)}`
const FROM = '+447700900123'
const brought = (body: string, media: readonly string[] = [], optOutType: OptOutType | null = null): Params =>
  inboundParams({ sid: SID, from: FROM, body, media, optOutType }, carrier) as Params
const read = (params: Params) => readInbound(params, account.accountSid)

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom('', '1', 'yes', 'STOP', 'From+447700900999', 'Body', 'NumMedia1', 'żółw 😀', '\n')
)
const media = fc.constantFrom(
  [],
  ['https://api.twilio.com/a'],
  ['https://api.twilio.com/a', 'https://api.twilio.com/b']
)
const optOut = fc.constantFrom(null, 'STOP', 'START', 'HELP')

describe('every text Twilio brings', () => {
  it('is read as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(text, media, optOut, (body, pictures, answered) => {
        const picture = pictures.length > 0 || body.trim() === ''
        expect(read(brought(body, pictures, answered))).toEqual({
          record: SID,
          from: FROM,
          text: body,
          picture,
          answered
        })
      })
    )
  })

  it('is read the same with names beside it that nobody knows', () => {
    const odd = {
      AddOns: '{}',
      ButtonText: 'x',
      Carrier: 'Fromage',
      ChannelMetadata: '{"From": 1}',
      ToBody: 'x',
      Zone: ''
    }
    expect(read({ ...brought('hello'), ...odd })).toEqual(read(brought('hello')))
  })

  it('is the same text when it is a picture message', () => {
    const params = { ...brought('look'), MessageSid: `MM${'0a'.repeat(16)}` }
    expect(read(params)).toMatchObject({ record: params.MessageSid, text: 'look' })
  })
})

describe('what is not taken for a text', () => {
  const without = (name: string): Params => {
    const { [name]: _, ...others } = brought('hello')
    return others
  }

  it.each<[string, Params, string]>([
    ['another account', { ...brought('x'), AccountSid: `AC${'0a'.repeat(16)}` }, 'account'],
    ['no account', without('AccountSid'), 'account'],
    ['no sender', without('From'), 'sender'],
    ['a name for a sender', { ...brought('x'), From: 'HMRC' }, 'sender'],
    ['WhatsApp', { ...brought('x'), From: `whatsapp:${FROM}` }, 'sender'],
    ['no id', without('MessageSid'), 'parameters'],
    ['an id of something else', { ...brought('x'), MessageSid: `CA${'0a'.repeat(16)}` }, 'parameters'],
    ['no words at all, not even empty ones', without('Body'), 'parameters'],
    ['pictures that cannot be counted', { ...brought('x'), NumMedia: '-1' }, 'parameters'],
    ['no names', {}, 'account']
  ])('%s', (_, params, unfit) => {
    expect(read(params)).toEqual({ unfit })
  })

  it('is nothing worse than a text without a count of pictures', () => {
    expect(read(without('NumMedia'))).toEqual(read(brought('hello')))
  })
})

describe('a sealed text in which somebody has moved a border', () => {
  // Lower case: a rest that begins with C to F could be the name of the next parameter, and the seal cannot tell.
  const words = fc.stringMatching(/^[a-z ]{0,12}$/)

  // That Twilio has answered already may be lost: then its word is read as everybody's is, and STOP still ends it.
  it('is refused, or read as it was', () => {
    fc.assert(
      fc.property(words, media, optOut, fc.integer({ min: 1, max: 12 }), (body, pictures, answered, signs) => {
        const params = brought(body, pictures, answered)
        for (const pairs of [...moved(params, signs), ...swallowed(params)]) {
          const passed = throughTheSeal(PATH, params, pairs)
          const now = passed && read(passed)
          if (now && !('unfit' in now)) expect({ ...now, answered }).toEqual(read(params))
        }
      }),
      { numRuns: 30 }
    )
  })

  it('loses neither its pictures nor that Twilio has answered it already', () => {
    const params = brought('stop', ['https://api.twilio.com/a'], 'STOP')
    const passed = swallowed(params).map(pairs => throughTheSeal(PATH, params, pairs))
    expect(passed.every(each => each !== null)).toBe(true)
    const taken = passed.map(each => read(each ?? {})).filter(each => !('unfit' in each))
    expect(taken.filter(each => !('picture' in each && each.picture))).toEqual([])
  })

  it('cannot come from the number that stands in its words', () => {
    const params = brought('yes From+447700900999Frozen')
    const { Body: _, From: from = '', FromCity, FromCountry, FromState, FromZip, ...others } = params
    const rest = `From${from}FromCity${FromCity}FromCountry${FromCountry}FromState${FromState}FromZip${FromZip}`
    const forged = { ...others, Body: 'yes ', From: '+447700900999', Frozen: rest }
    const passed = throughTheSeal(PATH, params, Object.entries(forged))
    expect(passed).toEqual(forged)
    expect(read(passed ?? {})).toEqual({ unfit: 'parameters' })
  })
})
