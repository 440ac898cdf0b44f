// What one message says: the vocabulary between the reader and whoever acts on it.
import type { Answer, Signal } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { Concern } from '../questions/concern.ts'
import type { Question } from '../questions/question.ts'
import type { Topic } from '../questions/topic.ts'
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
  /** What they ask the service, or remark to it, first things first. */
  readonly topics: readonly Topic[]
  /** They say, or show, that they are younger than eighteen. */
  readonly young: boolean
}

/**
 * What a message is: the first rung of the ladder (src/reading/ladder.ts) that holds. What stands on lower rungs is in Heard.
 * The numbers are the rungs of the specification.
 */
export type Reply =
  /** 1, 7: leave. 8: emergency, person. And the ways through the questions: back, skip, repeat, go on. */
  | { readonly kind: 'rail'; readonly rail: RailName }
  /** 2, 7. danger: because somebody is there, coming or holding the phone. plea: it may have been one. noTexts: they want no more texts. */
  | { readonly kind: 'leaving'; readonly why: 'danger' | 'plea' | 'noTexts' }
  /** 3. act: begun already. `of`: whose life. `danger`: the same words tell of danger now as well. */
  | { readonly kind: 'life'; readonly act: boolean; readonly of: 'self' | 'other'; readonly danger: boolean }
  /** 4: danger happening now: the emergency card, without a question. `helper`: somebody else writes on their phone. */
  | { readonly kind: 'danger'; readonly helper?: true }
  /** 5: somebody is near, or reads along; no wish was said. */
  | { readonly kind: 'near' }
  /** 6. asks: who is this? taken: a wrong number, or somebody else has the phone. wantsWords: somebody else wants to know what was said. */
  | { readonly kind: 'hands'; readonly who: 'asks' | 'taken' | 'wantsWords' }
  /** 9. They may hurt somebody. deed: they tell what they did; otherwise what they may do. */
  | { readonly kind: 'mayHurt'; readonly deed: boolean }
  /** 12: nothing but a question or a remark to the service. */
  | { readonly kind: 'asks'; readonly topic: Topic }
  /** 13 */
  | { readonly kind: 'answer'; readonly value: Answer }
  /** 13, not sure: asked back. */
  | { readonly kind: 'meant'; readonly value: Answer }
  /** 14, 15: own words: kept as they are; what they mean is for a person to say. */
  | { readonly kind: 'words' }
  /** Our own words come back, a reaction to them, or the answer of a machine: no message at all. */
  | { readonly kind: 'nothing' }

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
