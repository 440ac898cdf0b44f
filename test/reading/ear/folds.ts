// Where the line is drawn, and what that costs: measured only on messages that were not trained on.
import { type Learnt, learn, type Row, scoreOf } from './learn.ts'

/** Each example is weighed once by what was learnt from the other nine in ten. */
export const FOLDS = 10
/** Of harmless messages so many, in a hundred, may bring a question: the line is drawn there, and what it misses follows. */
export const NEEDLESS = 4

export interface Weighed {
  readonly worrying: boolean
  readonly score: number
  readonly fold: number
}

export interface Count {
  readonly hits: number
  readonly of: number
}

/** Each row weighed by what was learnt without it. `folds`: how many parts of the ten are; the others are left out. */
export function crossValidate(rows: readonly Row[], folds = FOLDS): Weighed[] {
  return Array.from({ length: folds }, (_, fold) => {
    const isHeld = (_: Row, at: number) => at % FOLDS === fold
    const learnt: Learnt = learn(rows.filter((row, at) => !isHeld(row, at)))
    return rows.filter(isHeld).map(row => ({ worrying: row.worrying, score: scoreOf(row, learnt), fold }))
  }).flat()
}

/** The score that so many harmless messages stay under that no more than NEEDLESS in a hundred bring a question. */
export function thresholdOf(weighed: readonly Weighed[]): number {
  const harmless = weighed.filter(({ worrying }) => !worrying).map(({ score }) => score)
  harmless.sort((a, b) => b - a)
  return Math.round(1000 * (harmless[Math.floor((NEEDLESS * harmless.length) / 100)] ?? 0)) / 1000
}

export const missed = (weighed: readonly Weighed[], threshold: number): Count => {
  const worrying = weighed.filter(each => each.worrying)
  return { hits: worrying.filter(({ score }) => score <= threshold).length, of: worrying.length }
}

export const needless = (weighed: readonly Weighed[], threshold: number): Count => {
  const harmless = weighed.filter(each => !each.worrying)
  return { hits: harmless.filter(({ score }) => score > threshold).length, of: harmless.length }
}

/** "12 of 240, 5.0 % (2.9-8.5)": with the interval after Wilson that holds the true share in 95 of 100 cases. */
export function inWords({ hits, of }: Count): string {
  if (of === 0) return '0 of 0'
  const z = 1.96
  const share = hits / of
  const middle = share + (z * z) / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const percent = (part: number): string => (100 * part).toFixed(1)
  const [low, high] = [(middle - reach) / (1 + (z * z) / of), (middle + reach) / (1 + (z * z) / of)]
  return `${hits} of ${of}, ${percent(share)} % (${percent(Math.max(0, low))}-${percent(high)})`
}
