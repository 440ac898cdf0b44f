import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sealing } from '../../src/summary/seal.ts'

test.each([
  '07700 900123',
  '07700900123',
  '+44 7700 900123',
  '+447700900123',
  '0044 7700-900-123',
  '(07700) 900 123',
  '+44 (0)7700 900123'
])('a number given once is hidden however it is written again: %s', written => {
  const hidden = sealing(['07700 900123'])(`ring ${written} please`)
  expect(hidden).not.toMatch(/\d{3}/)
  expect(hidden).toMatch(/^ring .*please$/)
})

test.each(['+44 (0)7700 900123', '\u202a07700 900123\u202c', '0044 7700 900123'])(
  'a number given as %s is hidden in every other form',
  given => {
    for (const written of ['07700 900123', '+447700900123', '+44 (0)7700 900123', '\u202a07700\u202c 900123'])
      expect(sealing([given])(`ring ${written} please`)).not.toMatch(/\d{3}/)
  }
)

test('a number is found inside a longer answer, and so is an email address', () => {
  const seal = sealing(['text me on 07700 900123 after 6, or pat.q@example.org'])
  expect(seal('it is 07700900123')).toBe('it is ••••')
  expect(seal('write to PAT.Q@example.org')).toBe('write to ••••')
  expect(seal('come after 6')).toBe('come after 6')
})

test('other numbers and words stay as they were said', () => {
  const seal = sealing(['07700 900123', 'sun'])
  for (const text of ['he is 45', 'ring 07700 900124', 'on Sunday', 'sunny']) expect(seal(text)).toBe(text)
})

test('with nothing to hide nothing changes', () => {
  expect(sealing([])('as it was')).toBe('as it was')
  expect(sealing(['', '  '])('as it was')).toBe('as it was')
})

test('whatever a secret is made of, it is hidden and nothing breaks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), text => {
      const secret = text.trim()
      fc.pre(secret !== '' && !/[•¶]/.test(secret))
      expect(sealing([text])(`¶ ${secret} ¶`)).toBe('¶ •••• ¶')
    }),
    { numRuns: 2_000 }
  )
})

test('the longest text a person may send is sealed at once', () => {
  const long = '1('.repeat(1_000)
  expect(sealing([long])(`${long} and 07700 900123`)).toBe('•••• and 07700 900123')
})
