// Who is asking: the staff session behind the cookie.
import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { StaffSession, StaffStore } from '../store/staff.ts'
import { formToken } from './form-token.ts'
import { hashOf } from './sign-in-link.ts'

const COOKIE = '__Host-staff'
// Lax, so that a link to the desk in another page still finds the worker signed in.
const OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

export interface SignedIn extends StaffSession {
  readonly tokenHash: Buffer
  /** For every form on the pages of this session. */
  readonly formToken: string
  /** Of those who agreed to be contacted later, how many are due; null where it is not known, or not theirs to know. */
  readonly callBacksDue?: number | null
}

/** The session of a request, which then counts as heard; null when there is none that still holds. */
export async function sessionOf(request: FastifyRequest, staff: StaffStore, key: Buffer): Promise<SignedIn | null> {
  const token = request.cookies[COOKIE]
  if (!token) return null
  const tokenHash = hashOf(token)
  const session = await staff.session(tokenHash, new Date())
  return session && { ...session, tokenHash, formToken: formToken(key, tokenHash) }
}

export const giveCookie = (reply: FastifyReply, token: string): FastifyReply => reply.setCookie(COOKIE, token, OPTIONS)
export const takeCookie = (reply: FastifyReply): FastifyReply => reply.clearCookie(COOKIE, OPTIONS)
