// A worker's script says that they write to somebody, and nothing of what.
import type { FastifyInstance } from 'fastify'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { roleIn } from './role-in.ts'

interface At {
  Params: { reference: string }
}

export function typingRoute(app: FastifyInstance, deps: Dependencies): void {
  app.post<At>('/c/:reference/typing', { config: { access: 'desk' } }, async (request, reply) => {
    const me = worker(request)
    const reached = await deps.way.reach(me, request.params.reference, 'look')
    if (reached.kind === 'open') {
      const { listed } = reached
      // The person's page names whose conversation it is: of anybody else it would say a wrong name.
      const isTheirs = listed.status === 'open' && listed.channel === 'web' && roleIn(listed, me) === 'owner'
      if (isTheirs) deps.bell.sign(listed.conversation, 'workerWrites')
    }
    return reply.status(204).send()
  })
}
