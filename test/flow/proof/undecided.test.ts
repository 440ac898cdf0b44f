import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { door } from '../../../flows/index.ts'
import { everyAnswer } from '../../../src/flow/proof/classes.ts'
import { undecided } from '../../../src/flow/proof/undecided.ts'
import { statesOf } from '../../../src/flow/states.ts'
import { type Answer, type Answers, type Channel, SKIP } from '../../../src/questions/answer.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '../../../src/questions/catalogue.ts'
import { all, any, atLeast, type Condition, given, holds, is, not } from '../../../src/questions/condition.ts'
import { shortOr } from '../../long-forms.ts'

const RULINGS = shortOr(150, 2_000)
const HALF: readonly QuestionId[] = QUESTION_IDS.filter((_, index) => index % 2 === 0)
const OPEN: ReadonlySet<QuestionId> = new Set(HALF)

const answersTo = (questions: readonly QuestionId[]): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(questions.map(id => [id, fc.constantFrom<Answer>(SKIP, ...everyAnswer(QUESTIONS[id]))])),
    { requiredKeys: [] }
  )
const past = answersTo(QUESTION_IDS.filter(id => !OPEN.has(id)))
const future = answersTo(HALF)
const channel: Channel = 'web'

/** Every rule of the real flow, and a few of the shapes it does not use yet. */
const rules: readonly Condition[] = [
  ...statesOf(door).flatMap(state => (state.kind === 'branch' ? [state.condition] : [])),
  door.urgent,
  door.shortMode,
  ...door.cards.map(card => card.when),
  not(all(is('fear', 'very'), not(is('neck', 'before', 'skip')))),
  all(given('area'), any(given('safeWord'), not(given('wants')))),
  atLeast(3, is('stalking', 'yes'), is('control', 'yes'), is('fear', 'very'), is('needs', 'deaf'), given('tech')),
  not(atLeast(2, is('stalking', 'yes'), not(is('control', 'yes')), is('separation', 'thinking')))
]

describe('what is left of a condition', () => {
  test('decides it whenever it says so, whatever is answered later', () => {
    fc.assert(
      fc.property(past, future, (before, later) => {
        for (const rule of rules) {
          const left = undecided(rule, { answers: before, channel }, OPEN)
          if (typeof left === 'boolean') expect(holds(rule, { answers: { ...before, ...later }, channel })).toBe(left)
        }
      }),
      { numRuns: RULINGS }
    )
  })

  test('is the same for two people only if the same later answers decide it the same way for both', () => {
    fc.assert(
      fc.property(past, past, future, (one, other, later) => {
        for (const rule of rules) {
          if (undecided(rule, { answers: one, channel }, OPEN) !== undecided(rule, { answers: other, channel }, OPEN))
            continue
          expect(holds(rule, { answers: { ...one, ...later }, channel })).toBe(
            holds(rule, { answers: { ...other, ...later }, channel })
          )
        }
      }),
      { numRuns: RULINGS }
    )
  })
})
