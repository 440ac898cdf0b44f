// The person's side of a turn as everybody sees it: their bubble in the conversation.
import type { EarAnswer } from '../flow/check.ts'
import type { FlowEvent } from '../flow/events.ts'
import type { Place } from '../flow/step.ts'
import type { Answer, Channel } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Perspective } from '../questions/perspective.ts'
import type { Words } from '../wording/words.ts'
import { isPictureOnly } from './by-text.ts'
import type { NewMessage } from './conversation.ts'
import { earForm } from './ear-question.ts'
import type { PersonEvent } from './person-event.ts'

/** Shown in place of a number or a safe word, on every screen and in every transcript. */
export const MASK = '••••'

/** One thing a person did, and how it was read. */
export interface Spoken {
  readonly event: PersonEvent
  /** What it was to the flow. */
  readonly main: FlowEvent
  /** Where they stood. */
  readonly place: Place
  readonly about: Perspective
  readonly words: Words
  readonly channel: Channel
  readonly short: boolean
  readonly young: boolean
  /** False when it was refused: a late answer, one that is no option. */
  readonly accepted: boolean
}

const labelOf = (question: QuestionId, value: Answer, { words, about }: Spoken): string => {
  if (QUESTIONS[question].kind === 'text') return QUESTIONS[question].masked ? MASK : String(value)
  return [value]
    .flat()
    .map(option => words.option(question, option, about))
    .join(', ')
}

const bubble = (words: Words, kind: 'said' | 'answer', text: string, question?: QuestionId): NewMessage => ({
  from: 'person',
  kind,
  text,
  locale: words.locale,
  ...(question ? { question } : {})
})

const earLabel = (said: EarAnswer, { words, about, channel, short, young }: Spoken): string => {
  const { options } = earForm({ channel, about, short, young })
  return words.check(options.find(option => option.said === said)?.label ?? 'earNeither', {}, about)
}

/** What the person is shown to have said. A choice that was not taken is not shown; words never disappear. */
export function personSays(spoken: Spoken): NewMessage[] {
  const { event, words, accepted } = spoken
  if (isPictureOnly(event)) return [bubble(words, 'said', words.page('pictureSent'))]
  if (event.type === 'typed') return [typedBubble(event, spoken)]
  if (event.type === 'person') return [bubble(words, 'answer', words.page('person'))]
  if (event.type === 'ear') return accepted ? [bubble(words, 'answer', earLabel(event.said, spoken))] : []
  if (event.type === 'confirm') return accepted ? [bubble(words, 'answer', words.check(event.yes ? 'yes' : 'no'))] : []
  if (event.type === 'skip') return accepted ? [bubble(words, 'answer', words.page('skipped'), event.question)] : []
  if (event.type !== 'answer') return []
  const isText = QUESTIONS[event.question].kind === 'text'
  const choice = labelOf(event.question, event.value, spoken)
  const own = event.words ? [bubble(words, 'said', event.words, event.question)] : []
  if (accepted) return [bubble(words, isText ? 'said' : 'answer', choice, event.question), ...own]
  return isText ? [bubble(words, 'said', choice, event.question)] : own
}

/** What could have been pressed: typed, it stands as an answer. */
const PRESSED: readonly FlowEvent['type'][] = [
  'PERSON',
  'EMERGENCY',
  'BACK',
  'GO_ON',
  'REPEAT',
  'CONFIRM',
  'DENY',
  'EAR',
  'READ',
  'LEAVE'
]

function typedBubble(event: Extract<PersonEvent, { type: 'typed' }>, { main, words }: Spoken): NewMessage {
  if (main.type === 'ANSWER') {
    const { masked, kind } = QUESTIONS[main.question]
    return bubble(words, kind === 'text' ? 'said' : 'answer', masked ? MASK : event.text, main.question)
  }
  if (main.type === 'SKIP') return bubble(words, 'answer', event.text, main.question)
  const isOwn = !PRESSED.includes(main.type)
  return bubble(words, isOwn ? 'said' : 'answer', event.text, event.question)
}
