// Who is asking: the staff session behind the cookie.
import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { StaffSession } from '../store/staff.ts'
import type { Dependencies } from './dependencies.ts'
import { formToken } from './form-token.ts'
import { hashOf } from './sign-in-link.ts'

const COOKIE = '__Host-staff'
// Lax, so that a link to the desk in another page still finds the worker signed in.
export const COOKIE_OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

export interface SignedIn extends StaffSession {
  readonly tokenHash: Buffer
  /** For every form on the pages of this session. */
  readonly formToken: string
  /** They cannot sign in again by themselves, and could. */
  readonly needsKey: boolean
  /** Of those who agreed to be contacted later, how many are due; null where it is not known, or not theirs to know. */
  readonly callBacksDue?: number | null
  /** Of the roles that were given, how many this supervisor has not read yet. */
  readonly untold?: number
}

/** What the session of a request is stored under; null without a cookie. */
export function sessionHash(request: FastifyRequest): Buffer | null {
  const token = request.cookies[COOKIE]
  return token ? hashOf(token) : null
}

/** The session of a request, which then counts as heard; null when there is none that still holds. */
export async function sessionOf(
  request: FastifyRequest,
  { staff, key, identityProvider = null }: Pick<Dependencies, 'staff' | 'key' | 'identityProvider'>
): Promise<SignedIn | null> {
  const tokenHash = sessionHash(request)
  const session = tokenHash && (await staff.session(tokenHash, new Date()))
  if (!session) return null
  return signedIn(session, tokenHash, { key, identityProvider })
}

type Keys = Pick<Dependencies, 'key' | 'identityProvider'>
const signedIn = (session: StaffSession, tokenHash: Buffer, { key, identityProvider }: Keys): SignedIn => ({
  ...session,
  tokenHash,
  formToken: formToken(key, tokenHash),
  needsKey: !session.hasKey && !identityProvider
})

/** Who the same session is now: their roles may have changed, and it may have ended. It does not count as heard. */
export async function stillSignedIn(
  { tokenHash }: Pick<SignedIn, 'tokenHash'>,
  deps: Keys & Pick<Dependencies, 'staff'>
): Promise<SignedIn | null> {
  const session = await deps.staff.sessionStill(tokenHash, new Date())
  return session && signedIn(session, tokenHash, deps)
}

export const giveCookie = (reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(COOKIE, token, COOKIE_OPTIONS)
export const takeCookie = (reply: FastifyReply): FastifyReply => reply.clearCookie(COOKIE, COOKIE_OPTIONS)
