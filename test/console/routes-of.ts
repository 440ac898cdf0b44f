// Every route of a staff origin, as it is made, so that a new one cannot be forgotten.
import type { FastifyInstance } from 'fastify'

export interface Route {
  readonly method: 'GET' | 'POST'
  /** With made-up pieces in place of its parameters. */
  readonly url: string
  /** The permission the route states. */
  readonly access: string
}

/** Collects the routes of an origin that is not ready yet. */
export function collectRoutes(origin: FastifyInstance): Route[] {
  const found: Route[] = []
  origin.addHook('onRoute', ({ method, url, config }) => {
    const path = url.replace(':token', 'nobody').replace(':reference', 'AAAAAAA').replace(/:\w+/g, 'x')
    for (const one of [method].flat()) {
      if (one === 'GET' || one === 'POST')
        found.push({ method: one as Route['method'], url: path, access: config?.access ?? '' })
    }
  })
  return found
}
