import type { QuestionId } from './catalogue.ts'

/** One option id, several, own words of a text question, or `skip`. */
export type Answer = string | readonly string[]
export const SKIP = 'skip'

export type Answers = { readonly [Q in QuestionId]?: Answer }

export type Channel = 'web' | 'sms'

/** What free text may raise, once the person has said yes to the plain question about it (domain: staffSignals). */
export type Signal =
  | 'locationSeeking'
  | 'heldNow'
  | 'injuryNow'
  | 'petsHarmed'
  | 'someoneElse'
  /** What they agreed to about being contacted is withdrawn: somebody else has the phone, or they want no more texts. */
  | 'noContact'

/** Who an answer came from: it decides how much weight a worker gives it. */
export type Source = 'self' | 'other' | 'professional' | 'worker'

/**
 * One line of the answer log: what was said, when, and in answer to which wording.
 * Lines are only ever added; a correction is a later line for the same question.
 */
export interface AnswerRecord {
  readonly question: QuestionId
  /** Null when the person wrote own words that are not one of the options: kept, and the question stays open. */
  readonly value: Answer | null
  /** Their own words, untidied; null when they chose a button. */
  readonly verbatim: string | null
  /** Version of the words they were asked with, so that a worker can see what they were answering. */
  readonly wordingVersion: string
  readonly locale: string
  readonly source: Source
  readonly channel: Channel
  /** ISO 8601, UTC. */
  readonly at: string
  /** True when they chose it or confirmed it; false for words nobody has confirmed the meaning of. */
  readonly confirmed: boolean
}

/** The person's own decision about what a worker reads; lines are only ever added. */
export type WithholdRecord =
  /** Whether a line of the summary is kept back; the latest one for a question counts. */
  | { readonly question: QuestionId; readonly withheld: boolean; readonly at: string }
  /** Whether a worker may learn that something is kept back: never what, nor how much. */
  | { readonly mayKnow: boolean; readonly at: string }
