// Taking a copy of the summary away, under the same permission as looking at it, by somebody who has lately proved who they are.
import type { FastifyInstance } from 'fastify'
import { askAgain } from './again-page.tsx'
import type { Dependencies } from './dependencies.ts'
import { EXPORTS } from './exports.ts'
import { worker } from './guard.ts'
import { isStale } from './proof-needed.ts'
import { siteFor } from './prove.ts'
import { sendAway } from './send-away.ts'
import { summaryOf } from './summary-of.ts'

const DESK = { config: { access: 'desk' } } as const

interface At {
  Params: { reference: string }
}

export function exportRoutes(app: FastifyInstance, deps: Dependencies): void {
  const words = deps.wordbook.in('en')

  for (const { ending, type, make } of EXPORTS) {
    app.get<At>(`/c/:reference/summary.${ending}`, DESK, async (request, reply) => {
      const me = worker(request)
      if (isStale(me, new Date())) {
        const passkeys = siteFor(request, deps.staffUrl) !== null
        return askAgain(reply, { words, me, passkeys, next: request.url })
      }
      const opened = await deps.way.open(me, request.params.reference, { action: 'export' })
      if (opened.kind !== 'open') return sendAway(reply, words, opened)
      const { listed, reading } = opened
      const summary = await summaryOf(deps, words, listed, reading, new Date())
      // The reference alone: a file name is seen by everybody who sees the screen.
      return reply
        .header('content-disposition', `attachment; filename="${listed.reference}.${ending}"`)
        .type(type)
        .send(await make(summary, words))
    })
  }
}
