// One invented person who walks through a flow: mostly answering, sometimes going back, changing their mind, or slipping.
import fc from 'fast-check'
import type { Check } from '../../src/flow/check.ts'
import type { FlowEvent } from '../../src/flow/events.ts'
import type { Flow } from '../../src/flow/flow.ts'
import { everyAnswer } from '../../src/flow/proof/classes.ts'
import { type Place, placeOf, type Snapshot } from '../../src/flow/step.ts'
import { type Answer, type Answers, SKIP } from '../../src/questions/answer.ts'
import { QUESTION_IDS, type QuestionId } from '../../src/questions/catalogue.ts'
import { CONCERNS } from '../../src/questions/concern.ts'

type Kind = 'answer' | 'skip' | 'change' | 'onward' | 'late' | 'garbage' | 'rail' | 'spoken'

/** What somebody does next; `choice` decides which answer, question or rail. */
export interface Move {
  readonly kind: Kind
  readonly choice: number
  /** At a question that decides the whole path, most people take the one that leads to more questions. */
  readonly usual: boolean
}

const RAILS: readonly FlowEvent[] = [
  { type: 'BACK' },
  { type: 'BACK' },
  { type: 'BACK' },
  { type: 'REPEAT' },
  { type: 'LANGUAGE' },
  { type: 'WORDS' },
  { type: 'PERSON' },
  { type: 'EMERGENCY' },
  { type: 'DANGER' },
  { type: 'LIFE', act: false, of: 'self', danger: false },
  { type: 'LIFE', act: true, of: 'self', danger: true },
  { type: 'NEAR' },
  { type: 'HANDS', who: 'asks' },
  { type: 'HANDS', who: 'wantsWords' },
  { type: 'MAY_HURT', deed: true },
  { type: 'ASKS', topics: ['who'] },
  { type: 'AGAIN' },
  { type: 'EAR', said: 'unsure' },
  { type: 'EAR', said: 'life' },
  { type: 'RETURN' },
  { type: 'WORKER_JOINED' },
  { type: 'WORKER_LEFT' }
]
const CHECKS: readonly Check[] = [
  ...CONCERNS.map(concern => ({ kind: 'concern', concern }) as const),
  { kind: 'signal', signal: 'heldNow' },
  { kind: 'signal', signal: 'injuryNow' },
  { kind: 'signal', signal: 'petsHarmed' },
  { kind: 'rail', rail: 'person' },
  { kind: 'rail', rail: 'leave' },
  { kind: 'ear' },
  { kind: 'audience', audience: 'harmer' },
  { kind: 'audience', audience: 'survivor' },
  { kind: 'question', question: 'ageBand', again: true }
]
const ENDS: readonly FlowEvent[] = [{ type: 'LEAVE' }, { type: 'CLOSED' }]

const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    { weight: 70, arbitrary: fc.constant<Kind>('answer') },
    { weight: 8, arbitrary: fc.constant<Kind>('skip') },
    { weight: 6, arbitrary: fc.constant<Kind>('change') },
    { weight: 4, arbitrary: fc.constant<Kind>('onward') },
    { weight: 3, arbitrary: fc.constant<Kind>('late') },
    { weight: 3, arbitrary: fc.constant<Kind>('garbage') },
    { weight: 8, arbitrary: fc.constant<Kind>('rail') },
    { weight: 7, arbitrary: fc.constant<Kind>('spoken') }
  ),
  choice: fc.nat({ max: 9_999 }),
  usual: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
})

/** Many moves: most walks are long enough to reach the end and to change things there. */
export const moves: fc.Arbitrary<Move[]> = fc.array(move, { minLength: 1, maxLength: 120, size: 'max' })

const USUAL: Answers = {
  channelOk: 'yes',
  audience: 'survivor',
  personNear: 'no',
  deviceWatched: 'no',
  ageBand: '18plus',
  privacyLimits: 'ok',
  wantsNow: 'questions'
}

const pick = <T>(list: readonly T[], choice: number): T | undefined => list[choice % list.length]

function answerTo(flow: Flow, question: QuestionId, { choice, usual }: Move): Answer {
  const asked = flow.questions[question]
  const common = USUAL[question]
  // Whoever may not be written to is gone at once: rare, or there would be no walks.
  if (common && (usual || (question === 'channelOk' && choice % 20 > 0))) return common
  return (asked && pick(everyAnswer(asked), choice)) ?? SKIP
}

/** Own words in which one or two things are heard, or what was nearly an answer. */
function spoken(flow: Flow, place: Place, move: Move): FlowEvent {
  const { choice } = move
  const notices = choice % 25 === 0 ? (['locationSeeking'] as const) : []
  if (choice % 4 === 0 && place.kind === 'question') {
    const value = answerTo(flow, place.question, move)
    const meant = { kind: 'meant', question: place.question, value } as const
    if (value !== SKIP && value !== 'tellMeMore') return { type: 'HEARD', checks: [meant], notices, kept: true }
  }
  const checks = [pick(CHECKS, choice), ...(choice % 3 === 0 ? [pick(CHECKS, choice + 5)] : [])]
  return { type: 'HEARD', checks: checks.flatMap(check => check ?? []), notices, kept: choice % 2 === 0 }
}

/** The event of a move, at the place where the person stands. */
export function eventOf(flow: Flow, snapshot: Snapshot, move: Move): FlowEvent {
  const { kind, choice } = move
  const place = placeOf(flow, snapshot)
  const anyQuestion = pick(QUESTION_IDS, choice) ?? 'channelOk'
  const answered = pick(snapshot.memory.log, choice)
  if (kind === 'rail') return (choice % 60 === 0 ? pick(ENDS, choice / 60) : pick(RAILS, choice)) ?? { type: 'REPEAT' }
  if (kind === 'change') return { type: 'CHANGE', question: answered?.question ?? anyQuestion }
  if (kind === 'late') return { type: choice % 2 ? 'ANSWER' : 'SKIP', question: anyQuestion, value: 'yes' }
  if (kind === 'garbage') return { type: 'ANSWER', question: anyQuestion, value: choice % 2 ? [] : 'no such option' }
  if (kind === 'spoken') return spoken(flow, place, move)
  if (place.kind === 'worker') return { type: 'WORKER_LEFT' }
  if (place.kind === 'check') return { type: kind === 'answer' ? 'CONFIRM' : 'DENY', check: place.name }
  if (place.kind === 'shelf') return { type: 'READ', page: pick(place.pages, choice) ?? 'talking' }
  if (place.kind !== 'question') return { type: 'GO_ON' }
  if (kind === 'onward') return { type: 'GO_ON' }
  if (kind === 'skip') return { type: 'SKIP', question: place.question }
  return { type: 'ANSWER', question: place.question, value: answerTo(flow, place.question, move) }
}
