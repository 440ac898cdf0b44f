// A worker writes to the person. What does not go stays in the field, with the reason in plain words.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { TEXT_MAX } from '../limits.ts'
import { errorFacts } from '../log.ts'
import { onceForm } from './act-routes.ts'
import { ConversationPage } from './conversation.tsx'
import { conversationParts } from './conversation-parts.tsx'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { openFor, reach } from './opened.ts'
import { sendPage } from './page.tsx'
import { REFUSALS } from './refusals.ts'
import { sendAway } from './send-away.ts'
import type { SignedIn } from './signed-in.ts'
import { readText } from './typed-text.ts'

const sayForm = onceForm.extend({ text: z.string() })

interface At {
  Params: { reference: string }
}

export function sayRoute(app: FastifyInstance, deps: Dependencies): void {
  const { conversations, log } = deps
  const words = deps.wordbook.in('en')

  /** Why it did not go; null when it went. */
  async function say(me: SignedIn, reference: string, body: unknown): Promise<string | null> {
    const form = sayForm.safeParse(body)
    if (!form.success) return words.staff('refusedForm')
    const text = readText(form.data.text)
    if (text === '') return words.staff('refusedEmpty')
    if (text.length > TEXT_MAX) return words.staff('refusedLong', { max: TEXT_MAX })
    const reached = await reach(deps, me, reference)
    if (reached.kind === 'taken') return words.staff('refusedNotYours')
    if (reached.kind !== 'open') return words.staff(reached.kind === 'gone' ? 'conversationGone' : 'refusedClosed')
    const outcome = await conversations.speak({
      conversation: reached.listed.conversation,
      messageId: form.data.once,
      worker: { id: me.staffId, name: me.name },
      text
    })
    const refused = REFUSALS[outcome]
    return refused && words.staff(refused)
  }

  app.post<At>('/c/:reference/say', { config: { access: 'session' } }, async (request, reply) => {
    const me = worker(request)
    const { reference } = request.params
    const why = await say(me, reference, request.body).catch(error => {
      log.error(errorFacts(error), 'a worker could not speak')
      return words.staff('refusedUnsaved')
    })
    const isInPlace = request.headers.accept === 'application/json'
    if (isInPlace) return reply.status(why ? 409 : 200).send({ why, once: randomUUID() })
    if (!why) return reply.redirect(`/c/${reference}#text`, 303)

    const opened = await openFor(deps, me, reference, 'summary_open')
    if (opened.kind !== 'open') return sendAway(reply, words, opened)
    const unsent = { text: readText((request.body as { text?: unknown } | null)?.text), why }
    const parts = await conversationParts(deps, words, me, opened, unsent)
    return sendPage(reply.status(409), nonce => (
      <ConversationPage words={words} me={me} nonce={nonce} opened={opened} parts={parts} />
    ))
  })
}
