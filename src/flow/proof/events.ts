// Everything worth trying at one place: every rail, every class of answers, and what comes late, garbled or uncalled for.
import type { Answer, Channel } from '../../questions/answer.ts'
import type { QuestionId } from '../../questions/catalogue.ts'
import type { FlowEvent } from '../events.ts'
import type { Flow } from '../flow.ts'
import type { State } from '../states.ts'
import { placeOf, type Snapshot } from '../step.ts'
import { answerClasses, everyAnswer } from './classes.ts'
import type { Keys } from './key.ts'

const ANYWHERE: readonly FlowEvent[] = [
  { type: 'LEAVE' },
  { type: 'PERSON' },
  { type: 'EMERGENCY' },
  { type: 'BACK' },
  { type: 'REPEAT' },
  { type: 'LANGUAGE' },
  { type: 'GO_ON' },
  { type: 'WORDS' },
  { type: 'WORKER_JOINED' },
  { type: 'WORKER_LEFT' },
  { type: 'CLOSED' }
]

/** The events to try at each place of a flow. Where a state is met for the first time, every single answer is tried. */
export function eventsOf(
  flow: Flow,
  channel: Channel,
  stateList: readonly State[],
  keys: Keys
): (snapshot: Snapshot) => readonly FlowEvent[] {
  const states = new Map(stateList.map(state => [state.id, state]))
  const known = new Map<string, readonly Answer[]>()
  const answersAt = (state: string, id: QuestionId): readonly Answer[] => {
    const question = flow.questions[id]
    if (!question) return []
    const classes = known.get(state)
    if (classes) return classes
    known.set(state, answerClasses(id, question, keys.conditionsAt(state), channel))
    return everyAnswer(question)
  }
  return snapshot => {
    const place = placeOf(flow, snapshot)
    const { log, at } = snapshot.memory
    const events: FlowEvent[] = [...ANYWHERE, { type: 'CHANGE', question: log[0]?.question ?? 'channelOk' }]
    if (place.kind !== 'question') {
      const left = states.get(at)
      const beside = left?.kind === 'ask' ? left.question : 'channelOk'
      return [...events, { type: 'SKIP', question: beside }, { type: 'ANSWER', question: beside, value: 'yes' }]
    }
    const { question } = place
    const earlier = log.at(-1) ?? { question: 'decoyWord' as const, value: 'some words' }
    return [
      ...events,
      { type: 'SKIP', question },
      { type: 'SKIP', question: earlier.question },
      { type: 'ANSWER', question: earlier.question, value: earlier.value },
      { type: 'ANSWER', question, value: [] },
      ...answersAt(snapshot.state, question).map(value => ({ type: 'ANSWER', question, value }) as const)
    ]
  }
}
