// The page of whoever watches over the desk, and its stream.
import type { FastifyInstance } from 'fastify'
import { queueOrder } from '../handover/queue-order.ts'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { Live } from './live.tsx'
import { Page, sendPage } from './page.tsx'
import { type Part, part } from './part.ts'
import { PartBox } from './part-box.tsx'
import { availabilityWords } from './queue.tsx'
import type { SignedIn } from './signed-in.ts'
import type { Follow } from './streams.ts'
import { worriesIn } from './worries.ts'

const SUPERVISE = { config: { access: 'supervise' } } as const

export function liveRoutes(app: FastifyInstance, deps: Dependencies, follow: Follow): void {
  const { staff, way, desk, timings } = deps
  const words = deps.wordbook.in('en')

  const liveParts = async (me: SignedIn): Promise<Part[]> => {
    const now = new Date()
    const { list: everybody, barred } = await way.list(me, now)
    const open = everybody.filter(({ status }) => status === 'open')
    const list = open.toSorted(queueOrder(now, timings.starvedAfter))
    const shift = await staff.onShift(now)
    const worries = worriesIn(list, timings.starvedAfter, now)
    const shown = JSON.stringify([list, worries.map(({ why }) => why), shift, [...barred]])
    return [
      part('line', <span>{availabilityWords(words, await desk.availability(now))}</span>),
      part(
        'live',
        <Live list={list} worries={worries} shift={shift} barred={barred} words={words} me={me} now={now} />,
        `${now.getMinutes()} ${shown}`
      )
    ]
  }

  app.get('/live', SUPERVISE, async (request, reply) => {
    const me = worker(request)
    const [line, live] = await liveParts(me)
    return sendPage(reply, nonce => (
      <Page words={words} title={words.staff('liveTitle')} nonce={nonce} me={me} events="/live/events" refreshes>
        <h1>{words.staff('liveTitle')}</h1>
        {line && <PartBox part={line} class="line" />}
        {live && <PartBox part={live} />}
      </Page>
    ))
  })

  app.get('/live/events', SUPERVISE, (request, reply) =>
    follow(request, reply, { topic: 'queue', look: async me => ({ parts: await liveParts(me) }) })
  )
}
