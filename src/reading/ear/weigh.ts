// How much some words weigh: one sum. The same for training and for listening, so that the two can never drift apart.
import { type Features, featuresOf, placeOf } from './features.ts'

/** A place among the weights for each thing that stands in some words, and how much it counts there. */
export interface Weighable {
  readonly places: Int32Array
  readonly shares: Float64Array
}

/** One byte a place, in parts of `unit`; or, while training, as they are. */
export interface Weights {
  readonly at: Int8Array | Float64Array
  readonly unit: number
  /** What a message weighs before any of its words. */
  readonly base: number
}

/** Each kind counts the same in a short message and in a long one. */
const sharesOf = (names: readonly string[]): number[] => names.map(() => 1 / Math.sqrt(names.length))

export function weighable(words: readonly string[]): Weighable {
  const { words: whole, runs }: Features = featuresOf(words)
  return {
    places: Int32Array.from([...whole, ...runs], placeOf),
    shares: Float64Array.from([...sharesOf(whole), ...sharesOf(runs)])
  }
}

export function weigh({ places, shares }: Weighable, { at, unit, base }: Weights): number {
  let sum = 0
  for (let each = 0; each < places.length; each += 1) sum += (at[places[each] ?? 0] ?? 0) * (shares[each] ?? 0)
  return base + unit * sum
}

/** What the gravest of some stretches weighs; without any, nothing is heard at all. */
export const gravest = (stretches: readonly Weighable[], weights: Weights): number =>
  Math.max(Number.NEGATIVE_INFINITY, ...stretches.map(stretch => weigh(stretch, weights)))
