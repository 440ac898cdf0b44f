// A worker says that two conversations may be of a couple; a supervisor takes back what was said by mistake. No words are written.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { sendNotice } from './notice.tsx'
import { sendAway } from './send-away.ts'

interface At {
  Params: { reference: string }
}

const partnerForm = z.object({ partner: z.string().trim().toUpperCase().max(20) })

const ROUTES = [
  { name: 'partner', access: 'desk', action: 'partner_link' },
  { name: 'not-partner', access: 'supervise', action: 'partner_unlink' }
] as const

export function partnerRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { staff, way } = deps
  const words = deps.wordbook.in('en')

  const handle =
    (action: (typeof ROUTES)[number]['action']) => async (request: FastifyRequest<At>, reply: FastifyReply) => {
      const me = worker(request)
      const { reference } = request.params
      const reached = await way.reach(me, reference, 'look')
      if (reached.kind !== 'open') return sendAway(reply, words, reached)
      const form = partnerForm.safeParse(request.body)
      const other = form.success ? await way.named(form.data.partner) : null
      const { conversation } = reached.listed
      if (!other || other === conversation) {
        return sendNotice(reply.status(422), words, 'deskTitle', words.staff('partnerUnknown'))
      }
      await staff.linkPartners({ staffId: me.staffId, action, conversation }, other)
      return reply.redirect(`/c/${reference}`, 303)
    }

  for (const { name, access, action } of ROUTES)
    app.post<At>(`/c/:reference/${name}`, { config: { access } }, handle(action))
}
