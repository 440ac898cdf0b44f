// What is known, at this moment, about writing to somebody's phone: the facts the gate decides by.
import { currentFacts, mayWrite } from '../flow/step.ts'
import { SAFE_CONTACT_VALID } from '../limits.ts'
import type { Answer } from '../questions/answer.ts'
import { windowEnd } from './contact-window.ts'
import type { Conversation } from './conversation.ts'
import type { Reach } from './gate.ts'
import { whyNotContact } from './may-contact.ts'
import { isSameNumber } from './phone-number.ts'

type Known = Pick<Conversation, 'snapshot' | 'heardAt' | 'textsBlocked' | 'phone' | 'openedAt'>

interface Agreement {
  readonly times: Answer | undefined
  readonly expiresAt: Date
}

/**
 * What they agreed to about texts, while it holds; null when there is nothing. They must have named this very number: a text
 * that is safe on one phone may not be on another. It is counted from when the conversation opened, so never longer than it holds.
 */
export function agreementOf({ snapshot, phone, openedAt }: Known, now: Date): Agreement | null {
  const facts = currentFacts(snapshot)
  const { contactMethod, contactDetail, contactTimes } = facts.answers
  if (!phone || contactMethod !== 'text' || whyNotContact(facts, facts) !== null) return null
  if (!isSameNumber(String(contactDetail), phone)) return null
  const expiresAt = new Date(openedAt.getTime() + SAFE_CONTACT_VALID)
  return now < expiresAt ? { times: contactTimes, expiresAt } : null
}

/** The end of the time they agreed to, if it is that time now. */
function agreedUntil(known: Known, now: Date): Date | null {
  const agreement = agreementOf(known, now)
  const end = agreement && windowEnd(agreement.times, now)
  return agreement && end ? new Date(Math.min(end.getTime(), agreement.expiresAt.getTime())) : null
}

export const reachOf = (known: Known, now: Date): Reach => ({
  mayWrite: mayWrite(known.snapshot),
  heardAt: known.heardAt,
  blocked: known.textsBlocked,
  near: known.snapshot.memory.hushed ?? false,
  agreedUntil: agreedUntil(known, now)
})
