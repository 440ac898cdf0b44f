// The script says that the person is writing, and nothing of what: the fact goes to the worker's page, and is kept nowhere.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WebRoom } from './deps.ts'
import { isFromOurPage, securityHeaders } from './security.ts'
import { isFormToken } from './session.ts'
import { sessionOf } from './visit.ts'

/** Answers the same whatever becomes of it. */
export async function takeWriting(room: WebRoom, request: FastifyRequest, reply: FastifyReply) {
  await tell(room, request).catch(() => {})
  return reply.code(204).headers(securityHeaders(null)).send()
}

async function tell(room: WebRoom, request: FastifyRequest): Promise<void> {
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
  const session = isFromOurPage(request.headers) ? sessionOf(room, request) : null
  if (!session || !isFormToken(session, form.get('k'))) return
  if (!room.writingPace.allows(session.access.toString('hex'))) return
  // A session that was left, or let go, opens nothing any more.
  const conversation = await room.conversations.find(session.access)
  if (conversation !== null) room.bell.sign(conversation, 'personWrites')
}
