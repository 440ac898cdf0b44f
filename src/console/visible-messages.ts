import type { Message } from '../conversation/conversation.ts'
import type { Reading } from '../conversation/ports.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'

/** Questions whose line the person keeps from the worker. The last decision about a question counts. */
export function withheldQuestions({ withheld }: Pick<Reading, 'withheld'>): ReadonlySet<QuestionId> {
  const latest = new Map(withheld.map(line => [line.question, line.withheld]))
  return new Set([...latest].flatMap(([question, isWithheld]) => (isWithheld ? [question] : [])))
}

/** A message as a worker may see it; `hidden`: something was given, and is not shown here (a number, a safe word). */
export interface VisibleMessage extends Message {
  readonly hidden: boolean
}

/** The messages a worker may see: nothing the person keeps from them, and nothing masked in the clear. */
export function visibleMessages(reading: Pick<Reading, 'messages' | 'withheld'>): VisibleMessage[] {
  const kept = withheldQuestions(reading)
  return reading.messages
    .filter(({ question }) => question === undefined || !kept.has(question))
    .map(message => {
      const { from, question } = message
      const hidden = from === 'person' && question !== undefined && QUESTIONS[question].masked
      return hidden ? { ...message, text: '', hidden } : { ...message, hidden }
    })
}
