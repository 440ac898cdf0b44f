// What the person keeps from the worker: their own decision, line by line, and the words that belong to such a line.
import type { Message } from '../conversation/conversation.ts'
import type { Reading } from '../conversation/ports.ts'
import type { QuestionId } from '../questions/catalogue.ts'

/** The questions withheld now: the latest decision about each one counts. */
export function withheldIn({ withheld }: Reading): ReadonlySet<QuestionId> {
  const latest = new Map(withheld.map(decision => [decision.question, decision.withheld]))
  return new Set([...latest].filter(([, isWithheld]) => isWithheld).map(([question]) => question))
}

/** A person's own words, and the questions they may have been written to; the likeliest first. */
export interface OwnWords {
  readonly message: Message
  readonly questions: readonly QuestionId[]
}

/**
 * Everything the person said in their own words, oldest first. By SMS words do not name a question: the answer log
 * knows it, so words are tied to every question that recorded exactly them.
 */
export function ownWordsIn({ messages, answers }: Reading): OwnWords[] {
  return messages
    .filter(message => message.from === 'person' && message.kind === 'said')
    .map(message => {
      if (message.question) return { message, questions: [message.question] }
      const distance = (at: string) => Math.abs(message.at.getTime() - Date.parse(at))
      const recorded = answers
        .filter(record => record.verbatim === message.text)
        .toSorted((a, b) => distance(a.at) - distance(b.at))
      return { message, questions: [...new Set(recorded.map(record => record.question))] }
    })
}
