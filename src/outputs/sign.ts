// Standard Webhooks, version 1: a receiver checks with any library of theirs that it was us, and that it is not an old one.
import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'
/** Of a secret, in bytes, as the standard says. */
const SECRET_MIN = 24
const SECRET_MAX = 64

/** The bytes of a secret as it is written (`whsec_` and base64); null when it is none. */
export function secretOf(text: string): Buffer | null {
  if (!text.startsWith(PREFIX)) return null
  const written = text.slice(PREFIX.length)
  const bytes = Buffer.from(written, 'base64')
  const isWhole = bytes.toString('base64').replace(/=+$/, '') === written.replace(/=+$/, '')
  return isWhole && bytes.length >= SECRET_MIN && bytes.length <= SECRET_MAX ? bytes : null
}

/** The three headers. Two secrets make two signatures: while one is exchanged for the other, both are right. */
export function signedHeaders(
  id: string,
  body: string,
  secrets: readonly Buffer[],
  now: Date
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now.getTime() / 1_000))
  const signatures = secrets.map(
    secret => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  )
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
