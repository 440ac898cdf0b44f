// The first page after sign-in, and what a worker does about themselves.
import type { FastifyInstance } from 'fastify'
import { AtRisk } from './at-risk.tsx'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { groupFor } from './listing.ts'
import { Load } from './load.tsx'
import { Page, sendPage } from './page.tsx'
import { type Part, part } from './part.ts'
import { PartBox } from './part-box.tsx'
import { availabilityWords, Queue } from './queue.tsx'
import { type SignedIn, takeCookie } from './signed-in.ts'
import type { Follow } from './streams.ts'
import { wordsOnList } from './words-on-list.ts'

const DESK = { config: { access: 'desk' } } as const
const OWN = { config: { access: 'own' } } as const

export function queueRoutes(app: FastifyInstance, deps: Dependencies, follow: Follow): void {
  const { staff, way, desk, wordbook, timings, onCall = false } = deps
  const words = wordbook.in('en')

  const queueParts = async (me: SignedIn, readWords: ReturnType<typeof wordsOnList>): Promise<Part[]> => {
    const now = new Date()
    const { list, barred: barredThere } = await way.list(me, now)
    const left = await way.unclaimed(me, now)
    const barred = new Set([...barredThere, ...left.barred])
    const readable = left.list.filter(item => !barred.has(item.conversation))
    const wordsOf = await readWords(me, readable, now)
    const groups = groupFor(me, list, left.list, { now, starvedAfter: timings.starvedAfter })
    const count = words.staff('waitingCount', { people: groups.waiting.length })
    // What a message changes is not in the list: only what is shown here makes it another list.
    const shown = JSON.stringify(groups, (name, value) =>
      name === 'changedAt' || name === 'heardAt' ? undefined : value
    )
    const standing = await staff.standing(me.staffId, now)
    return [
      part('at-risk', <AtRisk list={groups.unclaimed} words={words} />),
      part('count', <span>{count}</span>),
      part('line', <span>{availabilityWords(words, await desk.availability(now))}</span>),
      part(
        'queue',
        <Queue groups={groups} wordsOf={wordsOf} onCall={onCall} barred={barred} words={words} me={me} now={now} />,
        `${now.getMinutes()} ${[...barred].sort()} ${shown}`
      ),
      part('load', <Load standing={standing} words={words} now={now} />)
    ]
  }

  app.get('/', DESK, async (request, reply) => {
    const me = worker(request)
    const [atRisk, count, line, queue, load] = await queueParts(me, wordsOnList(deps))
    return sendPage(reply, nonce => (
      <Page words={words} title={words.staff('deskTitle')} nonce={nonce} me={me} events="/events" refreshes>
        <h1>{words.staff('deskTitle')}</h1>
        {!me.available && <p class="complaint">{words.staff('awayMeans')}</p>}
        {atRisk && <PartBox part={atRisk} />}
        {load && <PartBox part={load} />}
        {line && <PartBox part={line} class="line" />}
        {count && <PartBox part={count} />}
        {queue && <PartBox part={queue} />}
      </Page>
    ))
  })

  app.get('/events', DESK, (request, reply) => {
    const readWords = wordsOnList(deps)
    return follow(request, reply, { topic: 'queue', look: async me => ({ parts: await queueParts(me, readWords) }) })
  })

  // The browser's answer to a beat of its stream. A stream alone proves nothing: a closed laptop keeps it open for long.
  app.get('/here', OWN, (_request, reply) => reply.status(204).send())

  app.post<{ Body: { available?: unknown } }>('/available', DESK, async (request, reply) => {
    await staff.setAvailable(worker(request).tokenHash, request.body.available === 'yes')
    return reply.redirect('/', 303)
  })

  app.post('/sign-out', OWN, async (request, reply) => {
    const me = worker(request)
    await staff.endSession(me.tokenHash)
    await staff.audit({ staffId: me.staffId, action: 'sign_out' })
    // Desks are shared: nothing of this shift stays in the browser. Its cookie goes by itself: "cookies" would take those of every host of
    // the organisation's with it.
    return takeCookie(reply).header('clear-site-data', '"cache", "storage"').redirect('/', 303)
  })
}
