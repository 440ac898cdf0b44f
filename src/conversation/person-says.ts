// The person's side of a turn: their bubble in the conversation, and the line in the answer log with its provenance.
import type { FlowEvent } from '../flow/events.ts'
import type { Place } from '../flow/step.ts'
import type { Answer, AnswerRecord } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Words } from '../wording/words.ts'
import type { Conversation, NewMessage } from './conversation.ts'
import type { PersonEvent } from './person-event.ts'

/** Shown in place of a number or a safe word, on every screen and in every transcript. */
export const MASK = '••••'

const labelOf = (question: QuestionId, value: Answer, words: Words): string => {
  if (QUESTIONS[question].kind === 'text') return QUESTIONS[question].masked ? MASK : String(value)
  return [value]
    .flat()
    .map(option => words.option(question, option))
    .join(', ')
}

const bubble = (words: Words, kind: 'said' | 'answer', text: string, question?: QuestionId): NewMessage => ({
  from: 'person',
  kind,
  text,
  locale: words.locale,
  ...(question ? { question } : {})
})

/** What the person is shown to have said. A choice that was not taken is not shown; words never disappear. */
export function personSays(event: PersonEvent, read: FlowEvent, words: Words, accepted: boolean): NewMessage[] {
  if (event.type === 'typed') return [typedBubble(event, read, words)]
  if (event.type === 'person') return [bubble(words, 'answer', words.page('person'))]
  if (event.type === 'skip') return accepted ? [bubble(words, 'answer', words.page('skipped'), event.question)] : []
  if (event.type !== 'answer') return []
  const isText = QUESTIONS[event.question].kind === 'text'
  const choice = labelOf(event.question, event.value, words)
  const own = event.words ? [bubble(words, 'said', event.words, event.question)] : []
  if (accepted) return [bubble(words, isText ? 'said' : 'answer', choice, event.question), ...own]
  return isText ? [bubble(words, 'said', choice, event.question)] : own
}

function typedBubble(event: Extract<PersonEvent, { type: 'typed' }>, read: FlowEvent, words: Words): NewMessage {
  if (read.type === 'ANSWER') {
    const masked = QUESTIONS[read.question].masked
    const kind = QUESTIONS[read.question].kind === 'text' ? 'said' : 'answer'
    return bubble(words, kind, masked ? MASK : event.text, read.question)
  }
  if (read.type === 'SKIP') return bubble(words, 'answer', event.text, read.question)
  return bubble(words, read.type === 'WORDS' ? 'said' : 'answer', event.text, event.question)
}

interface Line {
  readonly question: QuestionId
  readonly value: Answer | null
  readonly verbatim: string | null
}

const provenance = (line: Line, { channel }: Conversation, words: Words, now: Date): AnswerRecord => ({
  ...line,
  wordingVersion: words.question(line.question, channel).version,
  locale: words.locale,
  source: 'self',
  channel,
  at: now.toISOString(),
  confirmed: line.value !== null
})

/** The answer log's line for an answer that was taken; null when none was. */
export function recordOf(
  event: PersonEvent,
  read: FlowEvent,
  conversation: Conversation,
  place: Place,
  words: Words,
  accepted: boolean,
  now: Date
): AnswerRecord | null {
  if (!accepted || place.kind !== 'question') return null
  if (read.type === 'SKIP') {
    return provenance({ question: read.question, value: 'skip', verbatim: null }, conversation, words, now)
  }
  if (read.type !== 'ANSWER' || read.value === 'tellMeMore') return null
  const typed = event.type === 'typed' ? event.text : event.type === 'answer' ? (event.words ?? null) : null
  const verbatim =
    QUESTIONS[read.question].kind === 'text' && !QUESTIONS[read.question].masked ? String(read.value) : typed
  const own = QUESTIONS[read.question].masked ? null : verbatim
  return provenance({ question: read.question, value: read.value, verbatim: own }, conversation, words, now)
}

/** Own words at a question with options: kept beside it, unconfirmed, and the question stays open. */
export function keptWords(
  event: PersonEvent,
  read: FlowEvent,
  conversation: Conversation,
  place: Place,
  words: Words,
  now: Date
): AnswerRecord[] {
  const text = event.type === 'typed' ? event.text : event.type === 'answer' ? event.words : undefined
  const question = 'question' in event ? event.question : place.kind === 'question' ? place.question : undefined
  const asked = question ?? (place.kind === 'question' ? place.question : undefined)
  const isOwn = read.type === 'WORDS' || event.type === 'answer'
  if (!text || !asked || !isOwn || QUESTIONS[asked].masked) return []
  return [provenance({ question: asked, value: null, verbatim: text }, conversation, words, now)]
}
