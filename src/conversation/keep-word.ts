// A secret word on its way into the conversation: from here on there is only its hash.
import type { FlowEvent } from '../flow/events.ts'
import { currentAnswers, type Place, type Snapshot } from '../flow/step.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { Words } from '../wording/words.ts'
import type { Change, Conversation } from './conversation.ts'
import { MASK } from './person-says.ts'
import { prompt } from './prompts.ts'
import { hashWord, isSameWord, isSecret, OTHER_WORD } from './secret-word.ts'
import { sentence } from './sentence.ts'

/**
 * The event as everything after this may know it: of a secret word only its hash. `sameWord`: it is the other word, so
 * nothing is kept. One word that opens the conversation and warns the worker at once would do neither.
 */
export async function hashSecret(
  event: FlowEvent,
  place: Place,
  snapshot: Snapshot
): Promise<FlowEvent | { readonly sameWord: QuestionId }> {
  if (event.type !== 'ANSWER' || !isSecret(event.question)) return event
  const word = String(event.value)
  const isOpen = place.kind === 'question' && place.question === event.question
  if (isOpen && (await isSameWord(word, currentAnswers(snapshot)[OTHER_WORD[event.question]]))) {
    return { sameWord: event.question }
  }
  return { ...event, value: await hashWord(word) }
}

/** The two words were the same: said plainly, and the question stays open. It is open, so no worker is speaking. */
export const refuseSameWord = (question: QuestionId, { channel, owner }: Conversation, words: Words): Change => ({
  messages: [
    { from: 'person', kind: 'said', text: MASK, locale: words.locale, question },
    sentence(words, channel, 'note', 'sameWord'),
    prompt(words, question, channel)
  ],
  announce: owner.kind !== 'assistant'
})
