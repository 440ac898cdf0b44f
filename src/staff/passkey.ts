// The two ceremonies of a passkey (WebAuthn): it is made for this site alone, and asks its owner for a finger or a PIN.
import { createHash } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

/** Loaded when somebody first needs it. */
const webauthn = () => import('@simplewebauthn/server')

/** Where a passkey is asked for, as the browser will say. */
export interface Site {
  readonly origin: string
  /** The host name it is bound to. */
  readonly host: string
}

/** The site of an address; null where there can be no passkeys: they need a host name, and TLS unless it is this machine. */
export function siteOf(address: string): Site | null {
  const { origin, hostname, protocol } = new URL(address)
  const isNumber = /^[\d.]+$|:/.test(hostname)
  return isNumber || (protocol !== 'https:' && hostname !== 'localhost') ? null : { origin, host: hostname }
}

export interface Made {
  readonly id: string
  readonly publicKey: Buffer
  readonly counter: number
}

/** Decides whether what was signed is something we asked this browser to sign, lately and for the first time. */
export interface Asked {
  wasAsked(challenge: string): boolean
  /** Asked last, of what is right in everything else: only a right answer leaves anything behind. */
  useUp(challenge: string): Promise<boolean>
}

/** What a browser needs to make a passkey. */
export async function toMake(
  site: Site,
  issuer: string,
  owner: { id: string; name: string },
  have: readonly string[],
  challenge: Buffer
) {
  return (await webauthn()).generateRegistrationOptions({
    challenge: new Uint8Array(challenge),
    rpName: issuer,
    rpID: site.host,
    // No id of ours leaves the house.
    userID: createHash('sha256').update(`passkey|${owner.id}`).digest(),
    userName: owner.name,
    attestationType: 'none',
    excludeCredentials: have.map(id => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
  })
}

/** The passkey a browser has made; null when anything about it is not as asked. */
export async function made(site: Site, response: unknown, asked: Asked): Promise<Made | null> {
  try {
    let challenge = ''
    const { verified, registrationInfo } = await (await webauthn()).verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: given => {
        challenge = given
        return asked.wasAsked(given)
      },
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true
    })
    if (!verified || !registrationInfo || !(await asked.useUp(challenge))) return null
    const { id, publicKey, counter } = registrationInfo.credential
    return { id, publicKey: Buffer.from(publicKey), counter }
  } catch {
    return null
  }
}

/** What a browser needs to ask for a passkey, any that this site has. */
export const toSignIn = async (site: Site, challenge: Buffer) =>
  (await webauthn()).generateAuthenticationOptions({
    challenge: new Uint8Array(challenge),
    rpID: site.host,
    userVerification: 'required'
  })

/** The id of the passkey somebody comes with; null when it is no answer of a browser. */
export const idIn = (response: unknown): string | null => {
  const id = (response as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : null
}

/** The passkey's new count when it has signed what it was asked to; null otherwise. */
export async function signed(site: Site, response: unknown, key: Made, asked: Asked): Promise<number | null> {
  try {
    let challenge = ''
    const { verified, authenticationInfo } = await (await webauthn()).verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: given => {
        challenge = given
        return asked.wasAsked(given)
      },
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
      requireUserVerification: true
    })
    return verified && (await asked.useUp(challenge)) ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}
