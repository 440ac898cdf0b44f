// What staff do to a handover without a word: seen, asked to take over, answered, joined in, stepped out.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Colleague } from '../conversation/handover.ts'
import type { Tending } from '../conversation/tend-handover.ts'
import { onceForm } from './act-routes.ts'
import { isBar, sendBarred } from './barred.ts'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { sendNotice } from './notice.tsx'
import { sendAway } from './send-away.ts'
import type { Away } from './way.ts'

interface At {
  Params: { reference: string }
}
interface Route {
  readonly name: string
  readonly access: 'desk' | 'supervise'
  /** Nothing is shown for it, and nothing is taken: whoever has to keep away may do it too. */
  readonly unread?: boolean
  /** Where they go on. */
  readonly next: 'conversation' | 'queue'
  readonly makes: (by: Colleague, to: Colleague | null) => Tending
}

const ROUTES: readonly Route[] = [
  { name: 'seen', access: 'desk', next: 'queue', unread: true, makes: by => ({ type: 'SEEN', by }) },
  {
    name: 'transfer',
    access: 'desk',
    next: 'conversation',
    makes: (by, to) => ({ type: 'TRANSFER', by, to })
  },
  { name: 'accept', access: 'desk', next: 'conversation', makes: by => ({ type: 'ACCEPT', by }) },
  {
    name: 'decline',
    access: 'desk',
    next: 'queue',
    unread: true,
    makes: by => ({ type: 'DECLINE', by })
  },
  { name: 'cancel', access: 'desk', next: 'conversation', makes: by => ({ type: 'CANCEL', by }) },
  {
    name: 'join-in',
    access: 'supervise',
    next: 'conversation',
    makes: by => ({ type: 'SUPERVISOR_JOINS', by })
  },
  {
    name: 'step-out',
    access: 'supervise',
    next: 'conversation',
    unread: true,
    makes: by => ({ type: 'SUPERVISOR_LEAVES', by })
  }
]

const transferForm = onceForm.extend({ to: z.union([z.literal(''), z.uuid()]).default('') })

export function tendRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { conversations, staff, way } = deps
  const words = deps.wordbook.in('en')

  const handle =
    ({ next, unread = false, makes }: Route) =>
    async (request: FastifyRequest<At>, reply: FastifyReply) => {
      const form = transferForm.safeParse(request.body)
      if (!form.success) return sendNotice(reply.status(422), words, 'deskTitle', words.staff('refusedForm'))
      const me = worker(request)
      const { reference } = request.params
      const reached = await way.reach(me, reference, 'look')
      const listed = reached.kind === 'open' || (reached.kind === 'partner' && unread) ? reached.listed : undefined
      if (!listed) return sendAway(reply, words, reached as Away)
      const { to, once } = form.data
      const colleague = to === '' ? null : ((await staff.onDuty(new Date())).find(({ id }) => id === to) ?? null)
      if (to !== '' && !colleague) return sendNotice(reply.status(409), words, 'deskTitle', words.staff('notOnDuty'))
      const { conversation } = listed
      const by = { id: me.staffId, name: me.name }
      const outcome = await conversations.tend(conversation, makes(by, colleague), once)
      if (isBar(outcome)) return sendBarred(reply, words, outcome)
      if (outcome === 'notYours') return sendNotice(reply.status(409), words, 'deskTitle', words.staff('tooLate'))
      return reply.redirect(next === 'queue' ? '/' : `/c/${reference}`, 303)
    }

  for (const route of ROUTES)
    app.post<At>(`/c/:reference/${route.name}`, { config: { access: route.access } }, handle(route))
}
