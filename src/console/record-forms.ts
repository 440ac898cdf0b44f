// What the forms of the record say, read into what is written down. Returns the words of a refusal where it cannot be.
import { z } from 'zod'
import { CAME_OF_IT, OUTCOMES, type Writing } from '../conversation/recorded.ts'
import { TEXT_MAX } from '../limits.ts'
import type { Directory } from '../triage/directory/directory.ts'
import type { StaffKey } from '../wording/keys.ts'
import { onceForm } from './act-routes.ts'
import { RECORDABLE } from './action-form.tsx'
import { SERVICE, WAS } from './offered.tsx'
import { readText } from './typed-text.ts'

export type Read = { readonly once: string; readonly written: readonly Writing[] } | { readonly why: StaffKey }

const refused: Read = { why: 'refusedForm' }
const isLong = (...texts: readonly string[]): boolean => texts.some(text => text.length > TEXT_MAX)

const choice = z.enum(CAME_OF_IT)
/** The choices that differ from what stood when the form was made: what somebody else recorded stays theirs. */
function servicesIn(body: object, directory: Directory): Writing[] | null {
  const written: Writing[] = []
  for (const [name, value] of Object.entries(body)) {
    if (!name.startsWith(SERVICE)) continue
    const service = name.slice(SERVICE.length)
    const cameOfIt = choice.safeParse(value)
    if (!cameOfIt.success || !directory.get(service)) return null
    if (cameOfIt.data === new Map(Object.entries(body)).get(`${WAS}${service}`)) continue
    written.push({ kind: 'service', service, cameOfIt: cameOfIt.data })
  }
  return written
}

const closingForm = onceForm.extend({
  outcome: z.enum(OUTCOMES).optional(),
  written: z.string().default(''),
  because: z.string().default('')
})
export function readClosing(body: unknown, directory: Directory): Read {
  const form = closingForm.safeParse(body)
  if (!form.success) return refused
  const { once, outcome } = form.data
  const services = servicesIn(body as object, directory)
  if (!services) return refused
  if (!outcome) return { why: 'outcomeNotChosen' }
  const [text, because] = [readText(form.data.written), readText(form.data.because)]
  if (isLong(text, because)) return { why: 'recordLong' }
  const done: Writing[] = text === '' ? [] : [{ kind: 'action', action: 'done', text }]
  return { once, written: [...services, ...done, { kind: 'outcome', outcome, closedBecause: because || null }] }
}

export function readOffered(body: unknown, directory: Directory): Read {
  const form = onceForm.safeParse(body)
  const written = form.success ? servicesIn(body as object, directory) : null
  if (!form.success || !written) return refused
  return written.length > 0 ? { once: form.data.once, written } : { why: 'offeredUnchanged' }
}

const actionForm = onceForm.extend({
  kind: z.enum(RECORDABLE),
  written: z.string(),
  approvedBy: z.string().default('')
})
export function readAction(body: unknown): Read {
  const form = actionForm.safeParse(body)
  if (!form.success) return refused
  const { once, kind } = form.data
  const [text, approvedBy] = [readText(form.data.written), readText(form.data.approvedBy)]
  if (text === '') return { why: 'actionEmpty' }
  if (isLong(text, approvedBy)) return { why: 'recordLong' }
  if (kind !== 'withoutConsent') return { once, written: [{ kind: 'action', action: kind, text }] }
  if (approvedBy === '') return { why: 'actionUnapproved' }
  return { once, written: [{ kind: 'withoutConsent', reason: text, approvedBy }] }
}
