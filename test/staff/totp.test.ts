import { describe, expect, test } from 'vitest'
import { grouped, isSecret, newSecret, otpauthLink, stepOf } from '../../src/staff/totp.ts'

/** RFC 6238, appendix B: the secret "12345678901234567890", SHA-1, the last six of its eight figures. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const PUBLISHED = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037']
] as const
const at = (seconds: number) => new Date(seconds * 1_000)

describe('a code', () => {
  test.each(PUBLISHED)('is the published one at second %i', (second, code) => {
    expect(stepOf(SECRET, code, at(second))).toBe(Math.floor(second / 30))
  })

  test('is taken one step early or late, as the step it belongs to, and not two', () => {
    const [second, code] = PUBLISHED[2]
    const step = Math.floor(second / 30)
    expect(stepOf(SECRET, code, at(second + 30))).toBe(step)
    expect(stepOf(SECRET, code, at(second - 30))).toBe(step)
    expect(stepOf(SECRET, code, at(second + 60))).toBeNull()
    expect(stepOf(SECRET, code, at(second - 60))).toBeNull()
  })

  test('may be written in groups, and is nothing but six figures', () => {
    expect(stepOf(SECRET, ' 005 924 ', at(1_234_567_890))).not.toBeNull()
    for (const code of ['', '5924', '0059240', 'abcdef', '00592４']) {
      expect(stepOf(SECRET, code, at(1_234_567_890))).toBeNull()
    }
  })
})

test('a new secret is 160 bits, and read out in groups', () => {
  const secret = newSecret()
  expect(isSecret(secret)).toBe(true)
  expect(newSecret()).not.toBe(secret)
  expect(grouped(SECRET)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  expect(isSecret('GEZD')).toBe(false)
})

test('the link tells an app whose it is', () => {
  const link = new URL(otpauthLink(SECRET, 'Sam', 'Advice line desk'))
  expect(link.protocol).toBe('otpauth:')
  expect(link.searchParams.get('secret')).toBe(SECRET)
  expect(link.searchParams.get('issuer')).toBe('Advice line desk')
})
