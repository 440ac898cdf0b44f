// Stepping a flow: pure. A snapshot and an event go in; a snapshot and effects come out. Nothing runs, nothing waits.
import { initialTransition, transition } from 'xstate'
import type { Answers, Channel } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import { holds } from '../questions/condition.ts'
import type { MessageKey } from '../wording/keys.ts'
import { compile, type FlowMachine } from './compile.ts'
import type { Effect, FlowEvent } from './events.ts'
import type { Flow } from './flow.ts'
import { answersOf, factsOf, type Memory } from './memory.ts'
import { CLOSED, EMERGENCY, LEFT, type State, statesOf, WAITING, WORKER } from './states.ts'

/** A conversation's place in its flow, as JSON: stored after every turn, read back before the next. */
export interface Snapshot {
  readonly state: string
  readonly memory: Memory
}

/** Where the person is, in the words the rest of the house uses. */
export type Place =
  | { readonly kind: 'question'; readonly question: QuestionId; readonly canSkip: boolean }
  | { readonly kind: 'pause'; readonly message: MessageKey }
  /** Nothing is being asked. `asked`: a person was asked for. `canGoOn`: there are questions left to go on with. */
  | { readonly kind: 'waiting' | 'emergency'; readonly asked: boolean; readonly canGoOn: boolean }
  | { readonly kind: 'worker' | 'left' | 'closed' }

export interface Step {
  readonly snapshot: Snapshot
  readonly effects: readonly Effect[]
}

interface Compiled {
  readonly machine: FlowMachine
  readonly states: ReadonlyMap<string, State>
}

const compiled = new WeakMap<Flow, Compiled>()

function compiledOf(flow: Flow): Compiled {
  const known = compiled.get(flow)
  if (known) return known
  const made = { machine: compile(flow), states: new Map(statesOf(flow).map(state => [state.id, state])) }
  compiled.set(flow, made)
  return made
}

const emittedBy = (actions: readonly { type: string; params?: unknown }[]): Effect[] =>
  actions.flatMap(action => {
    const params = action.params as { event?: Effect } | undefined
    return action.type === 'xstate.emit' && params?.event ? [params.event] : []
  })

const promptOf = (place: Place): Effect[] => {
  if (place.kind === 'question') return [{ type: 'ask', question: place.question }]
  return place.kind === 'pause' ? [{ type: 'pause', message: place.message }] : []
}

/** Begin a flow on a channel: the first question. */
export function begin(flow: Flow, channel: Channel): Step {
  const [state, actions] = initialTransition(compiledOf(flow).machine, { channel })
  const snapshot = { state: state.value as string, memory: state.context }
  return { snapshot, effects: [...emittedBy(actions), ...promptOf(placeOf(flow, snapshot))] }
}

/** Whether the question is said again although the person has not moved: they spoke, or they asked for it. */
const asksAgain = (event: FlowEvent, effects: readonly Effect[], channel: Channel): boolean =>
  event.type === 'WORDS' ||
  event.type === 'REPEAT' ||
  event.type === 'LANGUAGE' ||
  effects.some(effect => effect.type === 'say') ||
  (channel === 'sms' && (event.type === 'SKIP' || effects.some(effect => effect.type === 'note')))

/** One event. A conversation that was left or closed takes none and says nothing. Throws on a snapshot of another flow. */
export function step(flow: Flow, snapshot: Snapshot, event: FlowEvent): Step {
  if (snapshot.state === LEFT || snapshot.state === CLOSED) return { snapshot, effects: [] }
  const { machine } = compiledOf(flow)
  const before = machine.resolveState({ value: snapshot.state, context: snapshot.memory })
  const [after, actions] = transition(machine, before, event)
  const next = { state: after.value as string, memory: after.context }
  const effects = emittedBy(actions)
  const prompts = next.state !== snapshot.state || asksAgain(event, effects, snapshot.memory.channel)
  return { snapshot: next, effects: prompts ? [...effects, ...promptOf(placeOf(flow, next))] : effects }
}

/** Where a snapshot stands. Throws when the flow has no such state: the snapshot belongs to another version. */
export function placeOf(flow: Flow, { state, memory }: Snapshot): Place {
  if (state === WORKER || state === LEFT || state === CLOSED) return { kind: state }
  if (state === WAITING || state === EMERGENCY) {
    return { kind: state, asked: memory.handover, canGoOn: memory.at !== '' }
  }
  const at = compiledOf(flow).states.get(state)
  if (at?.kind === 'ask') {
    return { kind: 'question', question: at.question, canSkip: flow.questions[at.question]?.skip ?? false }
  }
  if (at?.kind === 'pause') return { kind: 'pause', message: at.message }
  throw new Error(`this flow has no resting place '${state}'`)
}

/**
 * The answers in force: those on the path as it runs now, and, while an earlier question is open again, those given
 * further on. A worker who joins at that moment must not see less than was said.
 */
export const currentAnswers = ({ memory: { log, kept } }: Snapshot): Answers => answersOf([...kept, ...log])

/** Short mode: on a phone somebody may be looking at, only the current step is shown. Triage specification, section 1. */
export const isShort = (flow: Flow, snapshot: Snapshot): boolean => holds(flow.shortMode, factsOf(snapshot.memory))
