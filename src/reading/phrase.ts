// The small language phrases are written in, made ready to match: `a/b`, `word*`, `word?`, `..`, `@group`.
import { wordsOf } from './fold.ts'

export interface WordStep {
  readonly kind: 'word'
  readonly exact: ReadonlySet<string>
  readonly starts: readonly string[]
  readonly optional: boolean
}
export type Step =
  | WordStep
  | { readonly kind: 'gap' }
  | { readonly kind: 'group'; readonly group: Book; readonly optional: boolean }

export interface Phrase {
  readonly source: string
  readonly steps: readonly Step[]
}

/** Phrases by the word they begin with, so that a text is not held against all of them at every word. */
export interface Book {
  readonly first: ReadonlyMap<string, readonly Phrase[]>
  readonly rest: readonly Phrase[]
  readonly size: number
}

/** The groups of one language, compiled when they are first asked for. */
export type Groups = (name: string) => Book

const DROPS_G = /[aeiouy].*ing$/

function compileWord(part: string, source: string): WordStep {
  const optional = part.endsWith('?')
  const exact = new Set<string>()
  const starts: string[] = []
  for (const choice of part.replace(/\?$/, '').split('/')) {
    const open = choice.endsWith('*')
    // A beginning is made as calm as a whole word: doubled letters never count in what it is held against.
    const folded = open ? wordsOf(choice.slice(0, -1)).map(word => word.replace(/(\p{L})\1+/gu, '$1')) : wordsOf(choice)
    const [word] = folded
    if (word === undefined || folded.length > 1)
      throw new Error(`"${choice}" is not one word, in the phrase "${source}"`)
    if (open) starts.push(word)
    else exact.add(word)
    // "Kickin the door": many who speak drop that g, and write as they speak. "Thing" without a vowel before it keeps it.
    if (!open && DROPS_G.test(word)) exact.add(word.slice(0, -1))
  }
  return { kind: 'word', exact, starts, optional }
}

/** One phrase, ready to match. Throws, naming the phrase, when it cannot be read. */
export function compilePhrase(source: string, groups: Groups): Phrase {
  const steps = source
    .trim()
    .split(/\s+/)
    .map((part): Step => {
      if (part === '..') return { kind: 'gap' }
      if (!part.startsWith('@')) return compileWord(part, source)
      return { kind: 'group', group: groups(part.replace(/^@|\?$/g, '')), optional: part.endsWith('?') }
    })
  const [first] = steps
  if (!first || first.kind === 'gap' || first.optional) throw new Error(`"${source}" must begin with a word`)
  return { source, steps }
}

/** The words a phrase can begin with; null where it may begin with any that starts so. */
function firstWordsOf({ steps: [step] }: Phrase): readonly string[] | null {
  if (step?.kind === 'group') return step.group.rest.length > 0 ? null : [...step.group.first.keys()]
  return step?.kind === 'word' && step.starts.length === 0 ? [...step.exact] : null
}

/** Many phrases as one book. */
export function bind(phrases: readonly Phrase[]): Book {
  const first = new Map<string, Phrase[]>()
  const rest: Phrase[] = []
  for (const phrase of phrases) {
    const words = firstWordsOf(phrase)
    if (!words) rest.push(phrase)
    for (const word of new Set(words)) {
      const known = first.get(word)
      if (known) known.push(phrase)
      else first.set(word, [phrase])
    }
  }
  return { first, rest, size: phrases.length }
}

/** A text that is not a phrase of that language: its words, in order. Null when it has none. */
export function literal(text: string): Phrase | null {
  const words = wordsOf(text)
  if (words.length === 0) return null
  return {
    source: text,
    steps: words.map(word => ({ kind: 'word', exact: new Set([word]), starts: [], optional: false }))
  }
}
