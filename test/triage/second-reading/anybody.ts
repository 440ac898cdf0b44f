// Invented people: likely ones who answer as the roads allow, and wild ones who answer anything at all.
import fc from 'fast-check'
import type { Answer, Answers, Channel, Signal } from '../../../src/questions/answer.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '../../../src/questions/catalogue.ts'
import { ONLY_AFTER, PATHS } from './paths.ts'
import type { Person } from './person.ts'

const SIGNALS: Signal[] = ['locationSeeking', 'heldNow', 'injuryNow', 'petsHarmed', 'someoneElse']

/** The answer that raises nothing, where a question has one: it decides nothing but how likely an answer is. */
const QUIET: Partial<Record<QuestionId, string>> = { channelOk: 'yes', wantsNow: 'questions', safeTonight: 'yes' }
const quietAnswer = (id: QuestionId, options: readonly string[]) =>
  QUIET[id] ?? options.find(option => ['no', 'not', 'none'].includes(option))

/** The places with services of their own are few among fifteen; without this hardly anybody would live there. */
const someArea = fc.oneof(fc.constant('southampton'), fc.constantFrom(...QUESTIONS.area.options))

function anyOption(id: QuestionId): fc.Arbitrary<Answer> {
  const { kind, options }: { kind: string; options: readonly string[] } = QUESTIONS[id]
  if (id === 'area') return someArea
  const one = fc.constantFrom(...options)
  return kind === 'many' ? fc.oneof(fc.subarray([...options], { minLength: 1 }), one) : one
}

/** Any answer to one question; `calm`, from 0 to 9, is how often the one that raises nothing is given. */
function answerTo(id: QuestionId, calm: number): fc.Arbitrary<Answer> {
  const { kind, options }: { kind: string; options: readonly string[] } = QUESTIONS[id]
  if (kind === 'text') return fc.constantFrom('skip', 'yes', 'woman', 'own words')
  const quiet = quietAnswer(id, options)
  return fc.oneof(
    { arbitrary: quiet === undefined ? anyOption(id) : fc.constant(quiet), weight: calm },
    { arbitrary: fc.constant('skip'), weight: 1 },
    { arbitrary: anyOption(id), weight: 9 - calm }
  )
}

const answering = (ids: readonly QuestionId[], calm: number) =>
  fc.record(Object.fromEntries(ids.map(id => [id, answerTo(id, calm)])) as Record<QuestionId, fc.Arbitrary<Answer>>)

const wasAsked = (id: QuestionId, answers: Answers) => {
  const [before, values] = ONLY_AFTER[id] ?? []
  return before === undefined || (values ?? []).some(value => answers[before] === value)
}

/** Somebody on one of the roads, who stops wherever they stop. */
const onTheRoad = (calm: number): fc.Arbitrary<Answers> =>
  fc.oneof(
    ...PATHS.map(({ asked, certain }) =>
      fc.tuple(answering(asked, calm), fc.oneof(fc.constant(0), fc.nat(asked.length))).map(([all, left]): Answers => {
        const answers: Answers = { ...all, ...certain }
        const reached = asked.slice(0, asked.length - left).filter(id => wasAsked(id, answers))
        return Object.fromEntries(reached.map(id => [id, answers[id]]))
      })
    )
  )

const anyAnswer = fc.oneof(...QUESTION_IDS.map(id => answerTo(id, 0).map(answer => [id, answer] as const)))

/** Somebody who was asked anything in any combination, from nothing to all of it. */
const wild = (most: number): fc.Arbitrary<Answers> =>
  fc
    .uniqueArray(anyAnswer, { selector: ([id]) => id, maxLength: most, size: 'max' })
    .map(pairs => Object.fromEntries(pairs) as Answers)

/** Somebody who answered most of these, and here and there something odd. */
const mostOf = (ids: readonly QuestionId[], calm: number, mostDropped: number, odd: fc.Arbitrary<Answers>) =>
  fc
    .tuple(answering(ids, calm), fc.subarray([...ids], { maxLength: mostDropped }), odd)
    .map(([all, dropped, more]): Answers => {
      const kept = ids.filter(id => !dropped.includes(id))
      return { ...Object.fromEntries(kept.map(id => [id, all[id]])), ...more }
    })

/** What decides the services rather than the band. */
const MATCHED_BY: readonly QuestionId[] = [
  ...(['audience', 'area', 'wants', 'safeTonight', 'livesWith', 'children', 'honour', 'gender', 'movingWith'] as const),
  ...(['pets', 'tenure', 'homeAtRisk', 'noRecourse', 'needs', 'referrerRole', 'referrerWants', 'referrerRisk'] as const)
]

const answers = fc.oneof(
  { arbitrary: wild(6), weight: 4 },
  { arbitrary: wild(24), weight: 3 },
  { arbitrary: wild(QUESTION_IDS.length), weight: 1 },
  { arbitrary: mostOf(QUESTION_IDS, 8, QUESTION_IDS.length, wild(6)), weight: 2 },
  { arbitrary: mostOf(MATCHED_BY, 1, 5, wild(3)), weight: 6 },
  { arbitrary: onTheRoad(3), weight: 4 },
  { arbitrary: onTheRoad(7), weight: 6 }
)

const signals = fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, { arbitrary: fc.subarray(SIGNALS), weight: 1 })

export interface Writer extends Person {
  readonly channel: Channel
}

/** Anybody who might write, on either channel, at any hour. */
export const anybody: fc.Arbitrary<Writer> = fc.record({
  answers,
  outOfHours: fc.boolean(),
  signals,
  channel: fc.constantFrom('web', 'sms')
})
