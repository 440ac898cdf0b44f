// Where a webhook may connect to: the name is resolved once, every address it has is looked at, and the connection is then made to
// those and no others. A name that says something else a moment later changes nothing.
import { type LookupAddress, promises } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

/** The name leads to an address inside, which nobody has allowed. */
class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
  readonly code = 'NOT_ALLOWED'
}

export const resolveByDns: Resolve = host => promises.lookup(host, { all: true })

/** The host of an address: what stands in brackets without them. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** The addresses of a host. Throws when one of them is inside, unless the host stands in `allowed`. */
export async function reachable(
  host: string,
  allowed: readonly string[],
  resolve: Resolve
): Promise<readonly LookupAddress[]> {
  const addresses = await resolve(host)
  const isFree = allowed.includes(host.toLowerCase()) || addresses.every(({ address }) => isPublicAddress(address))
  if (addresses.length === 0 || !isFree) throw new NotAllowed('the address is not on the open network')
  return addresses
}

/** A resolver that knows these addresses alone. */
export const pinnedTo =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_host, { all }, done) => {
    if (all) return done(null, [...addresses])
    const [first] = addresses
    done(null, first?.address ?? '', first?.family)
  }
