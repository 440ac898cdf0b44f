// Words on their way to the gate: what it is asked about them, and by when they must have left.

import { SMS_VALID } from '../limits.ts'
import type { Change, Conversation, NewMessage } from './conversation.ts'
import { mustLeaveBy, type Recipient, refusal } from './gate.ts'
import { reachOf } from './reach.ts'

export const recipientOf = (found: Conversation, now: Date): Recipient => ({
  ...found,
  helpers: (found.handoverState?.view.helpers ?? []).map(({ id }) => id),
  reach: reachOf(found, now)
})

/** Whether the assistant may say this now. */
export const mayBeSaid = (message: NewMessage, to: Conversation, now: Date): boolean =>
  message.from === 'assistant' && refusal({ ...message, from: 'assistant' }, recipientOf(to, now), now) === null

/** What answers somebody who has just written must leave by this moment. */
export const notAfterReply = (now: Date): Date => new Date(now.getTime() + SMS_VALID)

/** By text words are pushed, and must have left by a moment; on the page they wait to be fetched. */
export const pushed = (to: Conversation, now: Date): Pick<Change, 'sendNotAfter'> =>
  to.channel === 'sms' ? { sendNotAfter: mustLeaveBy(recipientOf(to, now), now) } : {}
