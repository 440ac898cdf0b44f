// Which answers a flag rests on, as far as the worker may see them.

import type { QuestionId } from '../questions/catalogue.ts'
import { type Condition, type Facts, holds } from '../questions/condition.ts'
import type { Band } from '../triage/band.ts'
import { HIGH, IMMEDIATE, MEDIUM } from '../triage/flags.ts'
import type { Words } from '../wording/words.ts'

const FLAGS = [...IMMEDIATE, ...HIGH, ...MEDIUM]

export interface Reason {
  readonly flag: string
  /** A few words. */
  readonly label: string
  /** What it means, in a sentence; null where the label says it all. */
  readonly explained: string | null
  readonly because: QuestionId[]
}

/** The questions whose answers make a condition hold. */
function supporting(condition: Condition, facts: Facts): QuestionId[] {
  if (!holds(condition, facts)) return []
  if ('all' in condition) return condition.all.flatMap(part => supporting(part, facts))
  if ('any' in condition) return condition.any.flatMap(part => supporting(part, facts))
  if ('atLeast' in condition) return condition.of.flatMap(part => supporting(part, facts))
  return 'question' in condition ? [condition.question] : 'given' in condition ? [condition.given] : []
}

/** What a reason says that stands on withheld answers: never which flag, nor how many there are. */
const KEPT_BACK = 'kept back'

/** One reason, on what the worker may see alone; null when it does not stand on that. */
function reasonOf(id: string, visible: Facts, words: Words): Reason | null {
  const flag = FLAGS.find(known => known.id === id)
  if (!flag) {
    if (visible.answers.audience !== 'harmer') return null
    return { flag: id, label: words.staff('referralHarmer'), explained: null, because: ['audience'] }
  }
  if (!holds(flag.when, visible)) return null
  const because = [...new Set(supporting(flag.when, visible))]
  return {
    flag: id,
    label: words.staff(`referralFlag-${flag.id}`),
    explained: words.triage(`flag-${flag.id}`),
    because
  }
}

/**
 * The band's reasons in words, with the answers behind them. The band counts every answer, withheld ones too, because
 * safety wins (law 4). A reason that stands on withheld answers would say what was withheld: one neutral reason stands in
 * its place, last whatever it hides, if the person agreed that staff may know; otherwise nothing does. What that costs is
 * for the practice lead to weigh: docs/decisions/023-kept-back.md.
 */
export function reasonsOf(band: Band, visible: Facts, mayKnow: boolean, words: Words): Reason[] {
  const reasons = band.reasons.flatMap(id => reasonOf(id, visible, words) ?? [])
  if (!mayKnow || reasons.length === band.reasons.length) return reasons
  return [...reasons, { flag: KEPT_BACK, label: words.staff('referralReasonKeptBack'), explained: null, because: [] }]
}
