// Coming back: /r asks for the word, /n is the one answer to a word that opens nothing. Decision 012.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CameBack } from '../../conversation/come-back.ts'
import { EXIT_PATIENCE, TEXT_MAX } from '../../limits.ts'
import { returnAside } from './come-back.tsx'
import type { WebRoom } from './deps.ts'
import { endWithin, sayGoodbye } from './exit.ts'
import { cleanText } from './read-form.ts'
import { isFromOurPage, securityHeaders } from './security.ts'
import { seeOther, sendPart, wantsPart } from './send.ts'
import { isFormToken, messageIdOf, type Session, sessionAfter } from './session.ts'
import { showDown, showStart, showTrouble } from './show.ts'
import { closeSession, freshSession, giveSession, inTime, returnOf, sessionOf } from './visit.ts'

/** The page. Whoever opens it, and from whatever place: nothing is looked up, so nothing can be told. */
export function showReturn(room: WebRoom, request: FastifyRequest, reply: FastifyReply, noMatch = false) {
  const session = sessionOf(room, request) ?? freshSession(room, request, reply)
  return showStart(room, request, reply, session, { aside: returnAside(noMatch) })
}

/** A word. The right one and the second one are answered alike, and so is everything that opens nothing. */
export async function takeWord(room: WebRoom, request: FastifyRequest, reply: FastifyReply) {
  if (!isFromOurPage(request.headers)) return showTrouble(room, request, reply, 403, 'refused')
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
  const session = sessionOf(room, request)
  if (session && !isFormToken(session, form.get('k'))) return showTrouble(room, request, reply, 403, 'refused')
  const address = room.addressOf(request)
  if (!room.returnPace.allows(address)) return showTrouble(room, request, reply, 503, 'busy')
  try {
    const next = session && sessionAfter(room.key, session, form.toString())
    // Whose turn it is says their address alone: nothing is looked up before it has come.
    const came = await room.returnQueue.run(address, () => inTime(say(room, request, session, next, form)))
    if (came === null) return showTrouble(room, request, reply, 503, 'busy')
    if (came === 'noMatch' || !next) return noMatch(room, request, reply)
    giveSession(reply, next)
    return wantsPart(request) ? sendPart(request, reply, 200, 'again') : seeOther(reply, '/')
  } catch (error) {
    return showDown(room, request, reply, error)
  }
}

const noMatch = (room: WebRoom, request: FastifyRequest, reply: FastifyReply) =>
  wantsPart(request) ? showReturn(room, request, reply, true) : seeOther(reply, '/n')

/** Leads nowhere: said where a browser has nothing to come back with, so that the same is done. */
const NOWHERE = Buffer.alloc(32)

/** What the word does. No word at all, or a whole page of them, is no try; what is done for it is the same. */
function say(
  room: WebRoom,
  request: FastifyRequest,
  session: Session | null,
  next: Session | null,
  form: URLSearchParams
): Promise<CameBack> {
  const word = cleanText(form.get('word') ?? '')
  const isWord = word !== '' && Array.from(word).length <= TEXT_MAX
  const back = session && isWord ? returnOf(room, request) : null
  return room.conversations.comeBack({
    returnBy: back?.access ?? NOWHERE,
    word: isWord ? word : '',
    access: next?.access ?? NOWHERE,
    messageId: session ? messageIdOf(session, form.toString()) : ''
  })
}

/**
 * The page has been silent: the script has emptied it, and asks what to do. Whatever happens here, its session ends; only
 * somebody who waits for a person, or talks to one, keeps it.
 */
export async function goQuiet(room: WebRoom, request: FastifyRequest, reply: FastifyReply) {
  if (!isFromOurPage(request.headers)) return reply.code(204).headers(securityHeaders(null)).send()
  const session = sessionOf(room, request)
  const quiet = session && (await quietly(room, session))
  if (quiet === 'stays') return sendPart(request, reply, 200, 'again')
  if (quiet === 'leave') {
    await endWithin(EXIT_PATIENCE, room, session, true)
    return sayGoodbye(request, reply)
  }
  closeSession(reply)
  return sendPart(request, reply, 200, 'again')
}

/** A store that does not answer must not keep the words on the screen. */
async function quietly(room: WebRoom, session: Session) {
  try {
    const conversation = await inTime(room.conversations.find(session.access))
    if (conversation === null) return 'quiet'
    return await inTime(room.conversations.goQuiet(conversation, messageIdOf(session, 'quiet')))
  } catch (error) {
    room.log.error({ error }, 'a silent page could not be closed: this access ends by its time limit')
    return 'quiet'
  }
}
