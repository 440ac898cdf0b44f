import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressOf, isDomain, takesContent } from '../../src/outputs/address.ts'
import { smtpOf } from '../../src/outputs/settings.ts'

describe('an address in the field', () => {
  test.each([
    ['referrals@council.example.org', 'referrals@council.example.org'],
    ['  A.Officer+da@Council.Example.ORG\n', 'A.Officer+da@council.example.org'],
    ["o'neil@x.example.org", "o'neil@x.example.org"]
  ])('%j is one', (text, address) => {
    expect(addressOf(text)).toBe(address)
  })

  test.each([
    '',
    'nobody',
    '@example.org',
    'a@',
    'a@localhost',
    'a@192.168.0.1',
    'a@[192.168.0.1]',
    'a@example.org.',
    'a@example.org,b@example.org',
    'a@example.org;b@example.org',
    'a@example.org b@example.org',
    'a@b@example.org',
    'A Name <a@example.org>',
    '<a@example.org>',
    '"a b"@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'a\nBcc: b@example.org@example.org',
    'a@exam\u0000ple.org',
    'a@еxample.org',
    'a..b@example.org',
    '.a@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'a.'.repeat(130)}org`
  ])('%j is none', text => {
    expect(addressOf(text)).toBeNull()
  })

  test('is never more than one line, one @, and plain letters', () => {
    const nasty = fc.constantFrom('\r\n', '\n', ',', ';', '<', '>', '"', ' ', '\t', '@', '\u0000', '(', ')', ':', '\\')
    const piece = fc.oneof(fc.string(), nasty, fc.constantFrom('a@example.org', 'Bcc: b@example.org'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), pieces => {
        const address = addressOf(pieces.join(''))
        if (address !== null) expect(address).toMatch(/^[^\s@<>,;:"()\\]+@[a-z0-9.-]+$/)
      }),
      { numRuns: 3_000 }
    )
  })
})

describe('a summary itself may go', () => {
  const listed = ['council.example.org', 'nhs.example.org']
  test.each([
    ['a@council.example.org', true],
    ['a@sub.council.example.org', false],
    ['a@example.org', false],
    ['a@notcouncil.example.org', false],
    ['a@council.example.org.evil.example.org', false],
    ['council.example.org@evil.example.org', false]
  ])('to %s: %s', (address, may) => {
    expect(takesContent(address, listed)).toBe(may)
  })

  test('nowhere, where nothing is listed', () => expect(takesContent('a@council.example.org', [])).toBe(false))
  test('to domains that are written as one, and no pattern', () => {
    expect(['council.example.org', '*.example.org', '.example.org', 'org', 'a b.org', ''].filter(isDomain)).toEqual([
      'council.example.org'
    ])
  })
})

test('a mail server is written as an address, with its password if it wants one', () => {
  expect(smtpOf('smtp://desk:p%40ss%20word@mail.example.org')).toEqual({
    host: 'mail.example.org',
    port: 587,
    secure: false,
    auth: { user: 'desk', pass: 'p@ss word' }
  })
  expect(smtpOf('smtps://mail.example.org')).toEqual({ host: 'mail.example.org', port: 465, secure: true, auth: null })
  expect(smtpOf('smtp://mail.example.org:2525/')).toMatchObject({ port: 2525 })
  for (const text of [
    'mail.example.org',
    'http://mail.example.org',
    'smtp://',
    'smtp://x/?secure=false',
    'smtp://%zz@x'
  ]) {
    expect(smtpOf(text)).toBeNull()
  }
})
