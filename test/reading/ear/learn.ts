// Logistic regression with a pull towards nought (L2), by Nesterov's accelerated descent over all examples at once. Only + - * /
// and square roots, which every machine computes alike, in an order that is fixed: the same examples give the same bytes.
import { EAR_BUCKETS } from '../../../src/limits.ts'
import { stretchesOf } from '../../../src/reading/ear/features.ts'
import { gravest, type Weighable, type Weights, weigh, weighable } from '../../../src/reading/ear/weigh.ts'
import { wordsOf } from '../../../src/reading/fold.ts'
import type { Example } from './examples.ts'

export interface Row extends Weighable {
  readonly worrying: boolean
  /** It is learnt as a whole, and weighed as it will be listened to. */
  readonly stretches: readonly Weighable[]
}

export interface Learnt {
  readonly weights: Float64Array
  readonly base: number
}

/** Enough to stand still: twice as many move no figure of the table by more than a per cent. */
export const ROUNDS = 400
/** How strongly weights are held at nought. Chosen by cross-validation, as all that features.ts looks at. */
export const PULL = 0.000_01
/** The longest step that cannot overshoot: no curve bends by more than a quarter, and a row's shares weigh two at most. */
const STEP = 1.9

export const rowOf = ({ text, worrying }: Example): Row => ({
  ...weighable(wordsOf(text)),
  worrying,
  stretches: stretchesOf(text).map(weighable)
})

/** e to the x by its series, for an x made small, and squared back: Math.exp may differ between machines. */
function exp(x: number): number {
  const small = x / 1024
  let power = 1 + small * (1 + (small / 2) * (1 + (small / 3) * (1 + small / 4)))
  for (let squared = 0; squared < 10; squared += 1) power *= power
  return power
}

const chance = (score: number): number => 1 / (1 + exp(-Math.max(-30, Math.min(30, score))))

const weightsOf = ({ weights, base }: Learnt): Weights => ({ at: weights, unit: 1, base })

export const scoreOf = ({ stretches }: Row, learnt: Learnt): number => gravest(stretches, weightsOf(learnt))

/** The slope of the loss over all rows. */
function slopeAt(rows: readonly Row[], here: Learnt): Learnt {
  const slope = new Float64Array(EAR_BUCKETS)
  const weights = weightsOf(here)
  let base = 0
  for (const row of rows) {
    const off = (chance(weigh(row, weights)) - (row.worrying ? 1 : 0)) / rows.length
    base += off
    for (let at = 0; at < row.places.length; at += 1) {
      const place = row.places[at] ?? 0
      slope[place] = (slope[place] ?? 0) + off * (row.shares[at] ?? 0)
    }
  }
  return { weights: slope, base }
}

export function learn(rows: readonly Row[]): Learnt {
  let now: Learnt = { weights: new Float64Array(EAR_BUCKETS), base: 0 }
  let ahead = now
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = slopeAt(rows, ahead)
    const from = ahead
    const next: Learnt = {
      weights: from.weights.map((weight, at) => weight - STEP * ((slope.weights[at] ?? 0) + PULL * weight)),
      base: from.base - STEP * slope.base
    }
    const before = now
    const carry = (round - 1) / (round + 2)
    ahead = {
      weights: next.weights.map((weight, at) => weight + carry * (weight - (before.weights[at] ?? 0))),
      base: next.base + carry * (next.base - before.base)
    }
    now = next
  }
  return now
}
