// The guard, held against a second telling of it: where the inside is, as ranges of numbers, and every way to write an address.
import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '../../src/outputs/public-address.ts'

/** First and last address of everything that is inside, IPv4. */
const INSIDE = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['168.63.129.16', '168.63.129.16'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.88.99.0', '192.88.99.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '255.255.255.255']
] as const

const toNumber = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
const toText = (n: number) => [24, 16, 8, 0].map(shift => Math.floor(n / 2 ** shift) % 256).join('.')
const ranges = INSIDE.map(([first, last]) => [toNumber(first), toNumber(last)] as const)
const isInside = (n: number) => ranges.some(([first, last]) => n >= first && n <= last)
const hex = (n: number) => n.toString(16)
const halves = (n: number) => `${hex(Math.floor(n / 65_536))}:${hex(n % 65_536)}`

const anyNumber = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const insideNumber = fc.constantFrom(...ranges).chain(([min, max]) => fc.integer({ min, max }))
/** Where ranges begin and end, and one beside each. */
const edges = ranges.flatMap(([first, last]) => [first - 1, first, last, last + 1]).filter(n => n >= 0 && n < 2 ** 32)

describe('an IPv4 address', () => {
  test('is open exactly where no range of the inside has it', () => {
    fc.assert(
      fc.property(fc.oneof(anyNumber, insideNumber, fc.constantFrom(...edges)), n => {
        expect(isPublicAddress(toText(n)), toText(n)).toBe(!isInside(n))
      }),
      { numRuns: 3_000 }
    )
    for (const n of edges) expect(isPublicAddress(toText(n)), toText(n)).toBe(!isInside(n))
  })

  test('never gets out in the clothes of IPv6, open or not: mapped, compatible, translated, 6to4, Teredo', () => {
    fc.assert(
      fc.property(fc.oneof(anyNumber, insideNumber), fc.boolean(), (n, shout) => {
        const written = [
          `::ffff:${toText(n)}`,
          `::ffff:${halves(n)}`,
          `0:0:0:0:0:ffff:${halves(n)}`,
          `::ffff:0:${halves(n)}`,
          `::${toText(n)}`,
          `64:ff9b::${halves(n)}`,
          `64:ff9b:1::${halves(n)}`,
          `2002:${halves(n)}::1`,
          `2001:0:${halves(n)}::1`
        ]
        for (const text of written) expect(isPublicAddress(shout ? text.toUpperCase() : text), text).toBe(false)
      }),
      { numRuns: 1_000 }
    )
  })
})

const group = fc.integer({ min: 0, max: 0xffff }).map(hex)
const tail = (count: number) => fc.array(group, { minLength: count, maxLength: count }).map(parts => parts.join(':'))

describe('an IPv6 address', () => {
  test('is not open where it is local, unique local, multicast, or not given out at all', () => {
    const first = fc
      .integer({ min: 0, max: 0xffff })
      .filter(n => n < 0x2000 || n > 0x3fff)
      .map(hex)
    fc.assert(
      fc.property(first, tail(7), (head, rest) => {
        expect(isPublicAddress(`${head}:${rest}`)).toBe(false)
      }),
      { numRuns: 2_000 }
    )
    for (const text of ['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '100::1']) {
      expect(isPublicAddress(text), text).toBe(false)
    }
  })

  test('is open where networks really are', () => {
    fc.assert(
      fc.property(fc.constantFrom('2600', '2a00', '2a01', '2400', '2606', '2c0f'), tail(7), (head, rest) => {
        expect(isPublicAddress(`${head}:${rest}`)).toBe(true)
      })
    )
    expect(isPublicAddress('2001:200::1')).toBe(true)
    for (const text of ['2001:1ff::1', '2001:db8::1', '3fff:fff::1']) expect(isPublicAddress(text)).toBe(false)
  })
})

test('what is no address is not open', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(isPublicAddress(text) && isIP(text) === 0).toBe(false)
    })
  )
  for (const text of ['', 'localhost', '127.1', '0x7f000001', '2130706433', '010.0.0.1', '8.8.8.8.', '[2600::1]']) {
    expect(isPublicAddress(text), text).toBe(false)
  }
})
