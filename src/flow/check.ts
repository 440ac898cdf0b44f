// Something to be asked plainly because of what a person wrote: nothing written counts before they have said so here.
import { type Answer, type Signal, SKIP } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import { type Concern, questionAbout } from '../questions/concern.ts'
import { type Condition, type Facts, holds } from '../questions/condition.ts'

/** Danger to life is asked about as early as `dangerNow` is; a hurt pet is not. */
export type AskedSignal = Extract<Signal, 'heldNow' | 'injuryNow' | 'petsHarmed'>

/** A plain yes or no that is no question of the flow. */
export type YesOrNo =
  | { readonly kind: 'signal'; readonly signal: AskedSignal }
  /** What they wrote is close to an option of the question being asked. */
  | { readonly kind: 'meant'; readonly question: QuestionId; readonly value: Answer }
  /** In the middle of a sentence: do they want a person, or to stop? */
  | { readonly kind: 'rail'; readonly rail: 'person' | 'leave' }
  /** Whom this is about after all: a yes is a plain answer to `audience`. Nobody is led to another path by words. */
  | { readonly kind: 'audience'; readonly audience: 'harmer' | 'survivor' }
  /** The second ear: is somebody in danger, or thinking of ending their life? It has answers of its own. */
  | { readonly kind: 'ear' }

/** What they say to the second ear. neither: kept as nothing, never as a no. aboutMe: whoever wrote about another. */
export type EarAnswer = 'danger' | 'life' | 'both' | 'neither' | 'unsure' | 'aboutMe'

/** What waits to be asked. */
export type Check =
  | YesOrNo
  /** `again`: its question was answered before they wrote of it, with an answer that raises nothing. */
  | { readonly kind: 'concern'; readonly concern: Concern; readonly again?: true }
  /** A question before its turn. `again`: also where it was answered already. */
  | { readonly kind: 'question'; readonly question: QuestionId; readonly again?: true }

/** A check as it is put: a question of the flow before its turn, or a yes or no. */
export type Put = YesOrNo | { readonly kind: 'question'; readonly question: QuestionId }

/** When a check may be put: data of the flow, so that a running conversation keeps the rules it began with. */
export interface CheckRules {
  /** Questions about harm, and `petsHarmed`. */
  readonly about: Condition
  /** `heldNow` and `injuryNow`. */
  readonly urgent: Condition
}

/** The name a form or a reply gives back, so that a late yes is not taken for another one. */
export function nameOf(check: Check): string {
  if (check.kind === 'question') return check.question
  if (check.kind === 'concern') return check.concern
  if (check.kind === 'signal') return check.signal
  if (check.kind === 'audience') return `audience.${check.audience}`
  if (check.kind === 'ear') return 'ear'
  return check.kind === 'rail' ? check.rail : `meant.${check.question}`
}

/** An answer that raises nothing: asking about it again can only raise. */
export const isQuietAnswer = (value: Answer | undefined): boolean =>
  value === undefined || value === SKIP || value === 'no' || (Array.isArray(value) && value.join() === 'none')

/** The question a check asks; null for one that asks a yes or no. */
export function questionOf(check: Check): QuestionId | null {
  if (check.kind === 'question') return check.question
  return check.kind === 'concern' ? questionAbout(check.concern) : null
}

/** The check as it may be put now to somebody who stands at a question (`at`; null where nothing is asked), or null. */
export function putNow(check: Check, facts: Facts, at: QuestionId | null, rules: CheckRules): Put | null {
  if (check.kind === 'rail' || check.kind === 'ear') return check
  if (check.kind === 'audience') {
    const isWorth = facts.answers.audience !== check.audience
    return isWorth && (check.audience === 'survivor' || holds(rules.about, facts)) ? check : null
  }
  if (check.kind === 'meant') return check.question === at ? check : null
  if (check.kind === 'signal') {
    return holds(check.signal === 'petsHarmed' ? rules.about : rules.urgent, facts) ? check : null
  }
  const question = questionOf(check)
  if (question === null || question === at) return null
  const before = facts.answers[question]
  // Whether there is danger now may be said anew wherever they stand, and how old somebody is wherever we may write; what is
  // about harm, where harm may be asked about.
  const mayAsk = question === 'dangerNow' || holds(question === 'ageBand' ? rules.urgent : rules.about, facts)
  if (!mayAsk) return null
  const isAgain = 'again' in check && check.again === true
  const isOpen = before === undefined || (isAgain && (check.kind === 'question' || isQuietAnswer(before)))
  return isOpen ? { kind: 'question', question } : null
}
