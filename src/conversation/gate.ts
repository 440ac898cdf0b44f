// The one gate: every word that goes to a person passes here, whoever speaks. Laws 2 and 3 stand in this file and nowhere else.
import type { Channel } from '../questions/answer.ts'
import type { MessageKind, Owner, Speaker, Status } from './conversation.ts'
import { isUnsafe, type Returns } from './returns.ts'

export interface Outgoing {
  readonly from: Exclude<Speaker, 'person'>
  readonly kind: MessageKind
  /** The worker who speaks. */
  readonly workerId?: string
  /** A pushed message must not leave after this; null for what waits to be fetched. */
  readonly notAfter: Date | null
}

export interface Recipient {
  readonly channel: Channel
  readonly owner: Owner
  readonly status: Status
  readonly returns: Returns
}

export type Refusal = 'left' | 'unsafe' | 'closed' | 'late' | 'notYours' | 'workerSpeaks'

/**
 * Whether words that were already accepted may still leave: checked again at the moment of sending. Somebody who has left
 * hears nothing; what is late is not said; what was said before a worker closed the conversation still arrives. Where somebody
 * else may have the phone, nobody hears anything.
 */
export function silenced(notAfter: Date | null, to: Pick<Recipient, 'status' | 'returns'>, now: Date): Refusal | null {
  if (to.status === 'left') return 'left'
  if (isUnsafe(to.returns)) return 'unsafe'
  return notAfter && now > notAfter ? 'late' : null
}

/** Whether these words may go to this person now; null means yes, otherwise why not. */
export function refusal(words: Outgoing, to: Recipient, now: Date): Refusal | null {
  const silence = silenced(words.notAfter, to, now)
  if (silence) return silence
  if (to.status === 'closed') return 'closed'
  if (words.from === 'worker') {
    return to.owner.kind === 'worker' && to.owner.id === words.workerId ? null : 'notYours'
  }
  // While a worker has the conversation the assistant is silent. Two things only may pass: the emergency card the person
  // has just asked for, and the line that says who is there.
  if (to.owner.kind === 'worker' && words.kind !== 'card' && words.kind !== 'status') return 'workerSpeaks'
  return null
}
