// Deny by default: a route that does not say who may use it stops the start; every form is checked before its handler.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { may, type Permission } from '../staff/roles.ts'
import type { Dependencies } from './dependencies.ts'
import { isFormToken } from './form-token.ts'
import { HEADERS } from './headers.ts'
import { landingOf } from './landing.ts'
import { sendNotice } from './notice.tsx'
import { isSameOrigin } from './same-origin.ts'
import { hashOf } from './sign-in-link.ts'
import { type SignedIn, sessionOf } from './signed-in.ts'
import { visitorHash } from './visitor.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may use a route of the staff origin: anybody, or whoever holds this permission. */
    access?: 'open' | Permission
  }
}

const SIGNED_IN = 'signedIn'

/** The worker behind a request. Throws on an open route, where there may be none. */
export function worker(request: FastifyRequest): SignedIn {
  const signedIn = request.getDecorator<SignedIn | null>(SIGNED_IN)
  if (!signedIn) throw new Error('an open route has no worker')
  return signedIn
}

/** Puts the guard before every route made on `app` from now on. */
export function guard(app: FastifyInstance, deps: Dependencies): void {
  const { key, wordbook, staffUrl = null } = deps
  /** How many of the call-backs that are due they may do something about; null where nobody knows. */
  const due = async ({ staffId }: SignedIn): Promise<number | null> => {
    const all = await deps.dueCallBacks()
    return all && all.length - (await deps.staff.barredAmong(staffId, all)).size
  }
  const words = wordbook.in('en')
  app.decorateRequest(SIGNED_IN, null)

  app.addHook('onRoute', ({ url, config }) => {
    if (!config?.access) throw new Error(`the staff route ${url} does not say who may use it`)
  })

  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    reply.headers(HEADERS)
    const { access } = request.routeOptions.config
    if (request.is404 || access === 'open') return
    const signedIn = await sessionOf(request, deps)
    if (!signedIn) {
      const way = { to: '/sign-in', label: words.staff('signInTitle') }
      return sendNotice(reply.status(401), words, 'signInTitle', words.staff('signInNeeded'), way)
    }
    if (!access || !may(signedIn.roles, access)) {
      const way = { to: landingOf(signedIn.roles), label: words.signIn('toFirstPage') }
      return sendNotice(reply.status(403), words, 'deskTitle', words.staff('notYourRole'), way)
    }
    const callBacksDue = may(signedIn.roles, 'desk') ? await due(signedIn) : null
    const untold = may(signedIn.roles, 'supervise') ? await deps.roleChanges.untold(signedIn.staffId) : 0
    request.setDecorator(SIGNED_IN, { ...signedIn, callBacksDue, untold })
  })

  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || request.is404) return
    const { token: link } = request.params as { token?: string }
    const holder = link === undefined ? visitorHash(request) : hashOf(link)
    const secretHash = request.getDecorator<SignedIn | null>(SIGNED_IN)?.tokenHash ?? holder
    const { token } = (request.body ?? {}) as { token?: unknown }
    if (isSameOrigin(request.headers, staffUrl) && isFormToken(token, key, secretHash)) return
    return sendNotice(reply.status(403), words, 'deskTitle', words.staff('refusedForm'))
  })
}
