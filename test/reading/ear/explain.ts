// Why the second ear finds a message worrying, for whoever trains it. In tests alone: nobody is shown this about anybody.
import { WEIGHTS } from '../../../src/reading/ear/ear.ts'
import { featuresOf, placeOf } from '../../../src/reading/ear/features.ts'
import { wordsOf } from '../../../src/reading/fold.ts'

export interface Part {
  readonly name: string
  /** What it adds to the score; below nought it takes away. */
  readonly adds: number
}

/** What stands in a message and what each part adds, the most telling first. The base and these make up its score. */
export function explain(text: string): Part[] {
  const { words, runs } = featuresOf(wordsOf(text))
  const partsOf = (names: readonly string[]): Part[] =>
    names.map(name => ({ name, adds: (WEIGHTS.unit * (WEIGHTS.at[placeOf(name)] ?? 0)) / Math.sqrt(names.length) }))
  return [...partsOf(words), ...partsOf(runs)].sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds))
}
