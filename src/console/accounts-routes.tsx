// Who may sign in, and as what: for admins. By invitation only.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { SIGN_IN_VALID } from '../limits.ts'
import { needsTwo, ROLES } from '../staff/roles.ts'
import { AccountsPage, LinkPage } from './accounts-page.tsx'
import { askAgain } from './again-page.tsx'
import { clock } from './clock.ts'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { sendNotice } from './notice.tsx'
import { sendPage } from './page.tsx'
import { isStale } from './proof-needed.ts'
import { siteFor } from './prove.ts'
import { hashOf, newToken } from './sign-in-link.ts'

/** Of this listener. Never what a request says of itself: whoever writes that would choose where a link leads. */
function ownAddress({ server }: FastifyInstance): string {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return `http://127.0.0.1:${port}`
}

const ACCOUNTS = { config: { access: 'accounts' } } as const

/** One box ticked comes as a text, several as a list, none not at all. */
const rolesForm = z.object({
  roles: z.preprocess(value => (Array.isArray(value) ? value : [value]), z.array(z.enum(ROLES)).min(1))
})

interface At {
  Params: { member: string }
}

export function accountsRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { accounts, roleChanges, wordbook, staffUrl, identityProvider } = deps
  const words = wordbook.in('en')

  const show = async (request: FastifyRequest, reply: FastifyReply, complaint: string | null = null) => {
    const members = await accounts.list()
    const props = { words, me: worker(request), members, complaint, isElsewhere: Boolean(identityProvider) }
    return sendPage(reply, nonce => <AccountsPage nonce={nonce} {...props} />)
  }

  app.get('/accounts', ACCOUNTS, (request, reply) => show(request, reply))

  app.post<At>('/accounts/:member/remove', ACCOUNTS, async (request, reply) => {
    const { member } = request.params
    const me = worker(request)
    if (member === me.staffId) return show(request, reply.status(422), words.signIn('notYourself'))
    if (z.uuid().safeParse(member).success) await accounts.remove(me.staffId, member, new Date())
    return reply.redirect('/accounts', 303)
  })
  // Who they are and what they may do is said there; only what is open here can be ended here.
  if (identityProvider) return

  /** A new link, kept by `keep`, on a page of its own: it is shown only there. */
  const sendLink = async (
    request: FastifyRequest,
    reply: FastifyReply,
    /** The number of the request it waits for; false where it cannot be kept. */
    keep: (tokenHash: Buffer, expiresAt: Date) => Promise<unknown>
  ) => {
    const token = newToken()
    const now = new Date()
    const expiresAt = new Date(now.getTime() + SIGN_IN_VALID)
    const kept = await keep(hashOf(token), expiresAt)
    if (kept === false) return gone(reply)
    const link = new URL(`/sign-in/${token}`, staffUrl ?? ownAddress(app)).href
    const waits = typeof kept === 'string' ? kept : null
    const props = { words, me: worker(request), link, until: clock(expiresAt, now), waits }
    return sendPage(reply, nonce => <LinkPage nonce={nonce} {...props} />)
  }

  const proveFirst = (request: FastifyRequest, reply: FastifyReply) => {
    const passkeys = siteFor(request, staffUrl) !== null
    return askAgain(reply, { words, me: worker(request), passkeys, next: '/accounts' })
  }

  const gone = (reply: FastifyReply) =>
    sendNotice(reply.status(410), words, 'deskTitle', words.signIn('memberGone'), {
      to: '/accounts',
      label: words.signIn('accountsTitle')
    })

  app.post('/accounts/invite', ACCOUNTS, async (request, reply) => {
    const form = rolesForm.safeParse(request.body)
    if (!form.success) return show(request, reply.status(422), words.signIn('rolesNeeded'))
    const me = worker(request)
    const { staffId } = me
    const { roles } = form.data
    if (!needsTwo([], roles)) return sendLink(request, reply, (hash, at) => accounts.invite(staffId, hash, at, roles))
    if (isStale(me, new Date())) return proveFirst(request, reply)
    return sendLink(request, reply, (tokenHash, expiresAt) => {
      const link = { tokenHash, expiresAt }
      return roleChanges.ask({ kind: 'invite', by: staffId, member: null, roles, link }, new Date())
    })
  })

  app.post<At>('/accounts/:member/invite', ACCOUNTS, async (request, reply) => {
    const { member } = request.params
    if (!z.uuid().safeParse(member).success) return gone(reply)
    const me = worker(request)
    const { staffId } = me
    if (member === staffId) return show(request, reply.status(422), words.signIn('notYourself'))
    const roles = await accounts.rolesOf(member)
    if (!roles) return gone(reply)
    // Whoever uses it is that member: it opens what they may open.
    if (!needsTwo([], roles)) return sendLink(request, reply, (hash, at) => accounts.recover(staffId, member, hash, at))
    if (isStale(me, new Date())) return proveFirst(request, reply)
    return sendLink(request, reply, (tokenHash, expiresAt) => {
      const link = { tokenHash, expiresAt }
      return roleChanges.ask({ kind: 'recover', by: staffId, member, roles, link }, new Date())
    })
  })

  app.post<At>('/accounts/:member/roles', ACCOUNTS, async (request, reply) => {
    const { member } = request.params
    const me = worker(request)
    const { staffId } = me
    const form = rolesForm.safeParse(request.body)
    if (!form.success) return show(request, reply.status(422), words.signIn('rolesNeeded'))
    const { roles } = form.data
    if (member === staffId) return show(request, reply.status(422), words.signIn('notYourself'))
    const before = z.uuid().safeParse(member).success ? await accounts.rolesOf(member) : null
    if (!before) return gone(reply)
    if (needsTwo(before, roles)) {
      if (isStale(me, new Date())) return proveFirst(request, reply)
      await roleChanges.ask({ kind: 'roles', by: staffId, member, roles }, new Date())
      return reply.redirect('/confirmations', 303)
    }
    const isDone = await accounts.setRoles(staffId, member, roles)
    return isDone ? reply.redirect('/accounts', 303) : gone(reply)
  })
}
