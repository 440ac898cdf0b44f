// Which answers a flag rests on, as far as the worker may see them.

import type { QuestionId } from '../questions/catalogue.ts'
import { type Condition, type Facts, holds } from '../questions/condition.ts'
import type { Band } from '../triage/band.ts'
import { HIGH, IMMEDIATE, MEDIUM } from '../triage/flags.ts'
import type { Words } from '../wording/words.ts'

const FLAGS = [...IMMEDIATE, ...HIGH, ...MEDIUM]

export interface Reason {
  readonly flag: string
  /** A few words; null when the flag stands on withheld answers alone. */
  readonly label: string | null
  /** What it means, in a sentence; null where there is no label. */
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

/**
 * The band's reasons in words, with the answers behind them. The band counts every answer, withheld ones too, because
 * safety wins; a flag that stands on withheld answers alone is named by its id and nothing else. That the id may still
 * say what was kept back is a conflict of two promises: the practice lead has to decide it before going live.
 */
export function reasonsOf(band: Band, visible: Facts, words: Words): Reason[] {
  return band.reasons.map(id => {
    const flag = FLAGS.find(known => known.id === id)
    if (!flag) {
      const isSeen = visible.answers.audience === 'harmer'
      const label = isSeen ? words.staff('referralHarmer') : null
      return { flag: id, label, explained: null, because: isSeen ? ['audience'] : [] }
    }
    if (!holds(flag.when, visible)) return { flag: id, label: null, explained: null, because: [] }
    const because = [...new Set(supporting(flag.when, visible))]
    const label = words.staff(`referralFlag-${flag.id}`)
    return { flag: id, label, explained: words.triage(`flag-${flag.id}`), because }
  })
}
