import type { FastifyInstance } from 'fastify'
import type { Connection } from './store/database.ts'

/** `/healthz`: this process is alive. `/readyz`: the database answers now. Neither says anything about anybody. */
export function addHealth(server: FastifyInstance, { pool }: Connection): void {
  server.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').type('text/plain').send('ok\n'))
  server.get('/readyz', async (_request, reply) => {
    const ready = await pool.query('select 1').then(
      () => true,
      () => false
    )
    return reply
      .header('cache-control', 'no-store')
      .code(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready\n' : 'the database does not answer\n')
  })
}
