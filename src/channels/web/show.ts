// The answers of this room: the conversation, its first page, and what is said when something is wrong.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { View } from '../../conversation/view.ts'
import type { PageKey } from '../../wording/keys.ts'
import { type Aside, drawPage, drawPart } from './conversation-page.tsx'
import type { WebRoom } from './deps.ts'
import { drawTrouble, drawTroubleNote } from './down.tsx'
import { sendPage, sendPart, wantsPart } from './send.ts'
import type { Session } from './session.ts'
import type { Draft } from './step.tsx'
import { freshSession, localeOf, surroundings, toDraw } from './visit.ts'

interface Shown {
  readonly status?: number
  readonly draft?: Draft
  readonly aside?: Aside
}

/** The conversation as it stands, as a page or for the script. */
export function showView(
  room: WebRoom,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session,
  view: View,
  { status = 200, draft, aside }: Shown = {}
) {
  const around = surroundings(room, room.wordbook.in(view.locale))
  const drawing = { ...toDraw(room, session, view), ...(draft ? { draft } : {}), ...(aside ? { aside } : {}) }
  if (wantsPart(request)) return sendPart(request, reply, status, 'now', drawPart(drawing, around))
  return sendPage(request, reply, { status, ...drawPage(drawing, around) })
}

/** The first question. Nothing is stored by looking at it. */
export const showStart = (
  room: WebRoom,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session,
  shown: Shown = {}
) => showView(room, request, reply, session, room.conversations.firstView(localeOf(room, request)), shown)

/** The page was of no conversation we know: back to the start, with one plain sentence. Never an error. */
export function startAgain(room: WebRoom, request: FastifyRequest, reply: FastifyReply) {
  const session = freshSession(room, request, reply)
  if (wantsPart(request)) return sendPart(request, reply, 200, 'again')
  room.drafts.keep(reply, session, { form: new URLSearchParams(), complaint: 'lostPage' })
  return showStart(room, request, reply, session, { draft: { complaint: 'lostPage', chosen: [], text: '' } })
}

/** A page that works when nothing behind it does. `posted`: what to keep for another try. */
export function showTrouble(
  room: WebRoom,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  says: PageKey,
  posted?: URLSearchParams
) {
  const around = surroundings(room, room.wordbook.in(localeOf(room, request)))
  if (wantsPart(request)) return sendPart(request, reply, status, 'problem', drawTroubleNote(around, says))
  return sendPage(request, reply, { status, ...drawTrouble(around, says, posted) })
}

/** The store did not answer. The log gets the kind of fault, the person gets help. */
export function showDown(
  room: WebRoom,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  posted?: URLSearchParams
) {
  room.log.error({ error, route: request.routeOptions.url }, 'the page could not be served')
  return showTrouble(room, request, reply, 503, 'down', posted)
}
