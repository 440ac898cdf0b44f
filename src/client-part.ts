// From which part of the network a request comes, so that the parts can be told from each other and none of them known.
import { createHmac } from 'node:crypto'
import { BlockList, isIP, isIPv4 } from 'node:net'

/** Behind a proxy everybody has the proxy's address: then it is the proxy's to tell them from each other. */
const OWN_NETWORK = new BlockList()
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16]
] as const)
  OWN_NETWORK.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10]
] as const)
  OWN_NETWORK.addSubnet(network, bits, 'ipv6')

/** IPv4 by its first 24 bits; IPv6 by its first 56, what one household is given. */
function partOf(address: string): string {
  if (isIPv4(address)) return address.split('.').slice(0, 3).join('.')
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const groups = [...left, ...zeros, ...right].slice(0, 4).map(group => group.padStart(4, '0'))
  return groups.join(':').slice(0, -2)
}

/** The part of the network an address is in, hashed under a key; null where that is our own, or nobody's. */
export function clientPart(key: Buffer, given: string): string | null {
  const address = given.startsWith('::ffff:') ? given.slice('::ffff:'.length) : given
  if (!isIP(address) || OWN_NETWORK.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')) return null
  return createHmac('sha256', key).update(partOf(address)).digest('base64')
}
