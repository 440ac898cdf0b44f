// The words of a person that a worker must not have to look for: the last before they went, and those that were not understood.
import type { Message } from '../conversation/conversation.ts'
import type { Reading } from '../conversation/ports.ts'
import { LAST_WORDS_SHOWN, UNREAD_WORDS_SHOWN } from '../limits.ts'
import { visibleMessages } from './visible-messages.ts'

const isTheirs = ({ from }: Message): boolean => from === 'person'

/** The last that they wrote or pressed, and their own words before it, oldest first. */
export function lastWords(reading: Reading): Message[] {
  const theirs = visibleMessages(reading).filter(isTheirs)
  return theirs.filter(({ kind, seq }) => kind === 'said' || seq === theirs.at(-1)?.seq).slice(-LAST_WORDS_SHOWN)
}

/**
 * Their words since the last that was understood, oldest first; none where the last was understood, or where a worker has spoken with
 * them since. What was only heard among them stands there too: nothing else was made of it.
 */
export function unreadWords(reading: Reading): Message[] {
  if (reading.conversation.snapshot.memory.misses === 0) return []
  const messages = visibleMessages(reading)
  const isEnd = ({ from, kind }: Message) => from === 'worker' || (from === 'person' && kind !== 'said')
  const end = messages.findLastIndex(isEnd)
  if (messages[end]?.from === 'worker') return []
  return messages
    .slice(end + 1)
    .filter(isTheirs)
    .slice(-UNREAD_WORDS_SHOWN)
}
