import { expect, test } from 'vitest'
import { Pace } from '../src/client-pace.ts'
import { START_EVERY, STARTS_BURST } from '../src/limits.ts'

const spend = (pace: Pace, address: string, now: number) => {
  for (let start = 0; start < STARTS_BURST; start++) pace.allows(address, now)
}

test.each([
  ['203.0.113.4', '203.0.113.200', '203.0.114.4'],
  ['2001:db8:0:1200::1', '2001:db8:0:12ff:1::2', '2001:db8:0:1300::1'],
  ['::ffff:203.0.113.4', '203.0.113.9', '198.51.100.1']
])('a neighbour of %s shares its pace, and a stranger does not', (address, neighbour, stranger) => {
  const pace = new Pace(STARTS_BURST, START_EVERY)
  spend(pace, address, 1)
  expect(pace.allows(neighbour, 1)).toBe(false)
  expect(pace.allows(stranger, 1)).toBe(true)
  expect(pace.allows(address, 1 + START_EVERY)).toBe(true)
  expect(pace.allows(address, 1 + START_EVERY)).toBe(false)
})

test.each(['127.0.0.1', '::1', '10.1.2.3', '::ffff:192.168.1.1', 'fd00::1'])(
  '%s is a proxy of ours: no pace',
  address => {
    const pace = new Pace(STARTS_BURST, START_EVERY)
    spend(pace, address, 1)
    expect(pace.allows(address, 1)).toBe(true)
  }
)
