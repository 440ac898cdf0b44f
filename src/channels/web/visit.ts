// Who is asking, and where they stand: the cookie, the conversation it opens, the language of the page.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { View } from '../../conversation/view.ts'
import { PAGE_PATIENCE } from '../../limits.ts'
import type { Words } from '../../wording/words.ts'
import type { WebRoom } from './deps.ts'
import { preferredLocale } from './language.ts'
import type { Surroundings } from './page.tsx'
import { COOKIE, formToken, RETURN_COOKIE, readSession, type Session, startSession } from './session.ts'

export interface Open {
  readonly id: string
  readonly view: View
}

/** No Max-Age: the browser forgets it, and never writes it down. */
const COOKIE_RULES = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const

export const sessionOf = (room: WebRoom, request: FastifyRequest): Session | null =>
  readSession(room.key, request.cookies[COOKIE])

/** What a word may lead back with; null when the browser has nothing. */
export const returnOf = (room: WebRoom, request: FastifyRequest): Session | null =>
  readSession(room.key, request.cookies[RETURN_COOKIE])

export const giveSession = (reply: FastifyReply, { cookie }: Session): void => {
  reply.setCookie(COOKIE, cookie, COOKIE_RULES)
}

/** A new session, and its cookie with the answer. What leads back to an earlier one stays as it is. */
export function freshSession(room: WebRoom, request: FastifyRequest, reply: FastifyReply): Session {
  const session = startSession(room.key)
  giveSession(reply, session)
  if (!returnOf(room, request)) reply.setCookie(RETURN_COOKIE, startSession(room.key).cookie, COOKIE_RULES)
  return session
}

/** The page shows nothing more, and this browser may still come back. */
export const closeSession = (reply: FastifyReply): void => {
  reply.clearCookie(COOKIE, COOKIE_RULES)
}

/** The browser drops its cookies and whatever else it may have kept. Not its history: no page can do that. */
export function forget(reply: FastifyReply): void {
  reply
    .clearCookie(COOKIE, COOKIE_RULES)
    .clearCookie(RETURN_COOKIE, COOKIE_RULES)
    .header('clear-site-data', '"storage"')
}

/** The conversation a session opens, with its messages after a sequence number; null when it opens none. */
export const openBy = (room: WebRoom, session: Session, after = 0): Promise<Open | null> =>
  inTime(findAndView(room, session, after))

/** Throws when the store does not answer in time: a database that hangs must not keep the numbers from anybody (law 10). */
export async function inTime<R>(work: Promise<R>): Promise<R> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the store did not answer in time')), PAGE_PATIENCE)
  })
  try {
    return await Promise.race([work, tooLong])
  } finally {
    clearTimeout(timer)
  }
}

async function findAndView(room: WebRoom, session: Session, after: number): Promise<Open | null> {
  const id = await room.conversations.find(session.access)
  const view = id === null ? null : await room.conversations.view(id, after)
  return id !== null && view ? { id, view } : null
}

/** The last sequence number the script says it has. */
export function afterOf(given: unknown): number {
  const after = Number(given)
  return Number.isSafeInteger(after) && after > 0 ? after : 0
}

export const localeOf = (room: WebRoom, request: FastifyRequest): string =>
  preferredLocale(request.headers['accept-language'], room.wordbook.locales)

export const surroundings = ({ exitUrl, assets }: WebRoom, words: Words): Surroundings => ({ words, exitUrl, assets })

/** What it takes to draw a view for a session. */
export const toDraw = (room: WebRoom, session: Session, view: View) => ({
  view,
  token: formToken(session),
  locales: room.wordbook.locales,
  day: new Date().toISOString().slice(0, 10)
})
