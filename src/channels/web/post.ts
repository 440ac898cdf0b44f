// A form arrives: refuse what is not ours, read it, hand it to the road, and show where the person stands.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WebRoom } from './deps.ts'
import { draftOf } from './drafts.ts'
import { sayGoodbye } from './exit.ts'
import { type Complaint, readForm } from './read-form.ts'
import { isFromOurPage } from './security.ts'
import { seeOther, sendPart, wantsPart } from './send.ts'
import { isFormToken, messageIdOf, type Session } from './session.ts'
import { showDown, showTrouble, showView, startAgain } from './show.ts'
import { tellAside } from './tell.tsx'
import { afterOf, localeOf, openBy, returnOf, sessionOf } from './visit.ts'

/** Any form of the page. Whatever fails, the words come back in their field. */
export async function takeForm(room: WebRoom, request: FastifyRequest, reply: FastifyReply) {
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
  if (!isFromOurPage(request.headers)) return showTrouble(room, request, reply, 403, 'refused')
  const session = sessionOf(room, request)
  if (!session) return startAgain(room, request, reply)
  if (!isFormToken(session, form.get('k'))) return showTrouble(room, request, reply, 403, 'refused')
  try {
    return await takeTurn(room, request, reply, session, form)
  } catch (error) {
    if (!wantsPart(request)) room.drafts.keep(reply, session, { form, complaint: 'notUnderstood' })
    return showDown(room, request, reply, error, form)
  }
}

async function takeTurn(
  room: WebRoom,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session,
  form: URLSearchParams
) {
  const reading = readForm(form)
  if ('complaint' in reading) return complain(room, request, reply, session, form, reading.complaint)
  const { event } = reading
  const known = await room.conversations.find(session.access)
  // Nobody who asks for help is ever told to wait.
  const isUrgent = event.type === 'emergency' || event.type === 'person'
  if (known === null && !isUrgent && !room.pace.allows(room.addressOf(request))) {
    return showTrouble(room, request, reply, 503, 'busy', form)
  }
  const conversation = known ?? (await begin(room, request, session))
  const result = await room.hub.turn('web', { conversation, messageId: messageIdOf(session, contentOf(form)), event })
  if (result.kind === 'gone') return startAgain(room, request, reply)
  if (result.kind === 'done' && result.left) {
    room.streams.end(conversation)
    return sayGoodbye(request, reply)
  }
  const isAboutTold = event.type === 'withhold' || event.type === 'mayKnow'
  if (!wantsPart(request)) return seeOther(reply, isAboutTold ? '/t' : '/')
  // A new language changes the whole page, not only the step.
  if (event.type === 'language') return sendPart(request, reply, 200, 'again')
  const view = await room.conversations.view(conversation, afterOf(request.headers.after))
  if (!view) return startAgain(room, request, reply)
  const aside = isAboutTold ? await tellAside(room, conversation, view) : undefined
  return showView(room, request, reply, session, view, aside ? { aside } : {})
}

const begin = (room: WebRoom, request: FastifyRequest, { access }: Session): Promise<string> => {
  const returnBy = returnOf(room, request)?.access ?? null
  return room.conversations.begin({ channel: 'web', locale: localeOf(room, request), access, peer: null, returnBy })
}

/** What is in a form, however it was put together: by the script, by the browser, or by the page that says we are down. */
function contentOf(form: URLSearchParams): string {
  const content = new URLSearchParams([...form].map(([name, value]) => [name, value.replace(/\r\n?/g, '\n')]))
  content.sort()
  return content.toString()
}

/** The same step again, with what was chosen and written, and one sentence. */
async function complain(
  room: WebRoom,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session,
  form: URLSearchParams,
  complaint: Complaint
) {
  const after = wantsPart(request) ? afterOf(request.headers.after) : 0
  const open = await openBy(room, session, after)
  const view = open?.view ?? room.conversations.firstView(localeOf(room, request))
  if (!wantsPart(request)) room.drafts.keep(reply, session, { form, complaint })
  return showView(room, request, reply, session, view, { status: 422, draft: draftOf({ form, complaint }, view) })
}
