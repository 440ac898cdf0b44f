// A worker writes down what they did and what came of it. None of it is said to anybody.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Writing } from '../conversation/recorded.ts'
import type { Worker, WorkerOutcome } from '../conversation/worker-turn.ts'
import { TEXT_MAX } from '../limits.ts'
import { onceForm } from './act-routes.ts'
import type { Dependencies } from './dependencies.ts'
import { type Read, readAction, readClosing, readOffered } from './record-forms.ts'
import { RECORD_REFUSALS } from './refusals.ts'
import { awayWords } from './send-away.ts'
import type { SignedIn } from './signed-in.ts'
import { readText } from './typed-text.ts'
import { type WrittenForm, writeRoute } from './write-route.tsx'

const noteForm = onceForm.extend({ written: z.string() })

const toQueue = () => '/'
const toRecord = (reference: string) => `/c/${reference}#recorded`
const toNotes = (reference: string) => `/c/${reference}#notes`

type Does = (conversation: string, worker: Worker) => Promise<WorkerOutcome>

export function recordRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { conversations, way, directory } = deps
  const words = deps.wordbook.in('en')

  /** Does it. Returns why not, in plain words. */
  async function keep(me: SignedIn, reference: string, does: Does): Promise<string | null> {
    const reached = await way.reach(me, reference, 'write')
    if (reached.kind !== 'open') return awayWords(words, reached)
    const { conversation } = reached.listed
    const outcome = await does(conversation, { id: me.staffId, name: me.name })
    const refused = RECORD_REFUSALS[outcome]
    return refused && words.staff(refused)
  }

  const accepting =
    (
      read: (body: unknown) => Read,
      does: (id: string, by: Worker, written: readonly Writing[], once: string) => Promise<WorkerOutcome>
    ): WrittenForm['accept'] =>
    async (me, reference, body) => {
      const form = read(body)
      if ('why' in form) return words.staff(form.why, { max: TEXT_MAX })
      return keep(me, reference, (id, by) => does(id, by, form.written, form.once))
    }

  const note: WrittenForm['accept'] = async (me, reference, body) => {
    const form = noteForm.safeParse(body)
    if (!form.success) return words.staff('refusedForm')
    const text = readText(form.data.written)
    if (text === '') return words.staff('noteEmpty')
    if (text.length > TEXT_MAX) return words.staff('recordLong', { max: TEXT_MAX })
    return keep(me, reference, (id, by) => conversations.note(id, by, text, form.data.once))
  }

  const record = conversations.record.bind(conversations)
  const close: Parameters<typeof accepting>[1] = (id, by, written, once) => conversations.close(id, by, once, written)
  const offered = (body: unknown) => readOffered(body, directory)
  const closing = (body: unknown) => readClosing(body, directory)
  const forms: readonly Pick<WrittenForm, 'name' | 'form' | 'next' | 'accept'>[] = [
    { name: 'note', form: 'note', next: toNotes, accept: note },
    { name: 'action', form: 'action', next: toRecord, accept: accepting(readAction, record) },
    { name: 'offered', form: 'offered', next: toRecord, accept: accepting(offered, record) },
    { name: 'outcome', form: 'closing', next: toQueue, accept: accepting(closing, record) },
    { name: 'close', form: 'closing', next: toQueue, accept: accepting(closing, close) }
  ]
  for (const form of forms) {
    writeRoute(app, deps, {
      ...form,
      field: 'written',
      unsaved: words.staff('recordUnsaved'),
      fault: 'a worker could not write something down'
    })
  }
}
