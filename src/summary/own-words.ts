// The person's own words, in order and never tidied: section 8, and what the person reads back.
import type { Message } from '../conversation/conversation.ts'
import type { Reading } from '../conversation/ports.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Lines } from './line.ts'
import type { Summary } from './schema.ts'

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

/** What they said, in order. Words to a withheld question are left out; words to a masked one are never shown. */
export function saidIn(reading: Reading, lines: Lines, seal: (text: string) => string): Summary['verbatim']['said'] {
  return ownWordsIn(reading)
    .filter(({ questions }) => questions.every(question => lines.has(question)))
    .filter(({ questions }) => !questions.some(question => QUESTIONS[question].masked))
    .map(({ message, questions: [question] }) => ({
      at: message.at.toISOString(),
      question: question ?? null,
      asked: (question && lines.get(question)?.asked) ?? null,
      locale: message.locale,
      text: seal(message.text)
    }))
}
