// What the person reads before it is handed over: their own words in their own language. No band and no flags ever come here.
import { MASK } from '../conversation/person-says.ts'
import type { Reading } from '../conversation/ports.ts'
import { type Answer, type AnswerRecord, SKIP } from '../questions/answer.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Facts } from '../questions/condition.ts'
import { type Perspective, perspectiveOf } from '../questions/perspective.ts'
import type { Words } from '../wording/words.ts'
import { ownWordsIn } from './own-words.ts'
import { sealing, secretsIn } from './seal.ts'
import { mayKnowIn, withheldIn } from './withheld.ts'

export interface ToldLine {
  readonly question: QuestionId
  /** The question as it was put to them. */
  readonly text: string
  /** What counts now; null when nothing does: only words, or answers from before. */
  readonly answer: string | null
  readonly ownWords: readonly string[]
  /** What they answered before: a worker sees that it was changed, so they should know. */
  readonly earlier: readonly string[]
  readonly withheld: boolean
}

export interface Told {
  readonly lines: readonly ToldLine[]
  /** Words they wrote to no question. */
  readonly ownWords: readonly string[]
  /** They agreed that a worker learns that something is kept back. */
  readonly mayKnow: boolean
}

type InWords = (question: QuestionId, value: Answer) => string

const inWordsOf =
  (words: Words, about: Perspective, seal: (text: string) => string): InWords =>
  (question, value) => {
    const { kind, masked } = QUESTIONS[question]
    if (kind === 'text' && value !== SKIP) return masked ? MASK : seal(String(value))
    return [value]
      .flat()
      .map(option => words.option(question, option, about))
      .join(', ')
  }

/** The questions on their path first, in its order; then those they said something to that are no longer on it. */
function orderOf(facts: Facts, answers: readonly AnswerRecord[]): QuestionId[] {
  const onPath = Object.keys(facts.answers) as QuestionId[]
  const spoken = new Set(answers.map(record => record.question))
  return [...onPath, ...QUESTION_IDS.filter(question => spoken.has(question) && !onPath.includes(question))]
}

/** Everything that will be handed over, in the person's locale, with what they keep back marked. */
export function told(reading: Reading, facts: Facts, words: Words): Told {
  const withheld = withheldIn(reading)
  const seal = sealing(secretsIn(reading))
  const about = perspectiveOf(facts.answers)
  const inWords = inWordsOf(words, about, seal)
  const said = ownWordsIn(reading)
  const lines = orderOf(facts, reading.answers).map((question): ToldLine => {
    const inForce = facts.answers[question]
    const answer = inForce === undefined ? null : inWords(question, inForce)
    const records = reading.answers.filter(record => record.question === question)
    const spoken = said.filter(own => own.questions[0] === question).map(own => own.message.text)
    const written = records.flatMap(({ verbatim }) => (verbatim === null ? [] : [verbatim]))
    const own = QUESTIONS[question].masked ? [] : [...new Set([...written, ...spoken].map(seal))]
    const values = records.flatMap(({ value }) => (value === null ? [] : [inWords(question, value)]))
    return {
      question,
      text: words.question(question, reading.conversation.channel, about).text,
      answer,
      ownWords: own.filter(text => text !== answer),
      earlier: [...new Set(values)].filter(value => value !== answer),
      withheld: withheld.has(question)
    }
  })
  const loose = said.filter(own => own.questions.length === 0).map(own => seal(own.message.text))
  return { lines, ownWords: loose, mayKnow: mayKnowIn(reading) }
}
