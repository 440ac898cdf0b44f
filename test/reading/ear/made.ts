// What is committed as src/reading/ear/weights.json, made from the examples. Twice the same, on any machine.
import { createHash } from 'node:crypto'
import { EAR_BUCKETS } from '../../../src/limits.ts'
import { FOLDS, NEEDLESS } from './folds.ts'
import { type Learnt, PULL, ROUNDS, type Row } from './learn.ts'

/** Weights are kept as whole numbers up to this, in parts of `unit`: a byte with a sign. */
const MOST = 127

export interface Made {
  /** What it was trained on, and how: another fold of words, another example or another setting gives another one. */
  readonly trainedOn: string
  readonly threshold: number
  readonly base: number
  readonly unit: number
  /** One signed byte for each place, as base64. */
  readonly weights: string
}

export function fingerprintOf(rows: readonly Row[]): string {
  const hash = createHash('sha256').update([EAR_BUCKETS, ROUNDS, PULL, FOLDS, NEEDLESS].join(' '))
  for (const { worrying, places } of rows) hash.update(`\n${worrying} ${places.join(' ')}`)
  return hash.digest('hex')
}

const rounded = (number: number): number => Math.round(1_000_000 * number) / 1_000_000

export function madeFrom(rows: readonly Row[], { weights, base }: Learnt, threshold: number): Made {
  const unit = rounded(weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / MOST)
  const bytes = Int8Array.from(weights, weight => Math.max(-MOST, Math.min(MOST, Math.round(weight / unit))))
  return {
    trainedOn: fingerprintOf(rows),
    threshold,
    base: rounded(base),
    unit,
    weights: Buffer.from(bytes.buffer).toString('base64')
  }
}

/** The file as it stands on disk. */
export const asFile = (made: Made): string => `${JSON.stringify(made, null, 2)}\n`
