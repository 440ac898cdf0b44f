// A text that was kept is taken up: whose it is, what it is, and then the one road like any other message.
import type { TextIn } from '../../conversation/ports.ts'
import type { SmsDeps } from './deps.ts'

/** Takes up one text. Throws when it could not be handled: it is tried again, and what was done is known by its id. */
export async function takeUp(
  text: TextIn,
  { conversations, hub }: Pick<SmsDeps, 'conversations' | 'hub'>
): Promise<void> {
  const { record, peer, answered } = text
  // The carrier has said its own words to these. STOP ends a conversation, in silence; START begins none.
  if (answered === 'START') return
  if (answered === 'STOP') {
    const open = await conversations.ofPhone(peer)
    if (open !== null) await hub.turn('sms', { conversation: open, messageId: record, event: { type: 'leave' } })
    return
  }
  const found = await conversations.byPhone({ peer, phone: text.from, text: text.text, messageId: record })
  if (found.event === null) return
  const event = found.event ?? { type: 'typed', text: text.text, at: text.at, picture: text.picture }
  const received = await hub.turn('sms', { conversation: found.conversation, messageId: record, event })
  // Ended or gone in the meantime: whoever writes now begins anew.
  if (received.kind === 'gone' || (received.kind === 'done' && received.wasOver)) {
    throw new Error('the conversation of a text ended before it was taken up')
  }
}
