// Signing in with what a member has set themselves: a passkey, or a password with a code.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Pace } from '../client-pace.ts'
import { WRONG_PASSKEY_EVERY, WRONG_PASSKEYS_BURST } from '../limits.ts'
import { toSignIn } from '../staff/passkey.ts'
import type { Dependencies } from './dependencies.ts'
import { enter } from './enter.ts'
import { formToken } from './form-token.ts'
import { sendPage } from './page.tsx'
import { byPasskey, byPassword, type Proof, siteFor } from './prove.ts'
import type { Tried } from './prove-forms.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { visitorHash, welcome } from './visitor.ts'

const OPEN = { config: { access: 'open' } } as const

export function ownSignInRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { staff, challenges, key, wordbook, staffUrl, addressOf, identityProvider = null } = deps
  const words = wordbook.in('en')
  const wrongPasskeys = new Pace(WRONG_PASSKEYS_BURST, WRONG_PASSKEY_EVERY)
  const isElsewhere = identityProvider !== null

  const show = (request: FastifyRequest, reply: FastifyReply, tried: Tried | null) => {
    const me = { formToken: formToken(key, welcome(request, reply)) }
    const passkeys = !isElsewhere && siteFor(request, staffUrl) !== null
    const props = { words, me, passkeys, tried, isElsewhere }
    return sendPage(reply, nonce => <SignInPage nonce={nonce} {...props} />)
  }

  app.get('/sign-in', OPEN, (request, reply) => show(request, reply, null))
  if (isElsewhere) return

  const refuse = async (request: FastifyRequest, reply: FastifyReply, proof: Exclude<Proof, { kind: 'member' }>) => {
    const { login = '' } = (request.body ?? {}) as { login?: string }
    if (proof.kind === 'wait') {
      const complaint = words.signIn('waitBeforeNext', { seconds: proof.seconds })
      return show(request, reply.status(429).header('retry-after', proof.seconds), { login, complaint })
    }
    await staff.audit({ staffId: null, action: 'sign_in_refused' })
    return show(request, reply.status(403), { login, complaint: words.signIn('wrong') })
  }

  app.post('/sign-in/password', OPEN, async (request, reply) => {
    const proof = await byPassword(deps, request)
    if (proof.kind !== 'member') return refuse(request, reply, proof)
    return enter(deps, request, reply, proof.staffId, 'password')
  })

  app.post('/sign-in/passkey/options', OPEN, async (request, reply) => {
    const site = siteFor(request, staffUrl)
    if (!site) return reply.status(404).send()
    return reply.send(await toSignIn(site, challenges.next(visitorHash(request), new Date())))
  })

  app.post('/sign-in/passkey', OPEN, async (request, reply) => {
    const proof = await byPasskey(deps, request, visitorHash(request))
    // A right one never waits. What is paced is how many wrong ones are written down: each waits for the record's turn, as workers do.
    if (proof.kind === 'wrong' && !wrongPasskeys.allows(addressOf(request))) {
      return show(request, reply.status(429), { login: '', complaint: words.signIn('wrong') })
    }
    if (proof.kind !== 'member') return refuse(request, reply, proof)
    return enter(deps, request, reply, proof.staffId, 'passkey')
  })
}
