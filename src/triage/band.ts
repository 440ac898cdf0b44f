// The risk band: an aid to a worker's judgement, never shown to the person. Triage specification, section 2.

import type { QuestionId } from '../questions/catalogue.ts'
import type { Facts } from '../questions/condition.ts'
import { holds, is } from '../questions/condition.ts'
import { perspectiveOf } from '../questions/perspective.ts'
import { raised } from './flags.ts'
import { POLICY, type Policy } from './policy.ts'

export type BandName = 'immediate' | 'high' | 'medium' | 'not_enough_known' | 'standard' | 'not_banded'

export interface Band {
  readonly band: BandName
  /** Flag ids: all I, then all H; the M only when the band is neither immediate nor high. */
  readonly reasons: readonly string[]
  /** How many of the eleven key questions the person they are about has answered; of a report by another, only `dangerNow`. */
  readonly known: number
  readonly of: number
  readonly policyVersion: number
}

/**
 * Whether a key question counts as known. What a friend or a professional reports raises the same flags, but it is not the
 * answer of the one it is about, as `signsSeen` is not: with every one reported there would still be too little known to
 * say "standard". Whether somebody is in danger now is asked of whoever writes.
 */
const isKnown = (question: QuestionId, { answers }: Facts): boolean => {
  if (question !== 'dangerNow' && perspectiveOf(answers) !== 'self') return false
  const answer = answers[question]
  if (answer === undefined || answer === 'skip') return false
  return !(question === 'dangerNow' && answer === 'unsure')
}

/**
 * Band, reasons and how much is known, from the answers alone. First rule that holds, as in the specification.
 * `policy` is the one in force; another one is handed in only to compare two versions.
 */
export function assess(facts: Facts, policy: Policy = POLICY): Band {
  const known = policy.keyQuestions.filter(question => isKnown(question, facts)).length
  const result = (band: BandName, reasons: readonly string[]): Band => ({
    band,
    reasons,
    known,
    of: policy.keyQuestions.length,
    policyVersion: policy.version
  })
  if (holds(is('audience', 'harmer'), facts)) return result('not_banded', ['harmer route'])

  const immediate = raised(policy.immediate, facts)
  const high = raised(policy.high, facts)
  const medium = raised(policy.medium, facts)
  if (immediate.length > 0) return result('immediate', [...immediate, ...high])
  if (high.length > 0) return result('high', high)
  const isMediumAlone = medium.some(id => policy.mediumAlone.includes(id))
  const isReferredAsMedium = holds(is('referrerRisk', 'medium'), facts)
  if (medium.length >= policy.mediumTogether || isMediumAlone || isReferredAsMedium) return result('medium', medium)
  if (holds(is('referrerRisk', 'standard'), facts)) return result('standard', medium)
  if (known >= policy.enoughKnown) return result(medium.length === 0 ? 'standard' : 'medium', medium)
  return result('not_enough_known', medium)
}
