// Signing in at the organisation's identity provider, where there is one: off to it, and back with what it says.
import type { FastifyInstance } from 'fastify'
import { errorFacts } from '../log.ts'
import { identified } from '../staff/identity.ts'
import type { SignInKey } from '../wording/keys.ts'
import { nextOf } from './again-routes.ts'
import type { Dependencies } from './dependencies.ts'
import { enter } from './enter.ts'
import { sendNotice } from './notice.tsx'
import { visitorHash, welcome } from './visitor.ts'

const OPEN = { config: { access: 'open' } } as const
const CALLBACK = '/sign-in/identity/callback'

interface Asked {
  Querystring: { again?: string; next?: string }
}

export function identityRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { staff, accounts, visits, wordbook, staffUrl, identityProvider, log } = deps
  if (!identityProvider) return
  const words = wordbook.in('en')

  const addressOf = (request: { protocol: string; host: string }, path: string): URL =>
    new URL(path, staffUrl ?? `${request.protocol}://${request.host}`)

  const way = { to: '/sign-in', label: words.staff('signInTitle') }
  const refuse = async (reply: Parameters<typeof sendNotice>[0], status: number, why: SignInKey) => {
    await staff.audit({ staffId: null, action: 'sign_in_refused' })
    return sendNotice(reply.status(status), words, 'signInTitle', words.signIn(why), way)
  }

  app.get<Asked>('/sign-in/identity', OPEN, async (request, reply) => {
    const { again, next } = request.query
    const holder = welcome(request, reply)
    try {
      const { address, ...visit } = await identityProvider.begin(addressOf(request, CALLBACK).href, again === '1')
      await deps.visits.keep(holder, { ...visit, next: next === undefined ? '' : nextOf(next) }, new Date())
      return reply.redirect(address, 303)
    } catch (error) {
      log.error(errorFacts(error), 'the identity provider could not be asked')
      return sendNotice(reply.status(503), words, 'signInTitle', words.signIn('identityAway'), way)
    }
  })

  app.get(CALLBACK, OPEN, async (request, reply) => {
    const now = new Date()
    const visit = await visits.take(visitorHash(request), now)
    // Anybody can ask for this address: only what was begun here is worth a row.
    if (!visit) return sendNotice(reply.status(400), words, 'signInTitle', words.signIn('identityNotBegun'), way)
    const claims = await identityProvider.finish(addressOf(request, request.url), visit).catch(error => {
      log.warn(errorFacts(error), 'what came back from the identity provider was refused')
      return null
    })
    if (!claims) return refuse(reply, 403, 'identityRefused')
    const identity = identified(claims)
    if (identity.roles.length === 0 || identity.name === '') return refuse(reply, 403, 'identityNoRole')
    const staffId = await accounts.fromIdentity(identity, now)
    return enter(deps, request, reply, staffId, 'identity', visit.next)
  })
}
