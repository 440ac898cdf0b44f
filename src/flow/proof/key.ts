// When two moments of two conversations count as the same for the proof.
import type { QuestionId } from '../../questions/catalogue.ts'
import { type Condition, type Facts, holds, questionsOf } from '../../questions/condition.ts'
import { nameOf } from '../check.ts'
import type { Flow } from '../flow.ts'
import { factsOf, type Memory } from '../memory.ts'
import { CHECK, CLOSED, EMERGENCY, LEFT, RETURNED, type State, WAITING, WORKER } from '../states.ts'
import type { Snapshot } from '../step.ts'
import { type Ahead, aheadOf, distinct } from './live.ts'
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

/** What was said so far, as far as it still matters: about the past, and a number equal for equal open parts. */
interface Decided {
  readonly past: string
  readonly number: number
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
  const always = distinct([flow.urgent, ...flow.cards.map(rule => rule.when), ...HELP_AT_ONCE.map(rule => rule.when)])
  const decisions = new Map<Ahead, (memory: Memory) => Decided>()
  const numbers = new Map<string, number>()

  /** What the answers have decided and what they leave open for somebody with this ahead of them. */
  const decide = ({ questions, conditions }: Ahead, { channel, told }: Memory, facts: Facts): Decided => {
    const past = JSON.stringify([...PAST, ...(channel === 'sms' ? [shortMode] : [])].map(rule => holds(rule, facts)))
    // What was given before its turn is decided, although its question still lies ahead.
    const open = new Set([...questions].filter(question => !told.some(entry => entry.question === question)))
    const ways = conditions.map(rule => undecided(rule, facts, open))
    // A card or a call that can no longer come, or has come already, makes no difference any more.
    const coming = open.size > 0 ? always.map(rule => undecided(rule, facts, open)) : []
    const helps = coming.map(left => typeof left === 'string' && left)
    // Nobody should meet a question they have answered; whether somebody will is not to be merged away either.
    const again = [...open].filter(question => facts.answers[question] !== undefined)
    const text = JSON.stringify([again, past, ways, helps])
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return { past, number }
  }

  /** Decided once for all who gave the same answers to whatever is read from there on: nothing else comes into it. */
  const decidingAt = (there: Ahead): ((memory: Memory) => Decided) => {
    const known = new Map<string, Decided>()
    const rules = [...there.conditions, ...always, ...PAST, shortMode]
    const read: readonly QuestionId[] = [...new Set([...there.questions, ...rules.flatMap(questionsOf)])]
    return memory => {
      const facts = factsOf(memory)
      const told = memory.told.map(({ question }) => question)
      const answers = read.map(question => facts.answers[question])
      const name = `${memory.channel} ${memory.signals.join()} ${told.join()} ${answers.join(';')}`
      const decided = known.get(name) ?? decide(there, memory, facts)
      known.set(name, decided)
      return decided
    }
  }

  const of = ({ state, memory }: Snapshot): Key => {
    // From a check the person is led back to the place they hold: what lies ahead of it lies ahead of them.
    const there = ahead.get(state === CHECK ? memory.at : state) ?? NOTHING
    const deciding = decisions.get(there) ?? decidingAt(there)
    decisions.set(there, deciding)
    const { past, number } = deciding(memory)
    const at = RESTING.includes(state) ? memory.at : ''
    const hasPath = memory.log.length > 0
    const told = memory.told.map(({ question }) => question)
    const waitingChecks = memory.checks.map(nameOf)
    const passed = memory.passed.filter(pause => there.pauses.has(pause))
    return {
      way: JSON.stringify([state, at, hasPath, number, waitingChecks, told, memory.aside]),
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
