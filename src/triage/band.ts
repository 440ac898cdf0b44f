// The risk band: an aid to a worker's judgement, never shown to the person. Triage specification, section 2.

import type { QuestionId } from '../questions/catalogue.ts'
import type { Facts } from '../questions/condition.ts'
import { holds, is } from '../questions/condition.ts'
import { HIGH, IMMEDIATE, MEDIUM, POLICY_VERSION, raised } from './flags.ts'

export type BandName = 'immediate' | 'high' | 'medium' | 'not_enough_known' | 'standard' | 'not_banded'

export interface Band {
  readonly band: BandName
  /** Flag ids: all I, then all H; the M only when the band is neither immediate nor high. */
  readonly reasons: readonly string[]
  /** How many of the eleven key questions have an answer. */
  readonly known: number
  readonly of: number
  readonly policyVersion: number
}

const KEY_QUESTIONS: readonly QuestionId[] = [
  'dangerNow',
  'fear',
  'believesSerious',
  'physical',
  'neck',
  'weapon',
  'threatsToKill',
  'separation',
  'stalking',
  'control',
  'suicide'
]
/** From this many known answers on, "nothing was said" begins to mean something. */
const ENOUGH_KNOWN = 8

const isKnown = (question: QuestionId, { answers }: Facts): boolean => {
  const answer = answers[question]
  if (answer === undefined || answer === 'skip') return false
  return !(question === 'dangerNow' && answer === 'unsure')
}

/** Band, reasons and how much is known, from the answers alone. First rule that holds, as in the specification. */
export function assess(facts: Facts): Band {
  const known = KEY_QUESTIONS.filter(question => isKnown(question, facts)).length
  const result = (band: BandName, reasons: readonly string[]): Band => ({
    band,
    reasons,
    known,
    of: KEY_QUESTIONS.length,
    policyVersion: POLICY_VERSION
  })
  if (holds(is('audience', 'harmer'), facts)) return result('not_banded', ['harmer route'])

  const immediate = raised(IMMEDIATE, facts)
  const high = raised(HIGH, facts)
  const medium = raised(MEDIUM, facts)
  if (immediate.length > 0) return result('immediate', [...immediate, ...high])
  if (high.length > 0) return result('high', high)
  const mediumAlone = medium.some(id => id === 'M-physical' || id === 'M-fear' || id === 'M-believes')
  if (medium.length >= 2 || mediumAlone || holds(is('referrerRisk', 'medium'), facts)) return result('medium', medium)
  if (holds(is('referrerRisk', 'standard'), facts)) return result('standard', medium)
  if (known >= ENOUGH_KNOWN) return result(medium.length === 0 ? 'standard' : 'medium', medium)
  return result('not_enough_known', medium)
}
