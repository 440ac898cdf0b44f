// The six figures of an authenticator app (RFC 6238). Whether a code was used before, the store knows.
import { Secret, TOTP } from 'otpauth'
import { TOTP_DRIFT, TOTP_STEP_SECONDS } from '../limits.ts'

const SECRET_BYTES = 20
const STEP = TOTP_STEP_SECONDS * 1_000

const totpOf = (secret: string, label = '', issuer = ''): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), period: TOTP_STEP_SECONDS, label, issuer })

/** A new secret, in base32. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** Whether a text is a secret as we make them. */
export const isSecret = (text: string): boolean => /^[A-Z2-7]{32}$/.test(text)

/** In groups of four, to be read and typed. */
export const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** The link an authenticator app opens. */
export const otpauthLink = (secret: string, label: string, issuer: string): string =>
  totpOf(secret, label, issuer).toString()

/** The step a code belongs to, now or one to either side; null when it is none of theirs. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window: TOTP_DRIFT })
  return delta === null ? null : Math.floor(now.getTime() / STEP) + delta
}
