import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, Answers } from '../../src/questions/answer.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '../../src/questions/catalogue.ts'
import { assess, type BandName } from '../../src/triage/band.ts'
import { HIGH, IMMEDIATE, MEDIUM, raised } from '../../src/triage/flags.ts'

/** Order of concern. Triage specification, section 2. */
const CONCERN: Record<BandName, number> = {
  not_banded: 0,
  standard: 1,
  not_enough_known: 2,
  medium: 2,
  high: 3,
  immediate: 4
}

const choices = QUESTION_IDS.filter(id => QUESTIONS[id].options.length > 0 && id !== 'audience')
const answerTo = (id: QuestionId): fc.Arbitrary<Answer> => {
  const options: readonly string[] = QUESTIONS[id].options
  const single = fc.constantFrom(...options, 'skip')
  return QUESTIONS[id].kind === 'many' ? fc.oneof(single, fc.subarray([...options], { minLength: 1 })) : single
}
const someAnswers: fc.Arbitrary<Answers> = fc.record(Object.fromEntries(choices.map(id => [id, answerTo(id)])), {
  requiredKeys: []
})
const flagsOf = (answers: Answers) =>
  [IMMEDIATE, HIGH, MEDIUM].flatMap(flags =>
    raised<{ id: string; when: (typeof flags)[number]['when'] }>(flags, { answers, channel: 'web' })
  )
const concern = (answers: Answers) => CONCERN[assess({ answers, channel: 'web' }).band]

test('adding an answer that raises a flag never lowers the order of concern (law 4)', () => {
  fc.assert(
    fc.property(
      someAnswers,
      fc.constantFrom(...choices).chain(id => answerTo(id).map(value => [id, value] as const)),
      (answers, [id, value]) => {
        fc.pre(answers[id] === undefined)
        const more = { ...answers, [id]: value }
        fc.pre(flagsOf(more).length > flagsOf(answers).length)
        expect(concern(more)).toBeGreaterThanOrEqual(concern(answers))
      }
    ),
    { numRuns: 5_000 }
  )
})

test('a skip is never read as safe: it never lowers the order of concern', () => {
  fc.assert(
    fc.property(someAnswers, fc.constantFrom(...choices), (answers, id) => {
      fc.pre(answers[id] === undefined)
      expect(concern({ ...answers, [id]: 'skip' })).toBeGreaterThanOrEqual(concern(answers))
    }),
    { numRuns: 5_000 }
  )
})
