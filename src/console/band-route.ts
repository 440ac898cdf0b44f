// A worker sets their own band, with a reason: theirs counts from then on, and the assistant's is kept beside it.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { TEXT_MAX } from '../limits.ts'
import { hasReason, WORKER_BANDS } from '../triage/worker-band.ts'
import { onceForm } from './act-routes.ts'
import type { Dependencies } from './dependencies.ts'
import { BAND_REFUSALS } from './refusals.ts'
import { awayWords } from './send-away.ts'
import type { SignedIn } from './signed-in.ts'
import { readText } from './typed-text.ts'
import { writeRoute } from './write-route.tsx'

const bandForm = onceForm.extend({ band: z.enum(WORKER_BANDS).optional(), reason: z.string() })

export function bandRoute(app: FastifyInstance, deps: Dependencies): void {
  const { conversations, way } = deps
  const words = deps.wordbook.in('en')

  /** Why it was not kept; null when it was. Whether the conversation is theirs is decided under its lock. */
  async function setBand(me: SignedIn, reference: string, body: unknown): Promise<string | null> {
    const form = bandForm.safeParse(body)
    if (!form.success) return words.staff('refusedForm')
    const { band, once } = form.data
    const reason = readText(form.data.reason)
    if (!band) return words.staff('bandNotChosen')
    if (!hasReason({ reason })) return words.staff('bandNoReason')
    if (reason.length > TEXT_MAX) return words.staff('bandLong', { max: TEXT_MAX })
    const reached = await way.reach(me, reference, 'write')
    if (reached.kind !== 'open') return awayWords(words, reached)
    const { conversation } = reached.listed
    const outcome = await conversations.setBand(conversation, { id: me.staffId, name: me.name }, { band, reason }, once)
    const refused = BAND_REFUSALS[outcome]
    return refused && words.staff(refused)
  }

  writeRoute(app, deps, {
    name: 'band',
    form: 'band',
    field: 'reason',
    // Where their band now stands, with the assistant's.
    next: reference => `/c/${reference}#ten-seconds`,
    accept: setBand,
    unsaved: words.staff('bandUnsaved'),
    fault: 'a worker could not set a band'
  })
}
