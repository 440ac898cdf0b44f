// Breaking the glass: a supervisor reads, once, what is not theirs to open, for a reason that stays on record with it.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { REASON_MAX } from '../limits.ts'
import { GlassForm, GlassPage } from './break-glass-page.tsx'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { sendPage } from './page.tsx'
import { sendAway } from './send-away.ts'
import { summaryOf } from './summary-of.ts'
import { readText } from './typed-text.ts'

const SUPERVISE = { config: { access: 'supervise' } } as const

interface At {
  Params: { reference: string }
}

const reasonForm = z.object({ reason: z.string() })

export function breakGlassRoutes(app: FastifyInstance, deps: Dependencies): void {
  const words = deps.wordbook.in('en')

  app.get<At>('/c/:reference/break-glass', SUPERVISE, async (request, reply) => {
    const { reference } = request.params
    const me = worker(request)
    const reached = await deps.way.reach(me, reference, 'glass')
    if (reached.kind !== 'open') return sendAway(reply, words, reached)
    const props = { words, me, reference, complaint: null }
    return sendPage(reply, nonce => <GlassForm nonce={nonce} {...props} />)
  })

  app.post<At>('/c/:reference/break-glass', SUPERVISE, async (request, reply) => {
    const me = worker(request)
    const now = new Date()
    const reached = await deps.way.reach(me, request.params.reference, 'glass')
    if (reached.kind !== 'open') return sendAway(reply, words, reached)
    const { reference } = reached.listed
    const form = reasonForm.safeParse(request.body)
    const reason = form.success ? readText(form.data.reason) : ''
    if (reason === '' || reason.length > REASON_MAX) {
      const complaint = words.signIn('glassNoReason', { max: REASON_MAX })
      const props = { words, me, reference, complaint }
      return sendPage(reply.status(422), nonce => <GlassForm nonce={nonce} {...props} />)
    }
    const opened = await deps.way.open(me, reference, { action: 'break_glass', reason })
    if (opened.kind !== 'open') return sendAway(reply, words, opened)
    const { listed, reading } = opened
    const summary = await summaryOf(deps, words, listed, reading, now)
    return sendPage(reply, nonce => (
      <GlassPage words={words} nonce={nonce} me={me} listed={listed} reading={reading} summary={summary} now={now} />
    ))
  })
}
