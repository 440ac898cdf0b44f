// A fixed sentence of the assistant, as a message.
import type { Channel } from '../questions/answer.ts'
import type { MessageKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import type { MessageKind, NewMessage } from './conversation.ts'

/** A fixed sentence of the assistant. */
export const sentence = (
  words: Words,
  channel: Channel,
  kind: MessageKind,
  key: MessageKey,
  values: Record<string, string> = {}
): NewMessage => ({
  from: 'assistant',
  kind,
  key,
  text: words.on(channel, words.message(key, values, channel)),
  locale: words.locale
})
