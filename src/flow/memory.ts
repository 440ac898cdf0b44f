// What a running flow remembers, and the pure functions over it. The XState machine only decides when to call them.
import { type Answer, type Answers, type Channel, SKIP } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import { type Condition, type Facts, holds } from '../questions/condition.ts'
import { ALONE, type Question } from '../questions/question.ts'
import type { CardRule } from './flow.ts'

export interface Entry {
  /** State the question was asked in. */
  readonly step: string
  readonly question: QuestionId
  readonly value: Answer
}

export interface Memory {
  readonly channel: Channel
  /** Answers in force, in the order of the path walked. */
  readonly log: readonly Entry[]
  /** Answers given further on, before the person went back to change one: they count again when the path reaches them. */
  readonly kept: readonly Entry[]
  /** The question or pause to return to from a rail; empty when the path is walked to its end. */
  readonly at: string
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
  at: '',
  passed: [],
  shown: [],
  handover: false,
  urgent: false
})

export const answersOf = (log: readonly Entry[]): Answers =>
  Object.fromEntries(log.map(entry => [entry.question, entry.value]))

export const factsOf = (memory: Memory, log = memory.log): Facts => ({
  answers: answersOf(log),
  channel: memory.channel
})

/** Whether a value is an answer to this question: known options only, never two, never "none" beside another. */
export function fits(question: Question, value: Answer): boolean {
  if (question.kind === 'text') return typeof value === 'string' && value.trim() !== ''
  if (question.kind !== 'many') return typeof value === 'string' && question.options.includes(value)
  if (typeof value === 'string' || value.length === 0) return false
  const known = value.every(option => question.options.includes(option)) && new Set(value).size === value.length
  return known && (value.length === 1 || !value.some(option => ALONE.includes(option)))
}

/** Add an answer to the path. */
export const record = (memory: Memory, entry: Entry): Memory => ({
  ...memory,
  log: [...memory.log, entry],
  kept: memory.kept.filter(kept => kept.question !== entry.question)
})

/** Take up an answer given before somebody went back. */
export function takeKept(memory: Memory, step: string): Memory {
  const entry = memory.kept.find(kept => kept.step === step)
  return entry ? record(memory, entry) : memory
}

/** Reopen a question: its answer is dropped; those after it wait until the path reaches them again. */
export function reopen(memory: Memory, index: number): Memory {
  return { ...memory, log: memory.log.slice(0, index), kept: [...memory.log.slice(index + 1), ...memory.kept] }
}

/** The cards an answer brings: rules that hold now and did not before, and, on a repeated path, were not shown yet. */
export function newCards(memory: Memory, rules: readonly CardRule[], repeated: boolean): number[] {
  const before = factsOf(memory, memory.log.slice(0, -1))
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
