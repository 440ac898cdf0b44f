// The answers of an invented person, as the address of a page holds them: ids of questions and options, nothing else.
import type { Answer, Answers } from '../questions/answer.ts'
import { SKIP } from '../questions/answer.ts'
import { isQuestion, QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Words } from '../wording/words.ts'

/** In the address it stands for whatever somebody would write. */
export const WRITTEN = 'written'

export type Given = readonly (readonly [question: QuestionId, options: readonly string[]])[]

const fitting = (question: QuestionId, options: readonly string[]): readonly string[] => {
  const { kind, skip, options: known } = QUESTIONS[question]
  const possible: readonly string[] = [...known, ...(skip ? [SKIP] : []), ...(kind === 'text' ? [WRITTEN] : [])]
  return kind === 'many'
    ? options.filter(option => possible.includes(option))
    : options.filter(option => possible.includes(option)).slice(0, 1)
}

/** In the order they were given. What is no option of its question is left out. */
export const readGiven = (query: Readonly<Record<string, unknown>>): Given =>
  Object.entries(query).flatMap(([question, value]) => {
    if (!isQuestion(question)) return []
    const options = fitting(question, [value].flat().map(String))
    return options.length > 0 ? [[question, options] as const] : []
  })

/** The address of the page for these answers. */
export function addressOf(given: Given, there: string): string {
  const pairs = given.flatMap(([question, options]) => options.map(option => [question, option]))
  return `/flows/try?${new URLSearchParams([...pairs, ['there', there]])}`
}

const answerOf = (question: QuestionId, options: readonly string[], words: Words): Answer => {
  if (options[0] === WRITTEN) return words.drawn('play-ownWords', { question })
  if (QUESTIONS[question].kind === 'many' && options[0] !== SKIP) return options
  return options[0] ?? SKIP
}

/** The answers as the road takes them. */
export const answersOf = (given: Given, words: Words): Answers =>
  Object.fromEntries(given.map(([question, options]) => [question, answerOf(question, options, words)]))

/** The answers that lead to a path, as an address holds them. */
export const givenOf = (answers: Answers): Given =>
  Object.entries(answers).flatMap(([question, value]) =>
    isQuestion(question) && value !== undefined ? [[question, [value].flat()] as const] : []
  )
