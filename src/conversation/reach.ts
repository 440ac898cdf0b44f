// What is known, at this moment, about writing to somebody's phone: the facts the gate decides by.
import { currentFacts, mayWrite } from '../flow/step.ts'
import { SAFE_CONTACT_VALID } from '../limits.ts'
import { windowEnd } from './contact-window.ts'
import type { Conversation } from './conversation.ts'
import type { Reach } from './gate.ts'
import { whyNotContact } from './may-contact.ts'
import { isSameNumber } from './phone-number.ts'

type Known = Pick<Conversation, 'snapshot' | 'heardAt' | 'textsBlocked' | 'phone' | 'openedAt'>

/**
 * The end of the time they agreed to, if it is that time now. They must have named this very number: a text that is safe on
 * one phone may not be on another. An agreement is counted from when the conversation opened, so never longer than it holds.
 */
function agreedUntil({ snapshot, phone, openedAt }: Known, now: Date): Date | null {
  const facts = currentFacts(snapshot)
  const { contactMethod, contactDetail, contactTimes } = facts.answers
  if (!phone || contactMethod !== 'text' || whyNotContact(facts, facts) !== null) return null
  if (!isSameNumber(String(contactDetail), phone)) return null
  const expiresAt = openedAt.getTime() + SAFE_CONTACT_VALID
  const end = windowEnd(contactTimes, now)
  return end && now.getTime() < expiresAt ? new Date(Math.min(end.getTime(), expiresAt)) : null
}

export const reachOf = (known: Known, now: Date): Reach => ({
  mayWrite: mayWrite(known.snapshot),
  heardAt: known.heardAt,
  blocked: known.textsBlocked,
  agreedUntil: agreedUntil(known, now)
})
