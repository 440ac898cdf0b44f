import { createHash, randomBytes } from 'node:crypto'
import { SIGN_IN_VALID } from '../limits.ts'
import type { StaffStore } from '../store/staff.ts'

const TOKEN_BYTES = 32

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** The form a token is stored and looked up in: the database never holds one that works. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Makes a link that signs one member of staff in once, within SIGN_IN_VALID. Earlier unused links stop working. */
export async function newSignInLink(staff: Pick<StaffStore, 'createLink'>, staffUrl: string): Promise<string> {
  const token = newToken()
  await staff.createLink(hashOf(token), new Date(Date.now() + SIGN_IN_VALID))
  return new URL(`/sign-in/${token}`, staffUrl).href
}
