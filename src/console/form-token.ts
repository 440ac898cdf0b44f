// Proof that a form was made by us for this very visitor.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** The token of every form shown to the holder of `secretHash` (a session, or a sign-in link). */
export const formToken = (key: Buffer, secretHash: Buffer): string =>
  createHmac('sha256', key).update('form').update(secretHash).digest('base64url')

export function isFormToken(token: unknown, key: Buffer, secretHash: Buffer): boolean {
  if (typeof token !== 'string') return false
  const given = Buffer.from(token)
  const wanted = Buffer.from(formToken(key, secretHash))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
