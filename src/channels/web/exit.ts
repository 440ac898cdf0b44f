// Leaving. It works without script, without the store, and without waiting for either.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PersonEvent } from '../../conversation/person-event.ts'
import { EXIT_PATIENCE } from '../../limits.ts'
import type { WebRoom } from './deps.ts'
import { isFromOurPage, isLookingAhead, securityHeaders } from './security.ts'
import { seeOther, sendPart, wantsPart } from './send.ts'
import { messageIdOf, type Session } from './session.ts'
import { forget, sessionOf } from './visit.ts'

/** The exit link of a page without script. */
export async function leaveByLink(room: WebRoom, request: FastifyRequest, reply: FastifyReply) {
  if (isLookingAhead(request.headers)) return reply.code(204).headers(securityHeaders(null)).send()
  await endWithin(EXIT_PATIENCE, room, sessionOf(room, request))
  forget(reply)
  // By way of the empty page: while the other one is slow to come, there is nothing on the screen.
  return seeOther(reply, '/g')
}

/** What the script tells us while it leaves: nothing it does waits for the answer. */
export async function leaveByScript(room: WebRoom, request: FastifyRequest, reply: FastifyReply) {
  if (isFromOurPage(request.headers)) {
    await endWithin(EXIT_PATIENCE, room, sessionOf(room, request))
    forget(reply)
  }
  return reply.code(204).headers(securityHeaders(null)).send()
}

/** After an answer that means leaving. */
export function sayGoodbye(request: FastifyRequest, reply: FastifyReply) {
  forget(reply)
  return wantsPart(request) ? sendPart(request, reply, 200, 'leave') : seeOther(reply, '/g')
}

/**
 * Sends the browser on by a refresh. A form may not be redirected to another origin (form-action), nor may anything it is
 * redirected to be; the empty page in between is replaced in the history.
 */
export function goOut(room: WebRoom, _request: FastifyRequest, reply: FastifyReply) {
  forget(reply)
  return reply
    .headers(securityHeaders(null))
    .header('refresh', `0;url=${room.exitUrl}`)
    .type('text/html; charset=utf-8')
    .send('<!doctype html><html lang="en"><title>Notes</title><link rel="icon" href="data:,">')
}

/** Ends a conversation, and waits only so long for it. `silent`: nobody pressed the exit, the page had been still for too long. */
export async function endWithin(
  patience: number,
  room: WebRoom,
  session: Session | null,
  silent = false
): Promise<void> {
  if (!session) return
  const ended = end(room, session, silent).catch((error: unknown) => {
    room.log.error({ error }, 'an exit could not be saved: this access ends by its time limit')
  })
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise<void>(resolve => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([ended, enough])
  clearTimeout(timer)
}

async function end(room: WebRoom, session: Session, silent: boolean): Promise<void> {
  const conversation = await room.conversations.find(session.access)
  if (conversation === null) return
  room.streams.end(conversation)
  const event: PersonEvent = silent ? { type: 'leave', silent } : { type: 'leave' }
  await room.hub.turn('web', { conversation, messageId: messageIdOf(session, 'leave'), event })
}
