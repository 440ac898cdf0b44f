// The doorbell: Event Grid says that something was written in a thread. What, is never read here: the thread itself is asked.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { EVENT_BODY_MAX } from '../../limits.ts'
import type { Log } from '../../log.ts'

export const EVENTS_PATH = '/acs/events'
const VALIDATION = 'Microsoft.EventGrid.SubscriptionValidationEvent'

export interface EventsDeps {
  /** What Event Grid shows with each event; two while they are changed over. */
  readonly secrets: readonly string[]
  readonly ring: (threads: readonly string[]) => Promise<void>
  readonly log: Log
}

const events = z.array(
  z.object({
    eventType: z.string(),
    data: z.object({ threadId: z.string().optional(), validationCode: z.string().optional() })
  })
)

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compared whole and by digest: how long it takes says nothing. */
function isKnown(secrets: readonly string[], shown: string | string[] | undefined): boolean {
  const given = digest(typeof shown === 'string' ? shown : '')
  return secrets.map(secret => timingSafeEqual(digest(secret), given)).includes(true)
}

async function take(deps: EventsDeps, request: FastifyRequest, reply: FastifyReply) {
  const read = events.safeParse(request.body)
  if (!read.success) return reply.code(400).send()
  const code = read.data.find(({ eventType }) => eventType === VALIDATION)?.data.validationCode
  if (code !== undefined) return reply.send({ validationResponse: code })
  const threads = read.data.flatMap(({ data }) => (data.threadId ? [data.threadId] : []))
  if (threads.length > 0) await deps.ring([...new Set(threads)])
  return reply.code(204).send()
}

/** Opens the door on the person's origin. The words in an event go no further than this file. */
export function addEvents(app: FastifyInstance, deps: EventsDeps): void {
  app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: EVENT_BODY_MAX },
      (_request, body, done) => {
        try {
          done(null, JSON.parse(String(body)))
        } catch {
          // A broken body is quoted in the parser's own error: it is not passed on.
          done(null, null)
        }
      }
    )
    // Before the body is read: a stranger costs nothing.
    scope.addHook('onRequest', async (request, reply) => {
      if (isKnown(deps.secrets, request.headers['x-eg-secret'])) return
      deps.log.warn({ status: 401 }, 'an event was refused: it does not show ACS_EVENT_SECRET in x-eg-secret')
      return reply.code(401).send()
    })
    scope.setErrorHandler((error, _request, reply) => {
      const status = (error as { statusCode?: number }).statusCode ?? 503
      // A bell that is not heard does no harm: threads are read all the same.
      return reply.code(status >= 500 ? 503 : status).send()
    })
    scope.post(EVENTS_PATH, (request, reply) => take(deps, request, reply))
  })
}
