// What a condition still waits for: its value if the answers given decide it, else its open part as text.
import type { QuestionId } from '../../questions/catalogue.ts'
import { type Condition, type Facts, holds } from '../../questions/condition.ts'

/** True or false once nothing that can still be asked changes it; otherwise a text equal for equal open parts. */
export type Undecided = boolean | string

/**
 * Two people for whom every condition ahead has the same open part go the same ways for the same answers, whatever
 * they said before: this is what lets the proof walk thousands of places instead of all combinations of answers.
 */
export function undecided(condition: Condition, facts: Facts, open: ReadonlySet<QuestionId>): Undecided {
  const part = (inner: Condition) => undecided(inner, facts, open)
  if ('not' in condition) return opposite(part(condition.not))
  if ('all' in condition) return opposite(anyOf(condition.all.map(inner => opposite(part(inner)))))
  if ('any' in condition) return anyOf(condition.any.map(part))
  if ('atLeast' in condition) return countOf(condition.atLeast, condition.of.map(part))
  if ('channel' in condition || 'signal' in condition) return holds(condition, facts)
  const question = 'given' in condition ? condition.given : condition.question
  if (!open.has(question)) return holds(condition, facts)
  const wanted = 'given' in condition ? 'given' : condition.is.join(' ')
  // Only in a damaged flow can an answered question be asked again: then both its answers matter.
  return facts.answers[question] === undefined
    ? `${question}=${wanted}`
    : `${question}=${wanted}|${holds(condition, facts)}`
}

const opposite = (value: Undecided): Undecided => {
  if (typeof value === 'boolean') return !value
  return value.startsWith('!(') ? value.slice(2, -1) : `!(${value})`
}

function anyOf(parts: readonly Undecided[]): Undecided {
  if (parts.includes(true)) return true
  const open = [...new Set(parts.filter(part => typeof part === 'string'))].sort()
  if (open.length < 2) return open[0] ?? false
  return `any(${open.join(',')})`
}

function countOf(wanted: number, parts: readonly Undecided[]): Undecided {
  const missing = wanted - parts.filter(part => part === true).length
  const open = parts.filter(part => typeof part === 'string').sort()
  if (missing <= 0) return true
  if (missing > open.length) return false
  return missing === 1 ? anyOf(open) : `${missing} of(${open.join(',')})`
}
