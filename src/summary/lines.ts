import type { Reading } from '../conversation/ports.ts'
import { QUESTION_IDS, type QuestionId } from '../questions/catalogue.ts'
import type { Facts } from '../questions/condition.ts'
import { perspectiveOf } from '../questions/perspective.ts'
import type { Words } from '../wording/words.ts'
import { concerns } from './concerns.ts'
import { type Line, type Lines, lineOf } from './line.ts'
import { withheldIn } from './withheld.ts'

/** The line of every question that concerns this person and is not kept from the worker. */
export function linesOf(reading: Reading, facts: Facts, words: Words, seal: (text: string) => string): Lines {
  const withheld = withheldIn(reading)
  const about = perspectiveOf(facts.answers)
  const put = new Set(reading.messages.flatMap(({ kind, question }) => (kind === 'ask' && question ? [question] : [])))
  return new Map(
    QUESTION_IDS.flatMap((question): [QuestionId, Line][] => {
      const records = reading.answers.filter(record => record.question === question)
      const matters = records.length > 0 || concerns(question, facts)
      if (withheld.has(question) || !matters) return []
      const inForce = facts.answers[question]
      const asked = words.question(question, reading.conversation.channel, about).text
      const wasAsked = put.has(question)
      return [[question, lineOf(question, { records, inForce, wasAsked, asked, words, about, seal })]]
    })
  )
}
