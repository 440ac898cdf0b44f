// Stepping a flow: pure. A snapshot and an event go in; a snapshot and effects come out. Nothing runs, nothing waits.
import { initialTransition } from 'xstate'
import type { Answers, Channel } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import { type Facts, holds } from '../questions/condition.ts'
import type { MessageKey, PageId } from '../wording/keys.ts'
import { nameOf, type YesOrNo } from './check.ts'
import { compile, type FlowMachine } from './compile.ts'
import type { Effect, FlowEvent } from './events.ts'
import type { Flow } from './flow.ts'
import { dueCheck } from './hearing.ts'
import { answersOf, blank, type Crisis, factsOf, isAtTheDoor, type Memory } from './memory.ts'
import { CHECK, CLOSED, EMERGENCY, LEFT, RETURNED, type State, statesOf, WAITING, WORKER } from './states.ts'
import { type Transition, transitionOf } from './transition.ts'

/** A conversation's place in its flow, as JSON: stored after every turn, read back before the next. */
export interface Snapshot {
  readonly state: string
  readonly memory: Memory
  /** What the conversation keeps of the talking beside the flow: carried along, and never looked at here. */
  readonly exchange?: unknown
}

/** Where the person is, in the words the rest of the house uses. */
export type Place =
  /** `spoken`: asked before its turn, because they spoke of it. `returning`: nothing else may be shown before it is answered. */
  | {
      readonly kind: 'question'
      readonly question: QuestionId
      readonly canSkip: boolean
      readonly spoken?: true
      readonly returning?: true
    }
  /** A plain yes or no about something they wrote; it can always be skipped. */
  | { readonly kind: 'check'; readonly check: YesOrNo; readonly name: string }
  | { readonly kind: 'pause'; readonly message: MessageKey }
  | { readonly kind: 'shelf'; readonly message: MessageKey; readonly pages: readonly PageId[] }
  | { readonly kind: 'page'; readonly page: PageId }
  /** Nothing is being asked. `asked`: a person was asked for. `canGoOn`: to questions left, or to a shelf of pages (`reading`). */
  | {
      readonly kind: 'waiting' | 'emergency'
      readonly asked: boolean
      readonly canGoOn: boolean
      readonly reading: boolean
      /** Which card stands. */
      readonly crisis: Crisis
    }
  | { readonly kind: 'worker' | 'left' | 'closed' }

export interface Step {
  readonly snapshot: Snapshot
  readonly effects: readonly Effect[]
}

interface Compiled {
  readonly machine: FlowMachine
  readonly transition: Transition
  readonly states: ReadonlyMap<string, State>
}

const compiled = new WeakMap<Flow, Compiled>()

function compiledOf(flow: Flow): Compiled {
  const known = compiled.get(flow)
  if (known) return known
  const machine = compile(flow)
  const states = new Map(statesOf(flow).map(state => [state.id, state]))
  const made = { machine, transition: transitionOf(machine), states }
  compiled.set(flow, made)
  return made
}

const emittedBy = (actions: readonly { type: string; params?: unknown }[]): Effect[] =>
  actions.flatMap(action => {
    const params = action.params as { event?: Effect } | undefined
    return action.type === 'xstate.emit' && params?.event ? [params.event] : []
  })

function promptOf(place: Place): Effect[] {
  switch (place.kind) {
    case 'question':
      return [{ type: 'ask', question: place.question }]
    case 'check':
      return [{ type: 'check', check: place.check }]
    case 'pause':
      return [{ type: 'pause', message: place.message }]
    case 'shelf':
      return [{ type: 'shelf', message: place.message, pages: place.pages }]
    case 'page':
      return [{ type: 'page', page: place.page }]
    default:
      return []
  }
}

/** Begin a flow on a channel: the first question. */
export function begin(flow: Flow, channel: Channel): Step {
  const [state, actions] = initialTransition(compiledOf(flow).machine, { channel })
  const snapshot = { state: state.value as string, memory: state.context }
  return { snapshot, effects: [...emittedBy(actions), ...promptOf(placeOf(flow, snapshot))] }
}

/** Spoken to, they are asked again: what was said stands before the question, never in its place. */
const SAID: readonly Effect['type'][] = ['say', 'heard', 'topic']
const AGAIN: readonly FlowEvent['type'][] = ['REPEAT', 'LANGUAGE', 'READ', 'RETURN', 'WORDS', 'HEARD', 'ASKS']

/** Whether the question is said again although the person has not moved: they spoke, or they asked for it. */
function asksAgain(event: FlowEvent, effects: readonly Effect[], channel: Channel): boolean {
  // By text nothing follows a sentence that stands alone, nor the silence after too many that were not understood.
  if (effects.some(effect => effect.type === 'last')) return channel === 'web'
  if (event.type === 'WORDS' && effects.length === 0) return false
  if (event.type === 'HEARD' && !event.kept && effects.length === 0) return false
  if (AGAIN.includes(event.type) || effects.some(effect => SAID.includes(effect.type))) return true
  const isTold = effects.some(effect => effect.type === 'note')
  return channel === 'sms' && (event.type === 'SKIP' || event.type === 'PERSON' || isTold)
}

/** A check put in the place of another one is a move, although the state has the same name. */
const stands = (flow: Flow, { state, memory }: Snapshot): string => {
  const due = state === CHECK ? dueCheck(flow, memory) : undefined
  return due ? `${state} ${nameOf(due.put)}` : state
}

/** A stored snapshot with whatever this version remembers beside what the version that stored it did. */
const whole = (stored: Snapshot): Snapshot =>
  stored.memory.marks ? stored : { ...stored, memory: { ...blank(stored.memory.channel), ...stored.memory } }

/** What others do, and what calls for silence, shows nothing again to somebody who is near. */
const STAYS_HUSHED: readonly FlowEvent['type'][] = ['NEAR', 'WORKER_JOINED', 'WORKER_LEFT', 'CLOSED', 'LEAVE']

/** Whoever does anything again is alone again, as far as we can know. */
const unhushed = (at: Snapshot, event: FlowEvent): Snapshot =>
  at.memory.hushed && !STAYS_HUSHED.includes(event.type) ? { ...at, memory: { ...at.memory, hushed: false } } : at

/** One event. A conversation that was left or closed takes none and says nothing. Throws on a snapshot of another flow. */
export const step = (flow: Flow, snapshot: Snapshot, event: FlowEvent): Step => steps(flow, snapshot, [event])

/** Several events of one message, one after another; the person is prompted once, at the end. */
export function steps(flow: Flow, from: Snapshot, events: readonly FlowEvent[]): Step {
  const { machine, transition } = compiledOf(flow)
  let at = whole(from)
  let isPrompted = false
  const effects: Effect[] = []
  for (const [index, event] of events.entries()) {
    if (at.state === LEFT || at.state === CLOSED) break
    // What else the same words say does not undo that somebody is near.
    if (index === 0) at = unhushed(at, event)
    const before = machine.resolveState({ value: at.state, context: at.memory })
    const [after, actions] = transition(before, cameFrom(at, event))
    const next = { ...at, state: after.value as string, memory: after.context }
    const emitted = emittedBy(actions)
    effects.push(...emitted)
    isPrompted ||= stands(flow, next) !== stands(flow, at) || asksAgain(event, emitted, at.memory.channel)
    at = next
  }
  return { snapshot: at, effects: isPrompted ? [...effects, ...promptOf(placeOf(flow, at))] : effects }
}

/** Whoever comes back, or may be somebody else, is led back to where they stood, once they say that it is safe. */
function cameFrom({ state, memory }: Snapshot, event: FlowEvent) {
  if (event.type !== 'RETURN' && event.type !== 'HANDS') return event
  const from = state === WAITING || state === EMERGENCY ? WAITING : state === WORKER ? WORKER : ''
  return { ...event, from: state === CHECK || state === RETURNED ? memory.aside : from }
}

/** Where a snapshot stands. Throws when the flow has no such state: the snapshot belongs to another version. */
export function placeOf(flow: Flow, { state, memory }: Snapshot): Place {
  const { states } = compiledOf(flow)
  if (state === WORKER || state === LEFT || state === CLOSED) return { kind: state }
  if (state === RETURNED) return { kind: 'question', question: 'channelOk', canSkip: false, returning: true }
  if (state === WAITING || state === EMERGENCY) {
    const left = states.get(memory.at)?.kind
    const reading = left === 'shelf' || left === 'page'
    return {
      kind: state,
      asked: memory.handover,
      canGoOn: memory.at !== '',
      reading,
      crisis: memory.crisis ?? 'danger'
    }
  }
  if (state === CHECK) {
    const put = dueCheck(flow, memory)?.put
    if (!put) throw new Error('there is nothing to check here')
    return put.kind === 'question'
      ? { kind: 'question', question: put.question, canSkip: true, spoken: true }
      : { kind: 'check', check: put, name: nameOf(put) }
  }
  const at = states.get(state)
  if (at?.kind === 'ask') {
    return { kind: 'question', question: at.question, canSkip: flow.questions[at.question]?.skip ?? false }
  }
  if (at?.kind === 'pause') return { kind: 'pause', message: at.message }
  if (at?.kind === 'shelf') return { kind: 'shelf', message: at.message, pages: at.pages }
  if (at?.kind === 'page') return { kind: 'page', page: at.page }
  throw new Error(`this flow has no resting place '${state}'`)
}

/**
 * The answers in force: those on the path as it runs now, and, while an earlier question is open again, those given
 * further on. A worker who joins at that moment must not see less than was said.
 */
export const currentAnswers = ({ memory: { log, kept, told = [] } }: Snapshot): Answers =>
  answersOf([...kept, ...told, ...log])

/** What triage holds its conditions against: the answers in force, and what was confirmed or noticed. */
export const currentFacts = (snapshot: Snapshot): Facts => ({
  answers: currentAnswers(snapshot),
  channel: snapshot.memory.channel,
  signals: snapshot.memory.signals ?? []
})

/** Whether they have said that it is all right to write to them, since they last came back too. On the web the page is theirs. */
export const mayWrite = (stored: Snapshot): boolean => stored.state !== RETURNED && !isAtTheDoor(whole(stored).memory)

/**
 * Short mode: on a phone somebody may be looking at, only the current step is shown. Triage specification, section 1. So it
 * is where somebody else may be writing, and before somebody who came back has said that it is safe.
 */
export function isShort(flow: Flow, stored: Snapshot): boolean {
  const { state, memory } = whole(stored)
  return state === RETURNED || memory.signals.includes('someoneElse') || holds(flow.shortMode, factsOf(memory))
}
