// Somebody who is not signed in yet: a cookie of their own binds the forms of the sign-in page to their browser.
import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hashOf, newToken } from './sign-in-link.ts'
import { COOKIE_OPTIONS } from './signed-in.ts'

const COOKIE = '__Host-sign-in'

/** What a visitor's browser is known by; of one without the cookie, what no form of ours was ever made for. */
export const visitorHash = (request: FastifyRequest): Buffer => hashOf(request.cookies[COOKIE] ?? '')

/** The same, with a cookie given to a browser that has none. */
export function welcome(request: FastifyRequest, reply: FastifyReply): Buffer {
  if (request.cookies[COOKIE]) return visitorHash(request)
  const token = newToken()
  reply.setCookie(COOKIE, token, COOKIE_OPTIONS)
  return hashOf(token)
}
