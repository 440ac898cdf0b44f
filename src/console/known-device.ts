// The cookie of a device on which members have signed in before. It opens nothing: `KnownDevices` says what it is for.
import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { KNOWN_DEVICE_SECONDS } from '../limits.ts'
import type { Dependencies } from './dependencies.ts'

const COOKIE = '__Host-known'
const COOKIE_OPTIONS = {
  path: '/',
  httpOnly: true,
  secure: true,
  sameSite: 'strict',
  maxAge: KNOWN_DEVICE_SECONDS
} as const

/** What a request brings of it, as it came: anybody may have written it. */
export const deviceCookie = (request: FastifyRequest): string | undefined => request.cookies[COOKIE]

/** This device has a member at it who has just proved who they are: their next tries here are counted apart. */
export async function rememberDevice(
  { knownDevices }: Pick<Dependencies, 'knownDevices'>,
  request: FastifyRequest,
  reply: FastifyReply,
  staffId: string
): Promise<void> {
  const cookie = await knownDevices.marked(deviceCookie(request), staffId)
  if (cookie !== null) reply.setCookie(COOKIE, cookie, COOKIE_OPTIONS)
}
