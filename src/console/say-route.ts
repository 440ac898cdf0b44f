// A worker writes to the person. What does not go stays in the field, with the reason in plain words.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { SMS_SEGMENTS_MAX, TEXT_MAX } from '../limits.ts'
import { onceForm } from './act-routes.ts'
import type { Dependencies } from './dependencies.ts'
import { reach } from './opened.ts'
import { REFUSALS } from './refusals.ts'
import type { SignedIn } from './signed-in.ts'
import { readText } from './typed-text.ts'
import { writeRoute } from './write-route.tsx'

const sayForm = onceForm.extend({ text: z.string() })

export function sayRoute(app: FastifyInstance, deps: Dependencies): void {
  const { conversations } = deps
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
    return refused && words.staff(refused, { max: SMS_SEGMENTS_MAX })
  }

  writeRoute(app, deps, {
    name: 'say',
    form: 'message',
    field: 'text',
    next: 'text',
    accept: say,
    unsaved: words.staff('refusedUnsaved'),
    fault: 'a worker could not speak'
  })
}
