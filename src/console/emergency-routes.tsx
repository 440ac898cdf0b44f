// May 999 be called for somebody who left at risk? The page where a supervisor decides: their number is shown there and nowhere else.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { REASON_MAX } from '../limits.ts'
import { onceForm } from './act-routes.ts'
import type { Dependencies } from './dependencies.ts'
import { EmergencyForm } from './emergency.tsx'
import { worker } from './guard.ts'
import { sendPage } from './page.tsx'
import { sendAway } from './send-away.ts'
import { readText } from './typed-text.ts'
import { readUnclaimed } from './unclaimed.ts'
import { UnclaimedPage } from './unclaimed-page.tsx'

const SUPERVISE = { config: { access: 'supervise' } } as const

interface At {
  Params: { reference: string }
}

const decisionForm = onceForm.extend({ called: z.enum(['yes', 'no']), reason: z.string() })

export function emergencyRoutes(app: FastifyInstance, deps: Dependencies): void {
  const words = deps.wordbook.in('en')

  /** Words and number, on record as one act. `complaint`: why a decision was not taken. */
  async function show(request: FastifyRequest<At>, reply: FastifyReply, complaint: string | null, reason = '') {
    const me = worker(request)
    const { reference } = request.params
    const read = await readUnclaimed(deps, words, me, reference, 'number_open')
    if (read === 'partner') return sendAway(reply, words, { kind: 'partner' })
    const phone = read?.reading.conversation.phone
    if (!read || !phone) return sendAway(reply, words, { kind: 'gone' })
    const form = { phone, words, me, complaint, reason }
    return sendPage(reply.status(complaint ? 422 : 200), nonce => (
      <UnclaimedPage words={words} me={me} nonce={nonce} onCall={deps.onCall ?? false} {...read}>
        <EmergencyForm item={read.item} now={read.now} {...form} />
      </UnclaimedPage>
    ))
  }

  app.get<At>('/c/:reference/emergency', SUPERVISE, (request, reply) => show(request, reply, null))

  app.post<At>('/c/:reference/emergency', SUPERVISE, async (request, reply) => {
    const { reference } = request.params
    const form = decisionForm.safeParse(request.body)
    const reason = form.success ? readText(form.data.reason) : ''
    if (!form.success || reason === '' || reason.length > REASON_MAX)
      return show(request, reply, words.staff('emergencyNoReason', { max: REASON_MAX }), reason)
    const { called, once } = form.data
    const decided = { called: called === 'yes', reason, once }
    const outcome = await deps.way.decideEmergency(worker(request), reference, decided, new Date())
    if (outcome === 'done') return reply.redirect(`/c/${reference}`, 303)
    return sendAway(reply, words, { kind: outcome === 'partner' ? 'partner' : 'gone' })
  })
}
