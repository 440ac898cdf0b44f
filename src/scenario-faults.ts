// What a scenario asks for that there is not. Played all the same, it would end early without a word of why.
import { fits } from './flow/memory.ts'
import { type Answer, SKIP } from './questions/answer.ts'
import { isQuestion, QUESTION_IDS, QUESTIONS } from './questions/catalogue.ts'
import { ALONE, type Question } from './questions/question.ts'
import type { Scenario } from './scenario.ts'

const quoted = (value: Answer): string => JSON.stringify(value)

/** The answers a question takes, as they are written in a scenario. */
const optionsOf = ({ kind, options, skip }: Question): string =>
  [...(kind === 'text' ? ['own words'] : options), ...(skip ? [SKIP] : [])].join(', ')

/** What is wrong with an answer, in a few words; null when it can be given. */
function faultOf(question: Question, value: Answer): string | null {
  if (value === SKIP && question.skip) return null
  const isMany = question.kind === 'many'
  if (fits(question, isMany ? [value].flat() : value)) return null
  if (question.kind === 'text') return 'takes own words, one text that is not empty'
  const unknown = [value].flat().filter(option => !question.options.includes(option))
  if (unknown.length > 0) return `has no option ${unknown.map(quoted).join(', ')}`
  // Every option is known: what is wrong is how many, or which together.
  if (!isMany) return `takes one option and no list, not ${quoted(value)}`
  const alone = question.options.filter(option => ALONE.includes(option)).map(quoted)
  const apart = alone.length > 0 ? `, and ${alone.join(', ')} beside no other` : ''
  return `takes each option once${apart}, not ${quoted(value)}`
}

function answerFault(id: string, value: Answer): string | null {
  if (!isQuestion(id)) return `there is no question ${quoted(id)}; there are: ${QUESTION_IDS.join(', ')}`
  const question: Question = QUESTIONS[id]
  const fault = faultOf(question, value)
  return fault === null ? null : `${id} ${fault}; there are: ${optionsOf(question)}`
}

/** Every answer of these scenarios that cannot be given, one line each: which scenario, which question, what there is. */
export const scenarioFaults = (scenarios: readonly Scenario[]): string[] =>
  scenarios.flatMap(({ id, answers }) =>
    Object.entries(answers).flatMap(([question, value]) => {
      const fault = answerFault(question, value)
      return fault === null ? [] : [`Scenario ${quoted(id)}: ${fault}`]
    })
  )
