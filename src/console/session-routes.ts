// A member ends sessions of their own: one that they left open somewhere, or that is not theirs. It asks for no proof: it opens nothing, and
// a member who finds a stranger in their account must not be held up.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'

const OWN = { config: { access: 'own' } } as const

export function sessionRoutes(app: FastifyInstance, { staff }: Pick<Dependencies, 'staff'>): void {
  app.post<{ Params: { session: string } }>('/account/sessions/:session/end', OWN, async (request, reply) => {
    const { session } = request.params
    if (z.uuid().safeParse(session).success) await staff.endOwnSessions(worker(request), session)
    return reply.redirect('/account', 303)
  })

  app.post('/account/sessions/end-others', OWN, async (request, reply) => {
    await staff.endOwnSessions(worker(request), 'all')
    return reply.redirect('/account', 303)
  })
}
