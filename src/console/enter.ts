import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SignInBy } from '../staff/sign-in-by.ts'
import type { Dependencies } from './dependencies.ts'
import { rememberDevice } from './known-device.ts'
import { landingOf } from './landing.ts'
import { hashOf, newToken } from './sign-in-link.ts'
import { giveCookie, sessionHash } from './signed-in.ts'

/**
 * Signs a member in: with a session of a new id, in place of any this browser had. Goes on to `next`, or to the first page
 * they may see. On record, but for a link: that is, since it was used up. From now on the device is known as theirs.
 */
export async function enter(
  deps: Pick<Dependencies, 'staff' | 'knownDevices'>,
  request: FastifyRequest,
  reply: FastifyReply,
  staffId: string,
  by: SignInBy,
  next?: string
): Promise<FastifyReply> {
  const { staff } = deps
  const now = new Date()
  const earlier = sessionHash(request)
  if (earlier) await staff.endSession(earlier)
  const token = newToken()
  await staff.openSession(hashOf(token), { staffId, by }, now)
  if (by !== 'link') await staff.audit({ staffId, action: `sign_in_${by}` })
  await rememberDevice(deps, request, reply, staffId)
  const session = await staff.session(hashOf(token), now)
  return giveCookie(reply, token).redirect(next || landingOf(session?.roles ?? []), 303)
}
