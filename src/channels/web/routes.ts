// The person's origin. One address, '/': a form is posted to it, and it shows where the conversation stands.
import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { addressReader } from '../../client-address.ts'
import { Pace } from '../../client-pace.ts'
import { capSockets, PATIENCE } from '../../client-sockets.ts'
import type { View } from '../../conversation/view.ts'
import {
  BODY_MAX,
  RETURN_EVERY,
  RETURN_PATIENCE,
  RETURNS_AT_ONCE,
  RETURNS_BURST,
  RETURNS_WAIT_EACH,
  RETURNS_WAIT_MAX,
  START_EVERY,
  STARTS_BURST,
  WRITING_EVERY
} from '../../limits.ts'
import { readAssets } from './assets.ts'
import type { WebDeps, WebRoom } from './deps.ts'
import { deviceAside } from './device.tsx'
import { Drafts, draftOf } from './drafts.ts'
import { goOut, leaveByLink, leaveByScript } from './exit.ts'
import { FairQueue } from './fair-queue.ts'
import { Streams } from './live.ts'
import { streamEvents, streamFrame } from './live-routes.tsx'
import { takeForm } from './post.ts'
import { goQuiet, showReturn, takeWord } from './return-routes.ts'
import { Seldom } from './seldom.ts'
import { seeOther, sendPart, wantsPart } from './send.ts'
import { showDown, showStart, showTrouble, showView } from './show.ts'
import { takeWriting } from './take-writing.ts'
import { tellAside } from './tell.tsx'
import { afterOf, freshSession, localeOf, openBy, sessionOf } from './visit.ts'

/** The person's page as a server, not yet listening. */
export function webChannel(deps: WebDeps): FastifyInstance {
  const room: WebRoom = {
    ...deps,
    addressOf: deps.addressOf ?? addressReader([]),
    assets: readAssets(),
    streams: new Streams(deps),
    pace: new Pace(STARTS_BURST, START_EVERY),
    returnPace: new Pace(RETURNS_BURST, RETURN_EVERY),
    writingPace: new Seldom(WRITING_EVERY),
    returnQueue: new FairQueue({
      atOnce: RETURNS_AT_ONCE,
      each: RETURNS_WAIT_EACH,
      most: RETURNS_WAIT_MAX,
      patience: RETURN_PATIENCE
    }),
    drafts: new Drafts()
  }
  // The framework's own log would name addresses; ours is given errors only, by hand.
  const app = fastify({
    ...PATIENCE,
    logger: false,
    bodyLimit: BODY_MAX,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    // An address that cannot be read: without this the framework answers by itself, with a code.
    frameworkErrors: (_error, request, reply) => void showTrouble(room, request, reply, 404, 'notFound'),
    // Half a request that was waited for too long: the same, where there is nothing to show a page to.
    clientErrorHandler: (_error, socket) => void socket.destroy()
  })
  capSockets(app.server, room.addressOf)
  app.addHook('preClose', async () => room.streams.endAll())
  app.setNotFoundHandler((request, reply) => showTrouble(room, request, reply, 404, 'notFound'))
  app.register(async scope => {
    await scope.register(cookie)
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body)))
    )
    scope.setErrorHandler((error, request, reply) => {
      const status = (error as { statusCode?: number }).statusCode ?? 500
      if (status === 413) return showTrouble(room, request, reply, 413, 'tooLarge')
      if (status < 500) return showTrouble(room, request, reply, status, 'notFound')
      return showDown(room, request, reply, error)
    })

    scope.get('/', (request, reply) => show(room, request, reply))
    scope.post('/', (request, reply) => takeForm(room, request, reply))
    scope.get('/t', (request, reply) => showTold(room, request, reply))
    scope.get('/d', (request, reply) => showDevice(room, request, reply))
    scope.get('/r', (request, reply) => showReturn(room, request, reply))
    scope.post('/r', (request, reply) => takeWord(room, request, reply))
    scope.get('/n', (request, reply) => showReturn(room, request, reply, true))
    scope.get('/x', (request, reply) => leaveByLink(room, request, reply))
    // Beacons come as they are made: the body, whatever its type, is not read.
    scope.register(async beacon => {
      beacon.removeAllContentTypeParsers()
      beacon.addContentTypeParser('*', (_request, payload, done) => {
        payload.resume()
        done(null)
      })
      beacon.post('/x', (request, reply) => leaveByScript(room, request, reply))
      beacon.post('/q', (request, reply) => goQuiet(room, request, reply))
    })
    scope.post('/w', (request, reply) => takeWriting(room, request, reply))
    scope.get('/g', (request, reply) => goOut(room, request, reply))
    scope.get('/e', (request, reply) => streamEvents(room, request, reply))
    scope.get('/l', (request, reply) => streamFrame(room, request, reply))
  })
  return app
}

/** The conversation under way; the first question where there is none, or where it has ended. */
async function show(room: WebRoom, request: FastifyRequest, reply: FastifyReply) {
  const known = sessionOf(room, request)
  const kept = known && !wantsPart(request) ? room.drafts.take(known) : undefined
  try {
    const open = known && (await openBy(room, known, wantsPart(request) ? afterOf(request.headers.after) : 0))
    const shown = (view: View) => (kept ? { draft: draftOf(kept, view) } : {})
    if (open) noteSeen(room, open.id)
    if (known && open?.view.status === 'open') return showView(room, request, reply, known, open.view, shown(open.view))
    if (wantsPart(request)) return sendPart(request, reply, 200, 'again')
    // An ended conversation keeps its key; a new one begins with a new key.
    const session = known && !open ? known : freshSession(room, request, reply)
    return showStart(room, request, reply, session, shown(room.conversations.firstView(localeOf(room, request))))
  } catch (error) {
    // What was typed waits for the next try.
    if (known && kept) room.drafts.put(known, kept)
    return showDown(room, request, reply, error, kept?.form)
  }
}

/** Somebody looks at the page: it is not idle. Nobody waits for this to be written down. */
function noteSeen(room: WebRoom, conversation: string): void {
  room.conversations.seen(conversation).catch((error: unknown) => {
    room.log.warn({ error, conversation }, 'an open page could not be noted: it may close too early')
  })
}

async function showTold(room: WebRoom, request: FastifyRequest, reply: FastifyReply) {
  const session = sessionOf(room, request)
  const open = session && (await openBy(room, session, wantsPart(request) ? afterOf(request.headers.after) : 0))
  if (!session || !open || open.view.short || open.view.changeable.length === 0) return seeOther(reply, '/')
  const aside = await tellAside(room, open.id, open.view)
  return showView(room, request, reply, session, open.view, aside ? { aside } : {})
}

async function showDevice(room: WebRoom, request: FastifyRequest, reply: FastifyReply) {
  const session = sessionOf(room, request) ?? freshSession(room, request, reply)
  const after = wantsPart(request) ? afterOf(request.headers.after) : 0
  // This page says nothing about the person, and is given even when the store does not answer.
  const open = await openBy(room, session, after).catch(() => null)
  const shown = { aside: deviceAside }
  if (open?.view.status === 'open') return showView(room, request, reply, session, open.view, shown)
  return showStart(room, request, reply, session, shown)
}
