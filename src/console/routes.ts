// The staff origin: its own listener and host name, nothing of it reachable from the person's page.
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { addressReader } from '../client-address.ts'
import { capSockets, PATIENCE } from '../client-sockets.ts'
import { BODY_MAX } from '../limits.ts'
import { errorFacts } from '../log.ts'
import { accountRoutes } from './account-routes.tsx'
import { accountsRoutes } from './accounts-routes.tsx'
import { actRoutes } from './act-routes.ts'
import { againRoutes } from './again-routes.ts'
import { auditRoutes } from './audit-routes.tsx'
import { bandRoute } from './band-route.ts'
import { breakGlassRoutes } from './break-glass-routes.tsx'
import { callBackRoutes } from './call-back-routes.tsx'
import { confirmRoutes } from './confirm-routes.tsx'
import { conversationRoutes } from './conversation-routes.tsx'
import type { Dependencies } from './dependencies.ts'
import { type DueSources, dueCallBacks } from './due-call-backs.ts'
import { emergencyRoutes } from './emergency-routes.tsx'
import { exportRoutes } from './export-routes.ts'
import { flowsRoutes } from './flows-routes.tsx'
import { guard } from './guard.ts'
import { HEADERS, onlyByHttps } from './headers.ts'
import { identityRoutes } from './identity-routes.ts'
import { liveRoutes } from './live-routes.tsx'
import { mailRoute } from './mail-route.ts'
import { sendNotice } from './notice.tsx'
import { ownSignInRoutes } from './own-sign-in-routes.tsx'
import { partnerRoutes } from './partner-route.ts'
import { queueRoutes } from './queue-routes.tsx'
import { recordRoutes } from './record-routes.ts'
import { sayRoute } from './say-route.ts'
import { sessionRoutes } from './session-routes.ts'
import { settingsRoutes } from './settings-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'
import { streams } from './streams.ts'
import { tendRoutes } from './tend-routes.ts'
import { typingRoute } from './typing-route.ts'
import { type WaySources, wayOf } from './way.ts'

export { newSignInLink } from './sign-in-link.ts'

/** What main hands in. The routes get less of it: none of them has a way to read that is not on record. */
export type Outside = Omit<Dependencies, 'dueCallBacks' | 'way' | 'addressOf'> &
  Partial<Pick<Dependencies, 'addressOf'>> &
  DueSources &
  WaySources

/** Makes the staff origin. Listening is the caller's; closing it ends every open stream. */
export function staffOrigin(outside: Outside): FastifyInstance {
  const due = dueCallBacks(outside)
  // Without a trusted proxy, whoever is connected.
  const addressOf = outside.addressOf ?? addressReader([])
  const deps: Dependencies = { ...outside, addressOf, dueCallBacks: due.now, way: wayOf(outside) }
  const words = deps.wordbook.in('en')
  const headers = { ...HEADERS, ...onlyByHttps(outside.staffUrl ?? null) }
  const notFound = (_request: FastifyRequest, reply: FastifyReply) =>
    sendNotice(reply.headers(headers).status(404), words, 'deskTitle', words.staff('notFound'))
  const app = fastify({
    ...PATIENCE,
    bodyLimit: BODY_MAX,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    // An address that cannot be read: without this the framework answers by itself, with a code.
    frameworkErrors: (_error, request, reply) => void notFound(request, reply)
  })
  capSockets(app.server, addressOf)

  // Before anything is decided, on what stands outside the guard too: errors, and whether it is alive.
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
  app.addHook('preClose', async () => due.stop())
  app.setNotFoundHandler(notFound)
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) deps.log.error(errorFacts(error), 'a staff page failed')
    const text = words.staff(status >= 500 ? 'wentWrong' : 'refusedForm')
    return sendNotice(reply.headers(headers).status(status), words, 'deskTitle', text)
  })

  // A scope of its own: what others add to this listener (is it alive, is it ready) stands outside the guard.
  app.register(async desk => {
    await desk.register(cookie)
    await desk.register(formbody)
    guard(desk, deps)
    const follow = streams(desk, deps)
    signInRoutes(desk, deps)
    ownSignInRoutes(desk, deps)
    identityRoutes(desk, deps)
    queueRoutes(desk, deps, follow)
    liveRoutes(desk, deps, follow)
    conversationRoutes(desk, deps, follow)
    callBackRoutes(desk, deps, follow)
    exportRoutes(desk, deps)
    breakGlassRoutes(desk, deps)
    emergencyRoutes(desk, deps)
    actRoutes(desk, deps)
    tendRoutes(desk, deps)
    partnerRoutes(desk, deps)
    sayRoute(desk, deps)
    typingRoute(desk, deps)
    bandRoute(desk, deps)
    recordRoutes(desk, deps)
    if (deps.mail) mailRoute(desk, deps, deps.mail)
    settingsRoutes(desk, deps)
    flowsRoutes(desk, deps)
    auditRoutes(desk, deps)
    accountRoutes(desk, deps)
    sessionRoutes(desk, deps)
    accountsRoutes(desk, deps)
    confirmRoutes(desk, deps)
    againRoutes(desk, deps)
  })
  return app
}
