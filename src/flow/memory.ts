// What a running flow remembers, and the pure functions over it. The XState machine only decides when to call them.
import { type Answer, type Answers, type Channel, type Signal, SKIP } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import { type Condition, type Facts, holds } from '../questions/condition.ts'
import type { Mark } from '../questions/mark.ts'
import { ALONE, type Question } from '../questions/question.ts'
import type { Check } from './check.ts'
import type { CardRule } from './flow.ts'

export interface Told {
  readonly question: QuestionId
  readonly value: Answer
}
export interface Entry extends Told {
  /** State the question was asked in. */
  readonly step: string
}

/** danger: now. suicide: they may act; act: they have begun to; both: with danger now beside it; other: somebody else's life. */
export type Crisis = 'danger' | 'suicide' | 'act' | 'both' | 'other'

export interface Memory {
  readonly channel: Channel
  /** Answers in force, in the order of the path walked. */
  readonly log: readonly Entry[]
  /** Answers given further on, before the person went back to change one: they count again when the path reaches them. */
  readonly kept: readonly Entry[]
  /** Answered before their turn, because the person spoke of it: they count at once, and are not asked for again. */
  readonly told: readonly Told[]
  /** What was written and is still to be asked about, first things first. */
  readonly checks: readonly Check[]
  /** What was confirmed with a plain yes, and what only staff are told. */
  readonly signals: readonly Signal[]
  /** What only staff are told of what was written, and of how they went. */
  readonly marks: readonly Mark[]
  /** Messages in a row in which nothing was understood. What was only heard does not end the count. */
  readonly misses: number
  /** Which card stands while nothing is asked. */
  readonly crisis: Crisis
  /** Somebody is near: nothing is shown or sent until they do something again. */
  readonly hushed: boolean
  /** The question, pause or page to return to from a rail; empty when the path is walked to its end. */
  readonly at: string
  /** Where a check or a return leads back to, when that is not `at`. */
  readonly aside: string
  /** Pauses gone on from and sentences said: not repeated when a path is walked again. */
  readonly passed: readonly string[]
  /** Cards shown, by their place in the flow's list. */
  readonly shown: readonly number[]
  readonly handover: boolean
  readonly urgent: boolean
}

export const blank = (channel: Channel): Memory => ({
  channel,
  log: [],
  kept: [],
  told: [],
  checks: [],
  signals: [],
  marks: [],
  misses: 0,
  crisis: 'danger',
  hushed: false,
  at: '',
  aside: '',
  passed: [],
  shown: [],
  handover: false,
  urgent: false
})

export const answersOf = (log: readonly Told[]): Answers =>
  Object.fromEntries(log.map(entry => [entry.question, entry.value]))

/** What the flow's conditions are held against: answers on the path, and those given before their turn. */
export const factsOf = ({ channel, log, told, signals }: Memory): Facts => ({
  answers: answersOf([...told, ...log]),
  channel,
  signals
})

/**
 * By text everything stays on the phone, whoever holds it: until somebody has said that it is all right to write, nothing is
 * asked but that, and nobody's place is spoken of. Domain guide, section 2, never 2.
 */
export function isAtTheDoor(memory: Memory): boolean {
  if (memory.channel !== 'sms') return false
  const { channelOk } = factsOf(memory).answers
  return channelOk !== 'yes' && channelOk !== 'unsure'
}

/** Whether a value is an answer to this question: known options only, never two, never "none" beside another. */
export function fits(question: Question, value: Answer): boolean {
  if (question.kind === 'text') return typeof value === 'string' && value.trim() !== ''
  if (question.kind !== 'many') return typeof value === 'string' && question.options.includes(value)
  if (typeof value === 'string' || value.length === 0) return false
  const known = value.every(option => question.options.includes(option)) && new Set(value).size === value.length
  return known && (value.length === 1 || !value.some(option => ALONE.includes(option)))
}

const without = <T extends Told>(list: readonly T[], question: QuestionId): T[] =>
  list.filter(entry => entry.question !== question)

/** Add an answer to the path. */
export const record = (memory: Memory, entry: Entry): Memory => ({
  ...memory,
  log: [...memory.log, entry],
  kept: without(memory.kept, entry.question),
  told: without(memory.told, entry.question),
  misses: 0
})

/** Take an answer before its turn. One that stands on the path already is reopened first. */
export const tell = (memory: Memory, question: QuestionId, value: Answer): Memory => ({
  ...memory,
  kept: without(memory.kept, question),
  told: [...without(memory.told, question), { question, value }],
  misses: 0
})

/** An answer that changes nothing about the path: in the place of the one before, or told. */
export function restate(memory: Memory, question: QuestionId, value: Answer): Memory {
  const isLogged = memory.log.some(entry => entry.question === question)
  if (!isLogged) return tell(memory, question, value)
  return { ...memory, log: memory.log.map(entry => (entry.question === question ? { ...entry, value } : entry)) }
}

/** Adds what staff are told; nothing is told twice. */
export const marked = (memory: Memory, ...marks: readonly Mark[]): Memory => ({
  ...memory,
  marks: [...new Set([...memory.marks, ...marks])]
})

/** Take up an answer given before somebody went back, or before its turn: on whatever path, nothing is asked twice. */
export function takeUp(memory: Memory, given: readonly Told[], step: string, question: QuestionId): Memory {
  const entry = given.find(other => other.question === question)
  return entry ? record(memory, { ...entry, step }) : memory
}

/** Reopen a question: its answer is dropped; those after it wait until the path reaches them again. */
export function reopen(memory: Memory, index: number): Memory {
  return { ...memory, log: memory.log.slice(0, index), kept: [...memory.log.slice(index + 1), ...memory.kept] }
}

/** The cards that what is new brings: rules that hold now and did not before; on a repeated path, only those not shown yet. */
export function newCards(before: Facts, memory: Memory, rules: readonly CardRule[], repeated: boolean): number[] {
  const now = factsOf(memory)
  return rules.flatMap((rule, index) => {
    if (repeated && memory.shown.includes(index)) return []
    return holds(rule.when, now) && !holds(rule.when, before) ? [index] : []
  })
}

/** True the first time the urgent condition holds; from then on the conversation stays urgent. */
export const becomesUrgent = (memory: Memory, urgent: Condition): boolean =>
  !memory.urgent && holds(urgent, factsOf(memory))

export const skipped = (step: string, question: QuestionId): Entry => ({ step, question, value: SKIP })
