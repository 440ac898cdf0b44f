// Whose address a request has, for the paces and for nothing else: it is neither stored nor logged. Host and protocol are not read from a
// proxy's headers at all.
import { BlockList, isIP, isIPv4 } from 'node:net'

interface Asked {
  /** Of whoever is connected. */
  readonly ip: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

export type AddressOf = (request: Asked) => string

const BITS = { ipv4: 32, ipv6: 128 } as const
const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6')

/** Whether a setting names an address, or a network such as 10.0.0.0/8. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  if (!isIP(address) || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= BITS[familyOf(address)])
}

/** As it is compared: without what Node puts before an IPv4 address, and without a port. Empty where it is no address. */
function plain(text: string): string {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(bare) ? bare : ''
}

/**
 * Reads X-Forwarded-For from its end, as far as each hop is a proxy that is trusted: what stands before was written by whoever
 * asked. `trusted`: addresses and networks (`isNetwork`).
 */
export function addressReader(trusted: readonly string[]): AddressOf {
  const proxies = new BlockList()
  for (const one of trusted) {
    const [address = '', bits] = one.split('/')
    const family = familyOf(address)
    proxies.addSubnet(address, bits === undefined ? BITS[family] : Number(bits), family)
  }
  return ({ ip, headers }) => {
    const hops = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
    let address = plain(ip)
    while (address !== '' && hops.length > 0 && proxies.check(address, familyOf(address))) {
      const before = plain(hops.pop() ?? '')
      if (before === '') break
      address = before
    }
    return address || ip
  }
}

/** An address of nobody (RFC 5737). */
const NOBODY = '192.0.2.1'

/** Whether whoever is connected is believed about whom they ask for. */
export const isProxy = (addressOf: AddressOf, ip: string): boolean =>
  addressOf({ ip, headers: { 'x-forwarded-for': NOBODY } }) === NOBODY
