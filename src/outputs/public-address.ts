// Whether an address is on the open network. Everything else is somebody's inside: this machine, its neighbours, or the cloud's own
// services, which hand out keys to whoever asks from within.
import { BlockList, isIP } from 'node:net'

/** IANA's registry of special addresses, and one that Azure keeps for itself inside every machine. */
const INSIDE_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3]
]
/** Of IPv6 only this is given out; within it, what carries an IPv4 address, and what is for examples, is not open either. */
const OPEN_6 = ['2000::', 3] as const
const INSIDE_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20]
]

const inside4 = new BlockList()
for (const [net, prefix] of INSIDE_4) inside4.addSubnet(net, prefix, 'ipv4')
const open6 = new BlockList()
open6.addSubnet(...OPEN_6, 'ipv6')
const inside6 = new BlockList()
for (const [net, prefix] of INSIDE_6) inside6.addSubnet(net, prefix, 'ipv6')

/** Whether an IP address, as a resolver writes it, is open to everybody. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !inside4.check(address, 'ipv4')
  // A zone names a card of this machine.
  if (version !== 6 || address.includes('%')) return false
  return open6.check(address, 'ipv6') && !inside6.check(address, 'ipv6')
}
