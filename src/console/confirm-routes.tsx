// The second person: roles that open what people said are given by two, each of whom has just shown who they are.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Decision } from '../store/role-changes.ts'
import type { SignInKey } from '../wording/keys.ts'
import { askAgain } from './again-page.tsx'
import { ConfirmPage } from './confirm-page.tsx'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { sendPage } from './page.tsx'
import { isStale } from './proof-needed.ts'
import { siteFor } from './prove.ts'
import type { SignedIn } from './signed-in.ts'

const CONFIRM = { config: { access: 'confirm' } } as const

interface At {
  Params: { change: string }
  Body: { code?: unknown } | null
}

const REFUSALS = {
  done: null,
  gone: 'confirmGone',
  own: 'confirmOwn',
  others: 'confirmOthers',
  wrongCode: 'confirmWrongCode'
} as const satisfies Record<Decision, SignInKey | null>

export function confirmRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { roleChanges, wordbook, staffUrl } = deps
  const words = wordbook.in('en')

  const show = async (request: FastifyRequest, reply: FastifyReply, complaint: string | null = null) => {
    const now = new Date()
    const latest = await roleChanges.latest(now)
    const changes = await Promise.all(
      latest.map(async one => ({ ...one, hasOthers: one.state === 'asked' && (await roleChanges.hasOthers(one)) }))
    )
    const props = { words, me: worker(request), now, changes, complaint }
    return sendPage(reply, nonce => <ConfirmPage nonce={nonce} {...props} />)
  }

  const deciding =
    (decide: (me: SignedIn, request: FastifyRequest<At>) => Promise<Decision>) =>
    async (request: FastifyRequest<At>, reply: FastifyReply) => {
      const me = worker(request)
      if (isStale(me, new Date())) {
        return askAgain(reply, { words, me, passkeys: siteFor(request, staffUrl) !== null, next: '/confirmations' })
      }
      const refused = REFUSALS[await decide(me, request)]
      return refused ? show(request, reply.status(409), words.signIn(refused)) : reply.redirect('/confirmations', 303)
    }

  app.get('/confirmations', CONFIRM, (request, reply) => show(request, reply))
  app.post<At>(
    '/confirmations/:change/confirm',
    CONFIRM,
    deciding((me, { params }) => roleChanges.confirm(me.staffId, params.change, new Date()))
  )
  app.post<At>(
    '/confirmations/:change/code',
    CONFIRM,
    deciding((me, { params, body }) =>
      roleChanges.confirmByCode(me.staffId, params.change, String(body?.code ?? ''), new Date())
    )
  )
  app.post<At>(
    '/confirmations/:change/refuse',
    CONFIRM,
    deciding((me, { params }) => roleChanges.refuse(me.staffId, params.change, new Date()))
  )
  app.post<{ Body: { upTo?: unknown } | null }>('/confirmations/read', CONFIRM, async (request, reply) => {
    const upTo = new Date(String(request.body?.upTo))
    await roleChanges.told(worker(request).staffId, Number.isNaN(upTo.getTime()) ? new Date() : upTo)
    return reply.redirect('/confirmations', 303)
  })
}
