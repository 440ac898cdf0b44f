// The answer log's lines of a turn: what was said, by whom, in answer to which words. Lines are only ever added.
import type { FlowEvent } from '../flow/events.ts'
import type { Answer, AnswerRecord, Source } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Perspective } from '../questions/perspective.ts'
import type { Spoken } from './person-says.ts'

export interface Recorded extends Spoken {
  readonly now: Date
}

interface Line {
  readonly question: QuestionId
  readonly value: Answer | null
  readonly verbatim: string | null
  /** False for words nobody has confirmed the meaning of. */
  readonly confirmed: boolean
}

/** A friend answers some questions about themselves, and the others second-hand. Domain guide, section 4. */
const SECOND_HAND = ['risk.', 'situation.', 'household.', 'needs.', 'person.']

const sourceOf = (question: QuestionId, about: Perspective): Source => {
  if (about === 'professional') return 'professional'
  const { field } = QUESTIONS[question]
  return about === 'friend' && SECOND_HAND.some(beginning => field.startsWith(beginning)) ? 'other' : 'self'
}

const provenance = (line: Line, { words, channel, about, now }: Recorded): AnswerRecord => ({
  ...line,
  wordingVersion: words.question(line.question, channel, about).version,
  locale: words.locale,
  source: sourceOf(line.question, about),
  channel,
  at: now.toISOString()
})

/** What they wrote with their own hand in this turn; null where they only chose. */
const wrote = ({ event }: Recorded): string | null =>
  event.type === 'typed' ? event.text : event.type === 'answer' ? (event.words ?? null) : null

/** The lines this turn adds to the answer log. */
export function recordsOf(spoken: Recorded): AnswerRecord[] {
  const line = answered(spoken) ?? keptWords(spoken)
  return line ? [provenance(line, spoken)] : []
}

/** The line of an answer that was taken; undefined when none was. */
function answered(spoken: Recorded): Line | undefined {
  const { main, place, accepted } = spoken
  if (!accepted) return undefined
  // Taken as a yes without having been asked: the worker sees the words, and that nobody has confirmed them.
  if (main.type === 'DANGER' || (main.type === 'LIFE' && main.danger)) {
    return { question: 'dangerNow', value: 'yes', verbatim: wrote(spoken), confirmed: false }
  }
  if (main.type === 'CONFIRM' && place.kind === 'check' && place.check.kind === 'meant') {
    return { question: place.check.question, value: place.check.value, verbatim: null, confirmed: true }
  }
  const isMeant = place.kind === 'check' && place.check.kind === 'meant'
  if (place.kind !== 'question' && !isMeant) return undefined
  if (main.type === 'SKIP') return { question: main.question, value: 'skip', verbatim: null, confirmed: true }
  if (main.type !== 'ANSWER' || main.value === 'tellMeMore') return undefined
  const { kind, masked } = QUESTIONS[main.question]
  const verbatim = kind === 'text' ? String(main.value) : wrote(spoken)
  return { question: main.question, value: main.value, verbatim: masked ? null : verbatim, confirmed: true }
}

/** What is read of words that answer nothing. */
const OWN_WORDS: readonly FlowEvent['type'][] = [
  'WORDS',
  'HEARD',
  'REPEAT',
  'ASKS',
  'LIFE',
  'NEAR',
  'HANDS',
  'MAY_HURT',
  'AGAIN'
]

/** Own words at a question with options: kept beside it, unconfirmed, and the question stays open. */
function keptWords(spoken: Recorded): Line | undefined {
  const { event, main, place } = spoken
  const text = wrote(spoken)
  const open = place.kind === 'question' ? place.question : undefined
  const asked = ('question' in event ? event.question : undefined) ?? open
  const isOwn = OWN_WORDS.includes(main.type) || event.type === 'answer'
  if (!text || !asked || !isOwn || QUESTIONS[asked].masked) return undefined
  return { question: asked, value: null, verbatim: text, confirmed: false }
}
