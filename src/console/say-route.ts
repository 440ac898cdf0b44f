// A worker writes to the person. What does not go stays in the field, with the reason in plain words.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { SMS_SEGMENTS_MAX, TEXT_MAX } from '../limits.ts'
import type { Listed } from '../store/desk-list.ts'
import { onceForm } from './act-routes.ts'
import { barWords } from './barred.ts'
import type { Dependencies } from './dependencies.ts'
import { READY } from './ready-answers.tsx'
import { REFUSALS } from './refusals.ts'
import { awayWords } from './send-away.ts'
import type { SignedIn } from './signed-in.ts'
import { readText } from './typed-text.ts'
import { writeRoute } from './write-route.tsx'

const sayForm = onceForm.extend({ text: z.string() })
const readyForm = onceForm.extend({ answer: z.enum(READY) })

export function sayRoute(app: FastifyInstance, deps: Dependencies): void {
  const { conversations, way } = deps
  const words = deps.wordbook.in('en')

  /** Why it did not go; null when it went. */
  async function say(me: SignedIn, reference: string, body: unknown): Promise<string | null> {
    const form = sayForm.safeParse(body)
    if (!form.success) return words.staff('refusedForm')
    const text = readText(form.data.text)
    if (text === '') return words.staff('refusedEmpty')
    if (text.length > TEXT_MAX) return words.staff('refusedLong', { max: TEXT_MAX })
    return speak(me, reference, form.data.once, () => text)
  }

  /** One of the sentences that are ready, in the person's language. */
  async function sayReady(me: SignedIn, reference: string, body: unknown): Promise<string | null> {
    const form = readyForm.safeParse(body)
    if (!form.success) return words.staff('refusedForm')
    const { once, answer } = form.data
    return speak(me, reference, once, ({ locale, channel }) =>
      deps.wordbook.in(locale).ready(answer, { name: me.name }, channel)
    )
  }

  async function speak(
    me: SignedIn,
    reference: string,
    once: string,
    textFor: (listed: Listed) => string
  ): Promise<string | null> {
    const reached = await way.reach(me, reference, 'write')
    if (reached.kind !== 'open') return awayWords(words, reached)
    const { listed } = reached
    // Whether it is theirs is decided under the lock, where it is also known what was said before: words that went are never called
    // unsent because somebody else has the conversation by now.
    const outcome = await conversations.speak({
      conversation: listed.conversation,
      messageId: once,
      worker: { id: me.staffId, name: me.name },
      text: textFor(listed)
    })
    if (outcome === 'partner') return barWords(words, outcome)
    const refused = REFUSALS[outcome]
    return refused && words.staff(refused, { max: SMS_SEGMENTS_MAX })
  }

  const spoken = {
    form: 'message',
    field: 'text',
    next: (reference: string) => `/c/${reference}#text`,
    unsaved: words.staff('refusedUnsaved'),
    fault: 'a worker could not speak'
  } as const
  writeRoute(app, deps, { ...spoken, name: 'say', accept: say })
  writeRoute(app, deps, { ...spoken, name: 'ready', accept: sayReady })
}
