// The numbered words by which everything at a desk is known again.
import type { Message } from '../../../src/conversation/conversation.ts'
import type { Heard } from '../open-stream.ts'

/** At the desk, at a page or on a phone; and what a worker writes in Azure. */
export const WORD = /^word \d+ (of|by) /
export const OUTSIDE = /^outside \d+ by /

/** The words of one side as they are stored, each with its place. */
export const wordsOf = (messages: readonly Message[], from: Message['from']): Heard[] =>
  messages
    .filter(message => message.from === from && message.kind === 'said')
    .filter(({ text }) => WORD.test(text) || OUTSIDE.test(text))
    .map(({ seq, text }) => ({ seq, text }))
