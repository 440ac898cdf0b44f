// Everything worth trying at one place: every rail, every class of answers, own words, and what comes late, garbled or uncalled for.
import type { Answer, Channel } from '../../questions/answer.ts'
import type { QuestionId } from '../../questions/catalogue.ts'
import type { Check } from '../check.ts'
import type { FlowEvent } from '../events.ts'
import type { Flow } from '../flow.ts'
import type { State } from '../states.ts'
import { type Place, placeOf, type Snapshot } from '../step.ts'
import { answerClasses, everyAnswer } from './classes.ts'
import type { Keys } from './key.ts'

/** Tried at every place, however it was reached. */
const ANYWHERE: readonly FlowEvent[] = [
  { type: 'LEAVE' },
  { type: 'PERSON' },
  { type: 'EMERGENCY' },
  { type: 'DANGER' },
  { type: 'LIFE', act: false, of: 'self', danger: false },
  { type: 'NEAR' },
  { type: 'BACK' },
  { type: 'REPEAT' },
  { type: 'LANGUAGE' },
  { type: 'GO_ON' },
  { type: 'WORDS' },
  { type: 'RETURN' },
  { type: 'WORKER_JOINED' },
  { type: 'WORKER_LEFT' },
  { type: 'CLOSED' }
]

/** What is uncalled for: it does nothing in a state, whatever was said before, so it is tried once in each. */
const UNCALLED_FOR: readonly FlowEvent[] = [
  { type: 'HEARD', checks: [], notices: [], kept: true },
  { type: 'CONFIRM', check: 'nothing' },
  { type: 'DENY', check: 'nothing' },
  { type: 'READ', page: 'talking' },
  { type: 'DANGER', helper: true },
  { type: 'LIFE', act: true, of: 'self', danger: true },
  { type: 'LIFE', act: false, of: 'other', danger: false },
  { type: 'HANDS', who: 'asks' },
  { type: 'HANDS', who: 'taken' },
  { type: 'HANDS', who: 'wantsWords' },
  { type: 'MAY_HURT', deed: true },
  { type: 'MAY_HURT', deed: false },
  { type: 'ASKS', topics: ['who'] },
  { type: 'EAR', said: 'danger' },
  { type: 'AGAIN' },
  { type: 'LEAVE', as: 'leftInDanger', noContact: true }
]

/** What is asked at once, wherever they write it. */
const ASKED_AT_ONCE: readonly Check[] = [
  { kind: 'ear' },
  { kind: 'audience', audience: 'survivor' },
  { kind: 'rail', rail: 'person' },
  { kind: 'rail', rail: 'leave' }
]
const EAR_ANSWERS = ['danger', 'life', 'both', 'neither', 'unsure', 'aboutMe'] as const
/** What stays with the person until it may be asked: tried before anything may be, and where everything may. */
const TRIED_AT: { readonly [Q in QuestionId]?: readonly Check[] } = {
  channelOk: [
    { kind: 'signal', signal: 'heldNow' },
    { kind: 'concern', concern: 'neck' }
  ],
  wantsNow: [{ kind: 'signal', signal: 'petsHarmed' }]
}

const heard = (...checks: readonly Check[]): FlowEvent => ({ type: 'HEARD', checks, notices: [], kept: true })

/** Own words that ask for something, tried where a state is met for the first time. */
function ownWords(place: Place, answers: readonly Answer[]): FlowEvent[] {
  const [value] = answers
  const question = place.kind === 'question' && !place.spoken && !place.returning ? place.question : null
  return [
    ...UNCALLED_FOR,
    ...ASKED_AT_ONCE.map(check => heard(check)),
    ...((question && TRIED_AT[question]) ?? []).map(check => heard(check)),
    ...(question && value !== undefined && value !== 'tellMeMore' ? [heard({ kind: 'meant', question, value })] : []),
    { type: 'HEARD', checks: [], notices: ['locationSeeking'], kept: true }
  ]
}

/** A page may bear the name of a question; no answer to the one may be taken for anything said about the other. */
const sameName = ({ questions }: Flow, place: Place): QuestionId | undefined =>
  place.kind === 'page' && place.page in questions ? (place.page as QuestionId) : undefined

/** The events to try at each place of a flow. Where a state is met for the first time, every single answer is tried. */
export function eventsOf(
  flow: Flow,
  channel: Channel,
  stateList: readonly State[],
  keys: Keys,
  speech: boolean
): (snapshot: Snapshot) => readonly FlowEvent[] {
  const states = new Map(stateList.map(state => [state.id, state]))
  const known = new Map<string, readonly Answer[]>()
  const answersAt = (name: string, state: string, id: QuestionId): readonly Answer[] => {
    const question = flow.questions[id]
    if (!question) return []
    const classes = known.get(name)
    if (classes) return classes
    known.set(name, answerClasses(id, question, keys.conditionsAt(state), channel))
    return everyAnswer(question)
  }
  return snapshot => {
    const place = placeOf(flow, snapshot)
    const { log, at, told } = snapshot.memory
    const change = log[0]?.question ?? 'channelOk'
    const events: FlowEvent[] = [...ANYWHERE, { type: 'CHANGE', question: change }]
    if (told[0]) events.push({ type: 'CHANGE', question: told[0].question })
    if (place.kind === 'shelf') events.push(...place.pages.map(page => ({ type: 'READ', page }) as const))
    if (place.kind === 'check') {
      events.push({ type: 'CONFIRM', check: place.name }, { type: 'DENY', check: place.name })
      const { check } = place
      if (check.kind === 'ear') events.push(...EAR_ANSWERS.map(said => ({ type: 'EAR', said }) as const))
      if (check.kind === 'meant') events.push({ type: 'ANSWER', question: check.question, value: check.value })
    }
    if (place.kind !== 'question') {
      const left = states.get(at)
      const beside = left?.kind === 'ask' ? left.question : (sameName(flow, place) ?? 'channelOk')
      const isNew = !known.has(snapshot.state)
      known.set(snapshot.state, [])
      return [
        ...events,
        { type: 'SKIP', question: beside },
        { type: 'ANSWER', question: beside, value: 'yes' },
        ...(isNew && speech ? ownWords(place, []) : [])
      ]
    }
    const { question } = place
    const earlier = log.at(-1) ?? { question: 'decoyWord' as const, value: 'some words' }
    const name = `${snapshot.state} ${question}`
    const isNew = !known.has(name)
    const answers = answersAt(name, place.spoken || place.returning ? at : snapshot.state, question)
    return [
      ...events,
      { type: 'SKIP', question },
      { type: 'SKIP', question: earlier.question },
      { type: 'ANSWER', question: earlier.question, value: earlier.value },
      { type: 'ANSWER', question, value: [] },
      ...answers.map(value => ({ type: 'ANSWER', question, value }) as const),
      ...(isNew && speech ? ownWords(place, answers) : [])
    ]
  }
}
