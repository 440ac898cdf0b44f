// Looking at a conversation: the page, its stream, and the log alone for a browser without script.
import type { FastifyInstance } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { may } from '../staff/roles.ts'
import type { Words } from '../wording/words.ts'
import { ConversationPage } from './conversation.tsx'
import { conversationParts } from './conversation-parts.tsx'
import { deliveryPart } from './delivery.tsx'
import type { Dependencies } from './dependencies.ts'
import { LogFrame } from './frame.tsx'
import { worker } from './guard.ts'
import { Entries } from './log.tsx'
import { sendPage } from './page.tsx'
import { sendAway } from './send-away.ts'
import type { SignedIn } from './signed-in.ts'
import type { Follow, News } from './streams.ts'
import { theirPagePart } from './their-page.tsx'
import { readUnclaimed } from './unclaimed.ts'
import { UnclaimedPage } from './unclaimed-page.tsx'
import { visibleMessages } from './visible-messages.ts'
import { type PageWatch, watchPage } from './watch-page.ts'

const DESK = { config: { access: 'desk' } } as const

interface At {
  Params: { reference: string }
  Querystring: { after?: string }
}

/** Where a stream goes on from: what the browser has seen last, by itself or by the page it opened it from. */
function seenUpTo(header: string | string[] | undefined, after: string | undefined): number {
  const seen = Number(header ?? after ?? 0)
  return Number.isSafeInteger(seen) && seen > 0 ? seen : 0
}

/** A supervisor's way to read what is not theirs, for a reason. */
const glassWay = (me: SignedIn, words: Words, reference: string) =>
  may(me.roles, 'supervise') ? { to: `/c/${reference}/break-glass`, label: words.signIn('glassLink') } : undefined

export function conversationRoutes(app: FastifyInstance, deps: Dependencies, follow: Follow): void {
  const words = deps.wordbook.in('en')

  app.get<At>('/c/:reference', DESK, async (request, reply) => {
    const me = worker(request)
    const { reference } = request.params
    const opened = await deps.way.open(me, reference, { action: 'summary_open' })
    if (opened.kind === 'apart') {
      // The question waits, and only they can answer it.
      if (opened.item.emergency?.kind === 'open' && may(me.roles, 'supervise'))
        return reply.redirect(`/c/${reference}/emergency`, 303)
      const unclaimed = await readUnclaimed(deps, words, me, reference)
      if (unclaimed === 'partner') return sendAway(reply, words, { kind: 'partner' })
      if (!unclaimed) return sendAway(reply, words, { kind: 'gone' })
      return sendPage(reply, nonce => (
        <UnclaimedPage words={words} me={me} nonce={nonce} onCall={deps.onCall ?? false} {...unclaimed} />
      ))
    }
    if (opened.kind !== 'open') return sendAway(reply, words, opened, glassWay(me, words, reference))
    const parts = await conversationParts(deps, words, me, opened)
    return sendPage(reply, nonce => (
      <ConversationPage words={words} me={me} nonce={nonce} opened={opened} parts={parts} />
    ))
  })

  app.get<At>('/c/:reference/log', DESK, async (request, reply) => {
    const opened = await deps.way.open(worker(request), request.params.reference, { action: 'summary_follow' })
    const shown = opened.kind === 'open' ? opened : null
    return sendPage(reply, nonce => <LogFrame words={words} nonce={nonce} opened={shown} />, true)
  })

  app.get<At>('/c/:reference/events', DESK, async (request, reply) => {
    const { reference } = request.params
    const reached = await deps.way.reach(worker(request), reference, 'look')
    if (reached.kind !== 'open') return reply.status(410).send()
    const { conversation, channel } = reached.listed
    let theirPage: PageWatch | undefined
    let seen = seenUpTo(request.headers['last-event-id'], request.query.after)
    const look = async (me: SignedIn): Promise<News | 'over'> => {
      const opened = await deps.way.open(me, reference, { action: 'summary_follow' })
      if (opened.kind !== 'open') return 'over'
      const { mail, ...others } = await conversationParts(deps, words, me, opened)
      const shown = [...Object.values(others), ...mail]
      const messages = visibleMessages(opened.reading)
      // A line that is already shown changes in one thing alone: how far it got.
      const marks = messages.map(message => deliveryPart(message, words)).filter(mark => mark !== null)
      // Of somebody who has left nothing is said any more.
      const pageState = (opened.listed.status === 'open' && theirPage?.state()) || null
      const parts = [theirPagePart(pageState, words, new Date()), ...shown, ...marks]
      const { lastSeq } = opened.reading.conversation
      if (lastSeq <= seen) return { parts }
      const fresh = messages.filter(message => message.seq > seen)
      seen = lastSeq
      const html = renderToString(<Entries messages={fresh} words={words} now={new Date()} />)
      return { parts, log: { html, lastSeq } }
    }
    return follow(request, reply, {
      topic: conversation,
      look,
      watch(refresh, stream) {
        // By text nobody has a page.
        if (channel !== 'web') return () => {}
        const watched = watchPage(deps.bell, conversation, refresh)
        const stop = deps.bell.onSign(conversation, 'personWrites', () => stream.send('writing', {}))
        theirPage = watched
        return () => {
          watched.stop()
          stop()
        }
      }
    })
  })
}
