import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hidesAName, isSigned, paramsOf } from '../../../src/channels/sms/signed.ts'
import { sign } from '../../carrier/webhook.ts'
import { account, PUBLIC_URL, throughTheSeal } from './sealed.ts'

const PATH = '/sms/inbound'
const PARAMS = { AccountSid: account.accountSid, Body: 'hello', From: '+447700900123' }
const sealed = (params: Record<string, string>, { token = account.authToken, url = PUBLIC_URL + PATH } = {}) =>
  sign(url, params, token).signature

describe('a form', () => {
  it('has its parameters as they are, names of no matter included', () => {
    expect(paramsOf(new URLSearchParams('Body=a+b%2B&From=%2B44&__proto__=x&Odd='))).toEqual(
      Object.fromEntries([
        ['Body', 'a b+'],
        ['From', '+44'],
        ['__proto__', 'x'],
        ['Odd', '']
      ])
    )
  })

  it.each(['Body=a&Body=b', 'Body=a&From=b&Body=a', 'Odd=&Odd='])('that says one thing twice is none: %s', form => {
    expect(paramsOf(new URLSearchParams(form))).toBeNull()
  })
})

describe('a seal', () => {
  it('is ours with either token, and with no other', () => {
    const next = randomBytes(16).toString('hex')
    const other = randomBytes(16).toString('hex')
    const ours = { ...account, nextAuthToken: next }
    const with_ = (token: string) => isSigned(ours, PATH, PARAMS, sealed(PARAMS, { token }))
    expect([with_(account.authToken), with_(next), with_(other)]).toEqual([true, true, false])
    expect(isSigned(account, PATH, PARAMS, sealed(PARAMS, { token: next }))).toBe(false)
  })

  it.each([
    ['another path', '/sms/status', {}],
    ['a query', `${PATH}?m=1`, {}],
    ['another host', PATH, { url: `https://elsewhere.example.org${PATH}` }],
    ['no encryption', PATH, { url: `http://chat.example.org${PATH}` }]
  ])('does not fit %s', (_, path, over) => {
    expect(isSigned(account, path, PARAMS, sealed(PARAMS, over))).toBe(false)
  })

  it.each(['', 'x', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='])('is not %j', signature => {
    expect(isSigned(account, PATH, PARAMS, signature)).toBe(false)
  })

  it('breaks when anything is changed, added, left out, renamed or said twice', () => {
    const name = fc.stringMatching(/^[A-Z][a-zA-Z]{0,11}$/)
    const params = fc.dictionary(name, fc.string({ maxLength: 20 }), { minKeys: 1, maxKeys: 8, noNullPrototype: true })
    fc.assert(
      fc.property(params, fc.nat(), name, fc.string({ minLength: 1 }), (given, nth, other, more) => {
        const pairs = Object.entries(given)
        const at = nth % pairs.length
        const [its = '', value = ''] = pairs[at] ?? []
        const instead = (...now: (readonly [string, string])[]) => [
          ...pairs.slice(0, at),
          ...now,
          ...pairs.slice(at + 1)
        ]
        expect(throughTheSeal(PATH, given, pairs)).toEqual(given)
        expect(throughTheSeal(PATH, given, instead([its, value + more]))).toBeNull()
        expect(throughTheSeal(PATH, given, instead([its, value], [its, value]))).toBeNull()
        if (its + value !== '') expect(throughTheSeal(PATH, given, instead())).toBeNull()
        if (!(other in given)) {
          expect(throughTheSeal(PATH, given, [...pairs, [other, more]])).toBeNull()
          if (!other.startsWith(its)) expect(throughTheSeal(PATH, given, instead([other, value]))).toBeNull()
        }
      }),
      { numRuns: 300 }
    )
  })
})

describe('a name of ours', () => {
  const names = { read: ['Body', 'From'], known: /^FromCity$/, inside: /From\+\d/ }

  it.each([
    ['in its place', { Body: 'From+44', From: '+44' }, false],
    ['beside one the carrier has', { Body: '', FromCity: 'Frome' }, false],
    ['beside names of no matter', { Odd: 'Body', NumSegments: '1', SmsBody: 'x' }, false],
    ['with a piece of its value', { Bodyhelp: 'X' }, true],
    ['without a piece of itself', { Bo: 'dyhelp' }, true],
    ['without its beginning', { Odd: 'Bo', dy: 'help' }, true],
    ['with nothing left of it', { '': 'Bodyhelp' }, true],
    ['inside the value of another', { Frozen: 'From+447700900123' }, true],
    ['inside the name of another', { 'FrozenFrom+447700900123': '' }, true],
    ['inside the value of one the carrier has', { FromCity: 'From+447700900123' }, true]
  ])('%s', (_, params, hidden) => {
    expect(hidesAName(params as unknown as Record<string, string>, names)).toBe(hidden)
  })
})
