import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPhoneNumber, isSameNumber } from '../../src/conversation/phone-number.ts'

const THEIRS = '+447700900123'
const digits = fc.stringMatching(/^7700900\d{3}$/)
/** The ways people write one number. */
const written = (national: string): string[] => [
  `0${national}`,
  `+44${national}`,
  `0044${national}`,
  `0${national.slice(0, 4)} ${national.slice(4)}`,
  `(0${national.slice(0, 4)}) ${national.slice(4, 7)}-${national.slice(7)}`,
  ` +44 ${national.slice(0, 4)}.${national.slice(4)} `,
  `+44 (0)${national}`,
  `+44 0${national}`,
  `\u202a0${national}\u202c`,
  `\u2068+44\u00a0${national.slice(0, 4)}\u00a0${national.slice(4)}\u2069`,
  `my number is 0${national}`,
  `My mobile: 0${national}`,
  `it's 0${national} thanks x`,
  `text me on 0${national} please`
]

describe('the number somebody names', () => {
  it('is the one they write from, however they write it', () => {
    fc.assert(
      fc.property(digits, national => {
        for (const typed of written(national)) expect(isSameNumber(typed, `+44${national}`)).toBe(true)
      })
    )
  })

  it('is never taken for another one', () => {
    fc.assert(
      fc.property(digits, digits, (named, other) => {
        if (named === other) return
        for (const typed of written(named)) expect(isSameNumber(typed, `+44${other}`)).toBe(false)
      })
    )
  })

  it.each([
    '',
    ' ',
    'no number',
    'not this number',
    'this number is not safe',
    'her number',
    'any one',
    '0',
    '+',
    '00',
    'undefined',
    'skip',
    `${THEIRS}1`,
    THEIRS.slice(0, -1)
  ])('is not %j', typed => {
    expect(isSameNumber(typed, THEIRS)).toBe(false)
  })

  it.each([
    ...[
      'this number',
      'This one',
      'this one please',
      'the one im texting from',
      "the number I'm texting from",
      'same number'
    ],
    ...['this phone', 'text me on this number', 'this number is fine', 'the phone im using now', 'ten numer']
  ])('is the phone they write from, said in words: %s', typed => {
    expect(isSameNumber(typed, THEIRS)).toBe(true)
  })

  it.each([
    ['two numbers', '07700 900123 or 07700 900124'],
    ['a word beside it', '07700 900123 after 5'],
    ['somebody else’s', 'mum 07700 900123'],
    ['his', 'his number is 07700 900123'],
    ['a no', 'not 07700 900123'],
    ['the same digits abroad', '+353 7700900123'],
    ['without its zero', '7700900123']
  ])('is not taken from %s', (_, typed) => {
    expect(isSameNumber(typed, THEIRS)).toBe(false)
  })
})

describe('an address', () => {
  it.each(['+447700900123', '+15005550006', '+1234567'])('%s is a phone', address => {
    expect(isPhoneNumber(address)).toBe(true)
  })

  it.each([
    '',
    '447700900123',
    '07700900123',
    '+07700900123',
    '+4477009001231234567',
    '+123456',
    'whatsapp:+447700900123',
    'rcs:sidedoor',
    'HMRC',
    '+44 7700 900123',
    '+447700900123\n',
    '+٤٤٧٧٠٠٩٠٠١٢٣',
    '60777'
  ])('%j is none', address => {
    expect(isPhoneNumber(address)).toBe(false)
  })
})
