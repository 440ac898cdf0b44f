// The two ways an open page listens: /e for the script, /l for the frame of a page without one.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { View } from '../../conversation/view.ts'
import { drawPart } from './conversation-page.tsx'
import type { WebRoom } from './deps.ts'
import { Entries } from './log.tsx'
import { Head, newNonce, renderPiece } from './page.tsx'
import { securityHeaders } from './security.ts'
import { isLive } from './step.tsx'
import { afterOf, openBy, sessionOf, surroundings, toDraw } from './visit.ts'

/** A proxy that gathers what we write would keep a worker's words back. */
const UNBUFFERED = { 'x-accel-buffering': 'no' }
/** Without script, a frame whose stream broke asks again after this long, in seconds. */
const FRAME_REFRESH = 40

const nothing = (reply: FastifyReply) => reply.code(204).headers(securityHeaders(null)).send()

async function listener(room: WebRoom, request: FastifyRequest) {
  const session = sessionOf(room, request)
  const open = session && (await openBy(room, session))
  if (!session || !open || !isLive(open.view)) return null
  return { session, ...open }
}

const askedAfter = (request: FastifyRequest): number =>
  afterOf(request.headers['last-event-id'] ?? (request.query as { after?: string }).after)

/** In short mode everything that belongs to the step is sent each time: there is no history on the page to add to. */
const resumesAt = ({ short, lastSeq }: View): number => (short ? 0 : lastSeq)

/** Events: each is a fragment, with the sequence number to go on from as its id. 204 tells the browser not to come back. */
export async function streamEvents(room: WebRoom, request: FastifyRequest, reply: FastifyReply) {
  const found = await listener(room, request)
  if (!found) return nothing(reply)
  const { id, session } = found
  const headers = { ...securityHeaders(null), ...UNBUFFERED, 'content-type': 'text/event-stream' }
  room.streams.follow(
    {
      conversation: id,
      access: session.access,
      after: askedAfter(request),
      opening: 'retry: 2000\n\n',
      quiet: ': \n\n',
      resumesAt,
      writing: name => {
        const text = name === null ? '' : room.wordbook.in(found.view.locale).page('isWriting', { name })
        return `event: w\ndata: ${text.replaceAll('\n', ' ')}\n\n`
      },
      write: view => {
        const around = surroundings(room, room.wordbook.in(view.locale))
        const html = drawPart(toDraw(room, session, view), around)
        return `id: ${resumesAt(view)}\ndata: ${html.replaceAll('\n', '\ndata: ')}\n\n`
      }
    },
    reply,
    headers
  )
  return reply
}

/** A page that never ends: what a worker writes is added to it. */
export async function streamFrame(room: WebRoom, request: FastifyRequest, reply: FastifyReply) {
  const found = await listener(room, request)
  if (!found) return nothing(reply)
  const words = room.wordbook.in(found.view.locale)
  const nonce = newNonce()
  const head = renderPiece(<Head words={words} nonce={nonce} assets={room.assets} />)
  const again = `<noscript><meta http-equiv="refresh" content="${FRAME_REFRESH}"></noscript></head>`
  room.streams.follow(
    {
      conversation: found.id,
      access: found.session.access,
      after: askedAfter(request),
      opening:
        `<!doctype html><html lang="${words.locale}" dir="${words.direction}" class="frame">` +
        `${head.replace('</head>', again)}<body><div role="log"><p class="hint">${words.page('frameHint')}</p>`,
      quiet: '<!-- -->\n',
      resumesAt: view => view.lastSeq,
      write: view => {
        // The person's own lines stand on the page around the frame.
        const entries = view.messages.filter(({ from, kind }) => from !== 'person' && kind !== 'ask')
        return renderPiece(<Entries words={words} view={{ ...view, changeable: [] }} entries={entries} />)
      }
    },
    reply,
    { ...securityHeaders(nonce, true), ...UNBUFFERED, 'content-type': 'text/html; charset=utf-8' }
  )
  return reply
}
