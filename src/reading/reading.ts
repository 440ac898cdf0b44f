// What one message says: the vocabulary between the reader and whoever acts on it.
import type { Answer, Signal } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { Concern } from '../questions/concern.ts'
import type { Question } from '../questions/question.ts'
import type { RailName } from '../wording/keys.ts'

/** Asked with a plain yes or no before it counts. */
export type HeardSignal = Extract<Signal, 'heldNow' | 'injuryNow' | 'petsHarmed'>
/** Shown to staff only. */
export type Notice = Extract<Signal, 'locationSeeking' | 'someoneElse'>

/** What stands in a text, whatever it answers. */
export interface Heard {
  /** Most serious first. */
  readonly concerns: readonly Concern[]
  readonly signals: readonly HeardSignal[]
  readonly notices: readonly Notice[]
  /** A wish inside a longer sentence: asked back with a plain yes or no. */
  readonly askFor: 'person' | 'leave' | null
}

export type Reply =
  | { readonly kind: 'rail'; readonly rail: RailName }
  /** Danger happening now: the emergency card, without a question. */
  | { readonly kind: 'danger' }
  | { readonly kind: 'answer'; readonly value: Answer }
  /** Not sure: "Is that right?" */
  | { readonly kind: 'meant'; readonly value: Answer }
  /** Own words: kept as they are; what they mean is for a person to say. */
  | { readonly kind: 'words' }

export interface Reading extends Heard {
  readonly reply: Reply
}

/**
 * What is open, with its labels in the order of its options. `id` is null for what is no question of the catalogue:
 * a plain yes or no about something, or a list of pages; nothing but labels, numbers and the families answers those.
 */
export interface Open {
  readonly id: QuestionId | null
  readonly question: Question
  readonly labels: readonly string[]
}
