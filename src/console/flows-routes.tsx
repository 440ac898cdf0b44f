// What people are asked, for staff: every path as a sheet, and any path played through on both channels.
import type { FastifyInstance } from 'fastify'
import type { Availability } from '../conversation/ports.ts'
import { rehearse } from '../conversation/rehearse.ts'
import { pathNames } from '../flow/account/checks-path.ts'
import { sheetsOf } from '../flow/draw.ts'
import type { Dependencies } from './dependencies.ts'
import { FlowsPage, PlayPage, SheetPage } from './flows-page.tsx'
import { worker } from './guard.ts'
import { sendNotice } from './notice.tsx'
import { sendPage } from './page.tsx'
import { THERE, type There } from './play.tsx'
import { answersOf, readGiven } from './play-answers.ts'

const DIALOGUE = { config: { access: 'dialogue' } } as const

export function flowsRoutes(app: FastifyInstance, { dialogue, wordbook }: Dependencies): void {
  const words = wordbook.in('en')
  const availability: Readonly<Record<There, Availability>> = {
    onDuty: { onDuty: true, open: true, opensAt: null },
    nobody: { onDuty: false, open: true, opensAt: null },
    closed: { onDuty: false, open: false, opensAt: words.drawn('play-opensAt') }
  }

  app.get('/flows', DIALOGUE, (request, reply) =>
    sendPage(reply, nonce => <FlowsPage words={words} nonce={nonce} me={worker(request)} dialogue={dialogue} />)
  )

  app.get<{ Params: { path: string } }>('/flows/path/:path', DIALOGUE, (request, reply) => {
    const { path } = request.params
    if (!pathNames(dialogue.flow).includes(path)) {
      return sendNotice(reply.status(404), words, 'deskTitle', words.drawn('flows-none'))
    }
    const sheets = sheetsOf(dialogue, words, path)
    return sendPage(reply, nonce => (
      <SheetPage words={words} nonce={nonce} me={worker(request)} dialogue={dialogue} section={path} path={sheets} />
    ))
  })

  app.get<{ Querystring: Record<string, unknown> }>('/flows/try', DIALOGUE, async (request, reply) => {
    const me = worker(request)
    const given = readGiven(request.query)
    const there = THERE.find(one => one === request.query.there) ?? 'onDuty'
    const play = (channel: 'web' | 'sms') =>
      rehearse({
        flow: dialogue.flow,
        words,
        lexicons: wordbook.lexiconsOf('en'),
        channel,
        answers: answersOf(given, words),
        availability: availability[there]
      })
    const [web, sms] = await Promise.all([play('web'), play('sms')])
    const played = { words, given, there, web, sms }
    return sendPage(reply, nonce => <PlayPage nonce={nonce} me={me} dialogue={dialogue} played={played} />)
  })
}
