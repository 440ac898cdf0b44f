import type { Message } from '../conversation/conversation.ts'
import { MASK } from '../conversation/person-says.ts'
import type { Reading } from '../conversation/ports.ts'
import { QUESTIONS } from '../questions/catalogue.ts'
import { ownWordsIn } from '../summary/own-words.ts'
import { sealing, secretsIn } from '../summary/seal.ts'
import { withheldIn } from '../summary/withheld.ts'

/**
 * The messages a worker may see. What the person keeps from them is not there, and numbers are hidden
 * wherever they were repeated; only what was said to a worker in the chat itself is shown as it was said.
 */
export function visibleMessages(reading: Reading): Message[] {
  const withheld = withheldIn(reading)
  const seal = sealing(secretsIn(reading))
  const keptBack = new Set(
    ownWordsIn(reading)
      .filter(({ questions }) => questions.some(question => withheld.has(question)))
      .map(({ message }) => message.seq)
  )
  const joinedAt = reading.messages.find(message => message.key === 'workerJoined')?.seq ?? Number.POSITIVE_INFINITY
  return reading.messages
    .filter(({ seq, question }) => !keptBack.has(seq) && !(question && withheld.has(question)))
    .map(message => {
      if (message.from !== 'person') return message
      if (message.question && QUESTIONS[message.question].masked) return { ...message, text: MASK }
      return message.seq > joinedAt ? message : { ...message, text: seal(message.text) }
    })
}
