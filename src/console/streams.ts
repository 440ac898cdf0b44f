// The open event streams of the console: who may have one more, and how a stream is kept honest and up to date.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HEARTBEAT, STAFF_STREAMS_MAX } from '../limits.ts'
import { errorFacts } from '../log.ts'
import { memberTopic } from '../staff/member-topic.ts'
import { may } from '../staff/roles.ts'
import { callsPart } from './calls.tsx'
import type { Dependencies } from './dependencies.ts'
import { EventStream } from './event-stream.ts'
import { worker } from './guard.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Part } from './part.ts'
import { type SignedIn, stillSignedIn } from './signed-in.ts'

/** What an open page gets when something has changed; `over`: it should load itself again. */
export interface News {
  readonly parts: readonly Part[]
  readonly log?: { readonly html: string; readonly lastSeq: number }
}

interface Followed {
  /** The topic of the bell that says "look again". */
  readonly topic: string
  /** As whoever they are by now. */
  look(me: SignedIn): Promise<News | 'over'>
  /** Follows what no change tells of: looks again with `refresh`, or sends on `stream`. Returns how to stop. */
  watch?(refresh: () => void, stream: EventStream): () => void
}

export type Follow = (request: FastifyRequest, reply: FastifyReply, followed: Followed) => FastifyReply

/**
 * Makes `follow`, which keeps one page up to date until its session, its role or its subject ends: all of them are asked again at every
 * look, and a change of any rings.
 */
export function streams(app: FastifyInstance, deps: Dependencies): Follow {
  const { staff, bell, log, wordbook } = deps
  const words = wordbook.in('en')
  const open = new Map<string, Set<EventStream>>()
  app.addHook('preClose', async () => {
    for (const stream of [...open.values()].flatMap(set => [...set])) stream.end()
  })

  return (request, reply, { topic, look, watch }) => {
    const begun = worker(request)
    const session = begun.tokenHash.toString('hex')
    const { access } = request.routeOptions.config
    // Whoever went while they were being looked up is heard of no more: with a few such, no page of theirs would be kept up to date again.
    if (reply.raw.destroyed) return reply.hijack()
    const mine = open.get(session) ?? new Set()
    if (mine.size >= STAFF_STREAMS_MAX) return reply.status(429).send()

    const sent = new Map<string, string>()
    const refresh = oneAtATime(
      async () => {
        const me = await stillSignedIn(begun, deps)
        const mayStill = me !== null && access !== undefined && access !== 'open' && may(me.roles, access)
        const news = mayStill ? await look(me) : 'over'
        if (news === 'over' || me === null) {
          stream.send('over', { isSignedIn: me !== null })
          stream.end()
          return
        }
        if (news.log) stream.send('log', { html: news.log.html }, news.log.lastSeq)
        const calls = callsPart(await staff.calls(new Date()), me, words)
        for (const part of [calls, ...news.parts]) {
          if (sent.get(part.id) === part.version) continue
          sent.set(part.id, part.version)
          stream.send('part', part)
        }
      },
      error => {
        // The browser connects again by itself, and reads again.
        log.warn(errorFacts(error), 'a staff stream failed')
        stream.end()
      }
    )
    const stream = new EventStream(reply)
    open.set(session, mine.add(stream))
    const stops = [topic, memberTopic(begun.staffId)].map(one => bell.listen(one, refresh))
    const stopWatching = watch?.(refresh, stream)
    // Minutes pass and sessions end without a bell.
    const timer = setInterval(refresh, HEARTBEAT)
    stream.onEnd(() => {
      for (const stop of stops) stop()
      stopWatching?.()
      clearInterval(timer)
      mine.delete(stream)
      if (mine.size === 0) open.delete(session)
    })
    refresh()
    return reply
  }
}
