// A form a worker writes in. What is not accepted stays in its field, with the reason in plain words.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { errorFacts } from '../log.ts'
import { ConversationPage } from './conversation.tsx'
import { conversationParts, type NotAccepted } from './conversation-parts.tsx'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { sendPage } from './page.tsx'
import { sendAway } from './send-away.ts'
import type { SignedIn } from './signed-in.ts'
import { readText } from './typed-text.ts'

interface At {
  Params: { reference: string }
}

export interface WrittenForm {
  /** Last piece of its address. */
  readonly name:
    | 'say'
    | 'ready'
    | 'band'
    | 'note'
    | 'action'
    | 'offered'
    | 'outcome'
    | 'close'
    | 'mail'
    | 'call-back'
    | 'attempt'
    | 'call-back-end'
  /** The form of the page, and the field in it whose words are kept. */
  readonly form: keyof NotAccepted
  readonly field: 'text' | 'reason' | 'written' | 'address'
  /** Where they go on, without script. */
  readonly next: (reference: string) => string
  /** Does what the form asks for. Returns why not, in plain words; null when it was done. */
  readonly accept: (me: SignedIn, reference: string, body: unknown) => Promise<string | null>
  /** What the worker reads, and what the log says, when it could not be saved. */
  readonly unsaved: string
  readonly fault: string
}

/** Makes the route of a form: for a signed-in worker, with script answered in place, without it by a page. */
export function writeRoute(app: FastifyInstance, deps: Dependencies, written: WrittenForm): void {
  const { name, form, field, next, accept, unsaved, fault } = written
  const words = deps.wordbook.in('en')

  app.post<At>(`/c/:reference/${name}`, { config: { access: 'desk' } }, async (request, reply) => {
    const me = worker(request)
    const { reference } = request.params
    const why = await accept(me, reference, request.body).catch(error => {
      deps.log.error(errorFacts(error), fault)
      return unsaved
    })
    const isInPlace = request.headers.accept === 'application/json'
    if (isInPlace) return reply.status(why ? 409 : 200).send({ why, once: randomUUID() })
    if (!why) return reply.redirect(next(reference), 303)

    const opened = await deps.way.open(me, reference, { action: 'summary_open' })
    if (opened.kind !== 'open') return sendAway(reply, words, opened)
    const text = readText((request.body as Record<string, unknown> | null)?.[field])
    const parts = await conversationParts(deps, words, me, opened, { [form]: { text, why } })
    return sendPage(reply.status(409), nonce => (
      <ConversationPage words={words} me={me} nonce={nonce} opened={opened} parts={parts} />
    ))
  })
}
