// How fast something may be done from one part of the network: begin a conversation, say a word to come back, answer with a passkey of nobody's.
// No address is kept: only a keyed hash, for a day.
import { createHmac, randomBytes } from 'node:crypto'
import { BlockList, isIPv4 } from 'node:net'
import { STARTS_KNOWN_MAX } from './limits.ts'

const DAY = 24 * 60 * 60 * 1000

/** Behind a proxy everybody has the proxy's address: then the pace is the proxy's to keep. */
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

export class Pace {
  readonly #burst: number
  readonly #every: number
  #key = randomBytes(32)
  #keyUntil = 0
  readonly #starts = new Map<string, { left: number; at: number }>()

  /** So many at once, and then one more in every so many milliseconds. */
  constructor(burst: number, every: number) {
    this.#burst = burst
    this.#every = every
  }

  /** Whether it may be done once more from this address now (ms since the epoch). It counts as done. */
  allows(given: string, now = Date.now()): boolean {
    const address = given.startsWith('::ffff:') ? given.slice('::ffff:'.length) : given
    if (OWN_NETWORK.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')) return true
    if (now > this.#keyUntil) {
      this.#key = randomBytes(32)
      this.#keyUntil = now + DAY
      this.#starts.clear()
    }
    const part = createHmac('sha256', this.#key).update(partOf(address)).digest('base64')
    const known = this.#starts.get(part)
    const refilled = known ? Math.min(this.#burst, known.left + (now - known.at) / this.#every) : this.#burst
    const may = refilled >= 1
    this.#starts.delete(part)
    this.#starts.set(part, { left: may ? refilled - 1 : refilled, at: now })
    if (this.#starts.size > STARTS_KNOWN_MAX) this.#forgetOldest()
    return may
  }

  #forgetOldest(): void {
    const [oldest] = this.#starts.keys()
    if (oldest !== undefined) this.#starts.delete(oldest)
  }
}
