// By text one message brings one answer: what is said, and what is asked after it, ride in one text of at most two segments.
import { SMS_SEGMENTS_MAX } from '../limits.ts'
import type { Words } from '../wording/words.ts'
import type { NewMessage } from './conversation.ts'

/** What a text of several parts is, for the gate and for whoever reads it later: the question in it, else the card, else the first. */
function joined(one: NewMessage, other: NewMessage): NewMessage {
  const lead =
    [one, other].find(({ kind }) => kind === 'ask') ?? [one, other].find(({ kind }) => kind === 'card') ?? one
  const key = one.key ?? other.key
  return { ...lead, text: `${one.text} ${other.text}`, ...(key ? { key } : {}) }
}

/** Puts together what fits. What does not stands in a second text: nothing is cut, and nothing that was to be said is left out. */
export function asOneText(messages: readonly NewMessage[], words: Words): NewMessage[] {
  const texts: NewMessage[] = []
  for (const message of messages) {
    const before = texts.at(-1)
    const both = before && joined(before, message)
    if (both && words.segments(both.text) <= SMS_SEGMENTS_MAX) texts[texts.length - 1] = both
    else texts.push(message)
  }
  return texts
}
