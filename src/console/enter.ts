import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AuditAction } from '../store/audit.ts'
import type { Dependencies } from './dependencies.ts'
import { rememberDevice } from './known-device.ts'
import { landingOf } from './landing.ts'
import { hashOf, newToken } from './sign-in-link.ts'
import { giveCookie, sessionHash } from './signed-in.ts'

/**
 * Signs a member in: with a session of a new id, in place of any this browser had. Goes on to `next`, or to the first page
 * they may see. `action`: what the record says, where it is not there already. From now on the device is known as theirs.
 */
export async function enter(
  deps: Pick<Dependencies, 'staff' | 'knownDevices'>,
  request: FastifyRequest,
  reply: FastifyReply,
  staffId: string,
  action: AuditAction | null,
  next?: string
): Promise<FastifyReply> {
  const { staff } = deps
  const now = new Date()
  const earlier = sessionHash(request)
  if (earlier) await staff.endSession(earlier)
  const token = newToken()
  await staff.openSession(hashOf(token), staffId, now)
  if (action) await staff.audit({ staffId, action })
  await rememberDevice(deps, request, reply, staffId)
  const session = await staff.session(hashOf(token), now)
  return giveCookie(reply, token).redirect(next || landingOf(session?.roles ?? []), 303)
}
