// Whose address a request has, for the paces alone: somebody who writes a header must not be able to choose it.
import { describe, expect, test } from 'vitest'
import { addressReader, isNetwork } from '../src/client-address.ts'

const asked = (ip: string, forwarded?: string) => ({
  ip,
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
})

describe('with no trusted proxy', () => {
  test('the header counts for nothing', () => {
    expect(addressReader([])(asked('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7')
  })
})

describe('behind trusted proxies', () => {
  const addressOf = addressReader(['127.0.0.1', '10.1.0.0/16', '2001:db8:1::/48'])

  test.each([
    ['the visitor as the proxy saw them', '127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['through two of ours', '127.0.0.1', '203.0.113.7, 10.1.2.3', '203.0.113.7'],
    ['through one by IPv6', '2001:db8:1::5', '2001:db8:ffff::9', '2001:db8:ffff::9'],
    ['a proxy as Node names it', '::ffff:127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['with the port that some proxies add', '127.0.0.1', '203.0.113.7:5678', '203.0.113.7'],
    ['with brackets and port', '127.0.0.1', '[2001:db8:ffff::9]:443', '2001:db8:ffff::9']
  ])('%s', (_what, ip, forwarded, address) => {
    expect(addressOf(asked(ip, forwarded))).toBe(address)
  })

  test.each([
    [
      'an attacker who names somebody else before the proxy adds theirs',
      '127.0.0.1',
      '198.51.100.1, 203.0.113.7',
      '203.0.113.7'
    ],
    ['an attacker who comes past the proxy', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['an attacker who names a proxy of ours', '203.0.113.7', '10.1.2.3', '203.0.113.7'],
    [
      'an attacker behind the proxy who names another proxy of ours first',
      '127.0.0.1',
      '10.1.9.9, 203.0.113.7',
      '203.0.113.7'
    ],
    ['nonsense', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['nonsense before what the proxy added', '127.0.0.1', 'x, 203.0.113.7', '203.0.113.7'],
    ['nothing', '127.0.0.1', '', '127.0.0.1'],
    ['no header', '127.0.0.1', undefined, '127.0.0.1']
  ])('is not moved by %s', (_what, ip, forwarded, address) => {
    expect(addressOf(asked(ip, forwarded))).toBe(address)
  })
})

test('a proxy is named by an address or a network', () => {
  for (const good of ['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8']) expect(isNetwork(good)).toBe(true)
  for (const bad of ['', 'proxy', '10.0.0.0/33', '10.0.0.0/x', '::1/129', '10.0.0.0/8/8', '10.0.0.0/']) {
    expect(isNetwork(bad), bad).toBe(false)
  }
})
