// Proving once more who one is; then on to what it was for.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { toSignIn } from '../staff/passkey.ts'
import { askAgain } from './again-page.tsx'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { byPasskey, byPassword, type Proof, siteFor } from './prove.ts'

const OWN = { config: { access: 'own' } } as const

/** Where somebody may be sent on to, and nowhere else: an address in a form is not to be trusted. */
const NEXT = /^\/c\/\w+\/summary\.\w+$|^\/account(\/password)?$|^\/(accounts|confirmations)$/

export const nextOf = (value: unknown): string => (typeof value === 'string' && NEXT.test(value) ? value : '/account')

export function againRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { staff, challenges, wordbook, staffUrl, identityProvider } = deps
  if (identityProvider) return
  const words = wordbook.in('en')

  const goOn = async (request: FastifyRequest, reply: FastifyReply, proof: Proof) => {
    const me = worker(request)
    const { login = '', next: wanted } = (request.body ?? {}) as { login?: string; next?: string }
    const next = nextOf(wanted)
    if (proof.kind === 'member' && proof.staffId === me.staffId) {
      await staff.proved(me.tokenHash, new Date())
      await staff.audit({ staffId: me.staffId, action: 'proved' })
      return reply.redirect(next, 303)
    }
    const complaint =
      proof.kind === 'wait' ? words.signIn('waitBeforeNext', { seconds: proof.seconds }) : words.signIn('wrong')
    if (proof.kind !== 'wait') await staff.audit({ staffId: me.staffId, action: 'sign_in_refused' })
    const passkeys = siteFor(request, staffUrl) !== null
    return askAgain(reply, { words, me, passkeys, next, tried: { login, complaint } })
  }

  app.post('/again/password', OWN, async (request, reply) => goOn(request, reply, await byPassword(deps, request)))

  app.post('/again/passkey', OWN, async (request, reply) =>
    goOn(request, reply, await byPasskey(deps, request, worker(request).tokenHash))
  )

  app.post('/again/passkey/options', OWN, async (request, reply) => {
    const site = siteFor(request, staffUrl)
    if (!site) return reply.status(404).send()
    return reply.send(await toSignIn(site, challenges.next(worker(request).tokenHash, new Date())))
  })
}
