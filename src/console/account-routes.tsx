// A member's own page: what they sign in with, and setting it; and where they are signed in.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { made, toMake } from '../staff/passkey.ts'
import { AccountPage } from './account-page.tsx'
import { askAgain } from './again-page.tsx'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { landingOf } from './landing.ts'
import { sendNotice } from './notice.tsx'
import { sendPage } from './page.tsx'
import { needsProof } from './proof-needed.ts'
import { answerOf, siteFor } from './prove.ts'
import { setPassword } from './set-password.tsx'
import type { SignedIn } from './signed-in.ts'

const OWN = { config: { access: 'own' } } as const

export function accountRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { staff, credentials, challenges, wordbook, staffUrl, identityProvider } = deps
  const words = wordbook.in('en')

  const show = async (reply: FastifyReply, me: SignedIn, passkeys: boolean, complaint: string | null) => {
    const [login, keys, sessions] = await Promise.all([
      credentials.loginOf(me.staffId),
      credentials.passkeyIds(me.staffId),
      staff.ownSessions(me, new Date())
    ])
    const has = { login, keys: keys.length, sessions, isElsewhere: Boolean(identityProvider) }
    const props = { words, me, passkeys, complaint, ...has }
    return sendPage(reply, nonce => <AccountPage nonce={nonce} {...props} />)
  }

  app.get('/account', OWN, (request, reply) => {
    const me = worker(request)
    const passkeys = siteFor(request, staffUrl) !== null
    if (!identityProvider && needsProof(me, new Date())) {
      return askAgain(reply, { words, me, passkeys, next: '/account' })
    }
    return show(reply, me, passkeys, null)
  })
  if (identityProvider) return

  app.post('/account/passkey/options', OWN, async (request, reply) => {
    const me = worker(request)
    const site = siteFor(request, staffUrl)
    if (!site || needsProof(me, new Date())) return reply.status(403).send()
    const have = await credentials.passkeyIds(me.staffId)
    const owner = { id: me.staffId, name: me.name }
    const challenge = challenges.next(me.tokenHash, new Date())
    return reply.send(await toMake(site, words.staff('deskTitle'), owner, have, challenge))
  })

  app.post('/account/passkey', OWN, async (request, reply) => {
    const me = worker(request)
    const site = siteFor(request, staffUrl)
    const key = site && (await made(site, answerOf(request), challenges.askedOf(me.tokenHash, new Date())))
    if (!key) return show(reply.status(422), me, site !== null, words.signIn('passkeyFailed'))
    await credentials.addPasskey(me.staffId, key)
    const way = { to: landingOf(me.roles), label: words.signIn('toFirstPage') }
    return sendNotice(reply, words, 'signInTitle', words.signIn('passkeySet'), way)
  })

  setPassword(app, deps)
}
