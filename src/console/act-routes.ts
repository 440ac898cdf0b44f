// What a worker does with a conversation. Every act is one form, sent once, decided under the conversation's lock.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Bar } from '../conversation/ports.ts'
import type { Worker, WorkerOutcome } from '../conversation/worker-turn.ts'
import { isBar, sendBarred } from './barred.ts'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { sendNotice } from './notice.tsx'
import { sendAway } from './send-away.ts'

const DESK = { config: { access: 'desk' } } as const

/** Names one press of a button: however often the form arrives, the act is done once. */
export const onceForm = z.object({ once: z.uuid() })

interface At {
  Params: { reference: string }
}
type Act = (conversation: string, worker: Worker, messageId: string) => Promise<WorkerOutcome | Bar>

export function actRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { conversations, way } = deps
  const words = deps.wordbook.in('en')

  const refuseForm = (reply: FastifyReply) =>
    sendNotice(reply.status(422), words, 'deskTitle', words.staff('refusedForm'))

  /** An act on a conversation this worker may reach; afterwards they go on at `next`. */
  const act =
    (which: 'take' | 'release', does: Act, next: (reference: string) => string) =>
    async (request: FastifyRequest<At>, reply: FastifyReply) => {
      const form = onceForm.safeParse(request.body)
      if (!form.success) return refuseForm(reply)
      const { staffId, name } = worker(request)
      const { reference } = request.params
      const reached = await way.reach(worker(request), reference, 'look')
      if (reached.kind !== 'open') return sendAway(reply, words, reached)
      const { conversation, caller } = reached.listed
      // Two never speak to somebody at once, one by phone and one here.
      if (which === 'take' && caller?.isOn && caller.id !== staffId)
        return sendAway(reply, words, { kind: 'taken', by: caller.name, here: true })
      const outcome = await does(conversation, { id: staffId, name }, form.data.once)
      if (isBar(outcome)) return sendBarred(reply, words, outcome)
      if (outcome !== 'taken') return reply.redirect(next(reference), 303)
      const now = await way.reach(worker(request), reference, 'look')
      return now.kind === 'open' ? reply.redirect(next(reference), 303) : sendAway(reply, words, now)
    }

  const toConversation = (reference: string) => `/c/${reference}`
  const toQueue = () => '/'
  const acts = {
    take: act('take', (id, by, once) => conversations.join(id, by, once), toConversation),
    release: act('release', (id, by, once) => conversations.release(id, by, once), toQueue)
  }
  for (const [name, handler] of Object.entries(acts)) app.post<At>(`/c/:reference/${name}`, DESK, handler)

  // A worker whose page has been closed cannot answer: a colleague may bring the person back to the queue.
  app.post<At>('/c/:reference/bring-back', DESK, async (request, reply) => {
    const form = onceForm.safeParse(request.body)
    if (!form.success) return refuseForm(reply)
    const reached = await way.reach(worker(request), request.params.reference, 'bringBack')
    if (reached.kind !== 'open' || !reached.listed.worker || reached.listed.worker.here) return reply.redirect('/', 303)
    const { conversation, worker: absent } = reached.listed
    await conversations.release(conversation, absent, form.data.once, { id: worker(request).staffId })
    return reply.redirect('/', 303)
  })
}
