// What a worker has to know before they write by text. The gate is asked, as it will be when they send: there is no second rule.
import type { Conversation, Delivery } from './conversation.ts'
import { liveUntil, type Refusal, refusal } from './gate.ts'
import type { Reading } from './ports.ts'
import { recipientOf } from './pushed.ts'
import { agreementOf } from './reach.ts'

export interface MayText {
  /** Why a text of theirs would not go now; null when it would. */
  readonly why: Refusal | null
  /** Until when it may go, or might have gone, if the person does not write again. */
  readonly until: Date
  /** They agreed to times when texts may come to this number. */
  readonly hasAgreed: boolean
}

/** Whether a worker's text would go to this person now, once the conversation is that worker's. */
export function mayText(found: Conversation, worker: string, now: Date): MayText {
  const to = recipientOf({ ...found, owner: { kind: 'worker', id: worker, name: '' } }, now)
  return {
    why: refusal({ from: 'worker', kind: 'said', workerId: worker }, to, now),
    until: liveUntil(to.reach),
    hasAgreed: agreementOf(found, now) !== null
  }
}

/** A text that has not come to their phone, and will not. */
export const neverArrives = (delivery: Delivery | undefined): boolean =>
  delivery === 'failed' || delivery === 'withheld' || delivery === 'unsent'

/** Whether the person can know of the worker who is with them: they were told so, or have words of theirs. */
export function knowsOfWorker({
  conversation: { owner },
  messages
}: Pick<Reading, 'conversation' | 'messages'>): boolean {
  if (owner.kind !== 'worker') return false
  const since = messages.slice(messages.findLastIndex(message => message.key === 'workerLeft') + 1)
  return since.some(({ by, delivery }) => by === owner.name && !neverArrives(delivery))
}
