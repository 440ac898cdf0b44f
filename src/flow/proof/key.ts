// When two moments of two conversations count as the same for the proof.
import { type Condition, holds } from '../../questions/condition.ts'
import { nameOf } from '../check.ts'
import type { Flow } from '../flow.ts'
import { factsOf } from '../memory.ts'
import { CHECK, CLOSED, EMERGENCY, LEFT, RETURNED, type State, WAITING, WORKER } from '../states.ts'
import type { Snapshot } from '../step.ts'
import { type Ahead, aheadOf } from './live.ts'
import { HELP_AT_ONCE, isShortened, isSurvivor, knowsTheLimits, mayWrite, wantsInformation } from './promises.ts'
import { undecided } from './undecided.ts'

/** What a promise asks about the past: never merged away, however little the flow itself still reads it. */
const PAST: readonly Condition[] = [mayWrite, knowsTheLimits, isSurvivor, isShortened, wantsInformation]
const NOTHING: Ahead = { questions: new Set(), conditions: [], pauses: new Set() }
const RESTING: readonly string[] = [WAITING, EMERGENCY, WORKER, LEFT, CLOSED, CHECK, RETURNED]

export interface Key {
  /** Which way it can go from here, and what the promises about the past say. */
  readonly way: string
  /** What only accumulates: who was called, which pauses were gone on from. No condition reads it. */
  readonly raised: string
}

export interface Keys {
  readonly of: (snapshot: Snapshot) => Key
  /** Every condition whose value can matter at a state or after it. */
  readonly conditionsAt: (state: string) => readonly Condition[]
}

/** The keys of one flow; reads its data once. */
export function keysOf(flow: Flow, states: readonly State[]): Keys {
  const ahead = aheadOf(states)
  const shortMode = flow.shortMode
  const always = [flow.urgent, ...flow.cards.map(rule => rule.when), ...HELP_AT_ONCE.map(rule => rule.when)]
  const of = ({ state, memory }: Snapshot): Key => {
    const facts = factsOf(memory)
    // From a check the person is led back to the place they hold: what lies ahead of it lies ahead of them.
    const { questions, conditions, pauses } = ahead.get(state === CHECK ? memory.at : state) ?? NOTHING
    const past = [...PAST, ...(memory.channel === 'sms' ? [shortMode] : [])].map(rule => holds(rule, facts))
    // What was given before its turn is decided, although its question still lies ahead.
    const open = new Set([...questions].filter(question => !memory.told.some(entry => entry.question === question)))
    const ways = conditions.map(rule => undecided(rule, facts, open))
    // A card or a call that can no longer come, or has come already, makes no difference any more.
    const coming = open.size > 0 ? always.map(rule => undecided(rule, facts, open)) : []
    const helps = coming.map(left => typeof left === 'string' && left)
    const at = RESTING.includes(state) ? memory.at : ''
    const hasPath = memory.log.length > 0
    // Nobody should meet a question they have answered; whether somebody will is not to be merged away either.
    const again = [...open].filter(question => facts.answers[question] !== undefined)
    const told = memory.told.map(({ question }) => question)
    const waitingChecks = memory.checks.map(nameOf)
    const passed = memory.passed.filter(pause => pauses.has(pause))
    return {
      way: JSON.stringify([state, at, hasPath, again, past, ways, helps, waitingChecks, told, memory.aside]),
      raised: JSON.stringify([state, at, past, memory.handover, memory.urgent, passed])
    }
  }
  // Answers that decide what may be asked about are told apart as well.
  const checks = flow.checks ? [flow.checks.about, flow.checks.urgent] : []
  const conditionsAt = (state: string) => [
    ...(ahead.get(state) ?? NOTHING).conditions,
    ...always,
    ...checks,
    ...PAST,
    shortMode
  ]
  return { of, conditionsAt }
}
