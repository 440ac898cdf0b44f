// What the forms of a call-back say, read into what is to be done. Returns the words of a refusal where it cannot be.
import { z } from 'zod'
import type { CallBackDeed } from '../conversation/call-back.ts'
import { ATTEMPTS, OUTCOMES, type Writing } from '../conversation/recorded.ts'
import type { Worker } from '../conversation/worker-turn.ts'
import { TEXT_MAX } from '../limits.ts'
import type { Listed } from '../store/desk-list.ts'
import type { StaffKey } from '../wording/keys.ts'
import { onceForm } from './act-routes.ts'
import { readText } from './typed-text.ts'

export type Read = { readonly once: string; readonly deed: CallBackDeed } | { readonly why: StaffKey }

const writtenForm = onceForm.extend({ written: z.string().default('') })
const isLong = (...texts: readonly string[]): boolean => texts.some(text => text.length > TEXT_MAX)

const beginForm = writtenForm.extend({ override: z.literal('yes').optional() })
export function readBegin(body: unknown, by: Worker): Read {
  const form = beginForm.safeParse(body)
  if (!form.success) return { why: 'refusedForm' }
  const { once, override, written } = form.data
  const text = readText(written)
  if (isLong(text)) return { why: 'recordLong' }
  return { once, deed: { type: 'begin', by, override: override ? text || null : null } }
}

const attemptForm = writtenForm.extend({
  result: z.enum(ATTEMPTS).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  because: z.string().default('')
})
export function readAttempt(body: unknown, by: Worker, caller: Listed['caller']): Read {
  const form = attemptForm.safeParse(body)
  if (!form.success) return { why: 'refusedForm' }
  const { once, result, outcome } = form.data
  const [text, because] = [readText(form.data.written), readText(form.data.because)]
  if (!result) return { why: 'attemptNotChosen' }
  if (isLong(text, because)) return { why: 'recordLong' }
  if (result === 'reached' && !outcome) return { why: 'outcomeNotChosen' }
  const since = caller?.isOn && caller.id === by.id ? caller.since : null
  const came: Writing[] =
    result === 'reached' && outcome ? [{ kind: 'outcome', outcome, closedBecause: because || null }] : []
  return { once, deed: { type: 'attempt', by, result, text: text || null, since, outcome: came } }
}

export function readEnd(body: unknown, by: Worker): Read {
  const form = writtenForm.safeParse(body)
  if (!form.success) return { why: 'refusedForm' }
  const text = readText(form.data.written)
  return isLong(text)
    ? { why: 'recordLong' }
    : { once: form.data.once, deed: { type: 'giveUp', by, text: text || null } }
}
