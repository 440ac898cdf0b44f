// What the second ear looks at in a message: its words, which stand side by side, and the letters inside each, so that a
// misspelt word is still half known. Nothing but text in and names out.
import { EAR_BUCKETS, EAR_RUNS, EAR_WINDOW_WORDS } from '../../limits.ts'
import { wordsOf } from '../fold.ts'

/** Stands before the first word and after the last, and at both ends of each word. */
const EDGE = '_'

/** What is looked at in some words, by name, each once. The two kinds are weighed apart: letters are many, words are few. */
export interface Features {
  readonly words: readonly string[]
  readonly runs: readonly string[]
}

/** The words of a message in stretches that overlap by half: what is said in one breath must not drown in a long story. */
export function stretchesOf(text: string): readonly (readonly string[])[] {
  const words = wordsOf(text)
  if (words.length <= EAR_WINDOW_WORDS) return words.length === 0 ? [] : [words]
  const step = EAR_WINDOW_WORDS / 2
  const count = Math.ceil((words.length - EAR_WINDOW_WORDS) / step) + 1
  return Array.from({ length: count }, (_, index) => words.slice(index * step, index * step + EAR_WINDOW_WORDS))
}

export function featuresOf(words: readonly string[]): Features {
  const names = new Set<string>()
  const around = [EDGE, ...words, EDGE]
  words.forEach((word, index) => {
    names.add(`word ${word}`)
    names.add(`pair ${around[index]} ${word}`)
    names.add(`over ${around[index]} ${around[index + 2]}`)
  })
  names.add(`pair ${around.at(-2)} ${EDGE}`)
  return { words: [...names], runs: [...new Set(words.flatMap(runsOf))] }
}

function runsOf(word: string): string[] {
  const letters = `${EDGE}${word}${EDGE}`
  const runs: string[] = []
  for (const length of EAR_RUNS)
    for (let at = 0; at + length <= letters.length; at += 1) runs.push(`run ${letters.slice(at, at + length)}`)
  return runs
}

/** The place of a name among the weights (FNV-1a, 32 bits, over UTF-16 units): whole numbers alone, the same on any machine. */
export function placeOf(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return ((hash ^ (hash >>> 16)) >>> 0) % EAR_BUCKETS
}
