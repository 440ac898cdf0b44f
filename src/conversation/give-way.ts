// By text one message brings one answer, of two segments: what can wait gives way to what cannot. Own-words specification, section 3.
import { SMS_SEGMENTS_MAX } from '../limits.ts'
import type { Topic } from '../questions/topic.ts'
import type { Words } from '../wording/words.ts'
import type { NewMessage } from './conversation.ts'

/** What gives way, the first first. A topic is answered with a later message; null: it is only left out. */
export type Yielding = ReadonlyMap<NewMessage, Topic | null>

interface Fitting {
  readonly messages: readonly NewMessage[]
  /** What they asked, and what did not fit now. */
  readonly later: readonly Topic[]
}

const fits = (messages: readonly NewMessage[], words: Words): boolean =>
  words.segments(messages.map(({ text }) => text).join(' ')) <= SMS_SEGMENTS_MAX

export function givingWay(messages: readonly NewMessage[], yielding: Yielding, words: Words): Fitting {
  let kept = messages
  const later: Topic[] = []
  for (const [message, topic] of yielding) {
    if (fits(kept, words)) break
    kept = kept.filter(each => each !== message)
    if (topic !== null) later.push(topic)
  }
  return { messages: kept, later }
}
