// What somebody wrote, as the flow remembers it: what to ask about next, and what became of it.
import type { Answers, Signal } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import { type Check, type CheckRules, isQuietAnswer, nameOf, type Put, putNow, questionOf } from './check.ts'
import type { Flow } from './flow.ts'
import { factsOf, isAtTheDoor, type Memory, restate } from './memory.ts'

/** So many messages in a row that say nothing we can read: then a person is offered. Domain guide, section 3. */
const MISSES_MAX = 2

const NEVER: CheckRules = { about: { any: [] }, urgent: { any: [] } }

/** The question at which a person stands, from the name of its state; null at a pause or a page. */
function questionAt(flow: Flow, { at }: Memory): QuestionId | null {
  const [, name = '', ...deeper] = at.split('/')
  return deeper.length === 0 && name in flow.questions ? (name as QuestionId) : null
}

interface Due {
  readonly check: Check
  readonly put: Put
}

/** The check to put now; undefined when there is none, or none that may be put yet. */
export function dueCheck(flow: Flow, memory: Memory): Due | undefined {
  if (memory.checks.length === 0 || isAtTheDoor(memory)) return undefined
  const facts = factsOf(memory)
  const at = memory.aside === '' ? questionAt(flow, memory) : null
  for (const check of memory.checks) {
    const put = putNow(check, facts, at, flow.checks ?? NEVER)
    if (put) return { check, put }
  }
  return undefined
}

/** What they asked to change first, then danger to life, then what they meant, then the rest in the order it was heard. */
const RANK: Record<Check['kind'], number> = { question: 0, signal: 1, meant: 2, rail: 3, concern: 4 }

/** A check worth remembering, as it stands towards what was answered before; null when there is nothing left to ask. */
function worth(check: Check, answers: Answers, { signals }: Memory): Check | null {
  if (check.kind === 'signal') return signals.includes(check.signal) ? null : check
  const question = check.kind === 'concern' ? questionOf(check) : null
  if (check.kind !== 'concern' || question === null || answers[question] === undefined) return check
  return isQuietAnswer(answers[question]) ? { ...check, again: true } : null
}

/** Adds what was heard. A newer near miss takes the place of an older one; nothing waits twice. */
export function hear(memory: Memory, heard: readonly Check[], notices: readonly Signal[]): Memory {
  const { answers } = factsOf(memory)
  const fresh = heard.flatMap(check => worth(check, answers, memory) ?? [])
  const names = new Set(fresh.map(nameOf))
  const isReplaced = ({ kind }: Check) => kind === 'meant' && fresh.some(check => check.kind === 'meant')
  const waiting = memory.checks.filter(check => !isReplaced(check) && !names.has(nameOf(check)))
  return {
    ...memory,
    checks: [...waiting, ...fresh].sort((a, b) => RANK[a.kind] - RANK[b.kind]),
    signals: [...new Set([...memory.signals, ...notices])],
    misses: heard.length > 0 ? 0 : memory.misses
  }
}

/** Whether one more message that cannot be read would be one too many. */
export const isLost = ({ misses }: Memory): boolean => misses + 1 >= MISSES_MAX

/** One more message that could not be read; after two, whether they want a person becomes a check. */
export function missed(memory: Memory): Memory {
  if (!isLost(memory)) return { ...memory, misses: memory.misses + 1 }
  return { ...hear(memory, memory.handover ? [] : [{ kind: 'rail', rail: 'person' }], []), misses: 0 }
}

/** A check was put: it, and whatever else would ask the same question, waits no longer. */
export function dropCheck(memory: Memory, { check, put }: Due): Memory {
  const isSame = (other: Check) =>
    nameOf(other) === nameOf(check) || (put.kind === 'question' && questionOf(other) === put.question)
  return { ...memory, checks: memory.checks.filter(other => !isSame(other)) }
}

export const confirmSignal = (memory: Memory, signal: Signal): Memory => ({
  ...memory,
  signals: [...new Set([...memory.signals, signal])]
})

/** Danger now, in their own words, is taken as a yes to `dangerNow`. Triage specification, section 1. */
export const saidDanger = (memory: Memory): Memory => restate(memory, 'dangerNow', 'yes')
