// Random people: any answers that could be given, most of them missing or skipped now and then.
import fc from 'fast-check'
import type { Answer, Answers, Signal } from '../../src/questions/answer.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '../../src/questions/catalogue.ts'
import type { Facts } from '../../src/questions/condition.ts'
import { POLICY } from '../../src/triage/policy.ts'

/** Questions whose answers triage could read: every one with options. */
export const CHOICES = QUESTION_IDS.filter(id => QUESTIONS[id].options.length > 0)

const answerTo = (id: QuestionId): fc.Arbitrary<Answer> => {
  const options: readonly string[] = QUESTIONS[id].options
  const single = fc.constantFrom(...options, 'skip')
  return QUESTIONS[id].kind === 'many' ? fc.oneof(single, fc.subarray([...options], { minLength: 1 })) : single
}

/** Three areas in four are those with services, so that the rules there are tried often enough. */
const area: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('fareham', 'southampton') },
  { weight: 1, arbitrary: answerTo('area') }
)
const channelOk: fc.Arbitrary<Answer> = fc.constantFrom('yes', 'yes', 'yes', 'unsure', 'no')

const oneOf = (id: QuestionId): fc.Arbitrary<Answer> =>
  id === 'area' ? area : id === 'channelOk' ? channelOk : answerTo(id)

/** Many answers at once: the band of such a person is nearly always high. */
const many = (ids: readonly QuestionId[]): fc.Arbitrary<Answers> =>
  fc.record(Object.fromEntries(ids.map(id => [id, oneOf(id)])), { requiredKeys: [] })

/** One answer to one question. */
export const oneAnswer = (ids: readonly QuestionId[]): fc.Arbitrary<Answers> =>
  fc.constantFrom(...ids).chain(id => oneOf(id).map(value => ({ [id]: value })))

const together = (parts: readonly Answers[]): Answers => Object.assign({}, ...parts)

/** A few answers: where the bands meet. */
const few = (ids: readonly QuestionId[]): fc.Arbitrary<Answers> =>
  fc.array(oneAnswer(ids), { maxLength: 6 }).map(together)

const CALM = { fear: 'not', threatsToKill: ['none'] } as const
const calm: fc.Arbitrary<Answers> = fc
  .subarray([...POLICY.keyQuestions])
  .map(ids => together(ids.map(id => ({ [id]: CALM[id as keyof typeof CALM] ?? 'no' }))))

/** Dense, sparse and calm people, a third each. */
export const someAnswers = (ids: readonly QuestionId[] = CHOICES): fc.Arbitrary<Answers> =>
  fc.oneof(many(ids), few(ids), fc.tuple(calm, few(ids)).map(together))

const signals: fc.Arbitrary<Signal[]> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Signal[]>([]) },
  {
    weight: 1,
    arbitrary: fc.subarray<Signal>(['locationSeeking', 'heldNow', 'injuryNow', 'petsHarmed', 'someoneElse'])
  }
)

export const someFacts: fc.Arbitrary<Facts> = fc.record({
  answers: someAnswers(),
  channel: fc.constantFrom('web' as const, 'sms' as const),
  signals
})
