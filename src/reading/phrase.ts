// The small language phrases are written in, made ready to match: `a/b`, `word*`, `word?`, `..`, `@group`.
// Every word goes through the same form as a text (fold.ts): a list may say "hes", "he's" or "he is".
import { fold, waysOf } from './fold.ts'

export interface WordStep {
  readonly kind: 'word'
  readonly exact: ReadonlySet<string>
  readonly starts: readonly string[]
  readonly optional: boolean
}
export type Step =
  | WordStep
  | { readonly kind: 'gap' }
  /** named: a group of the lists; otherwise the words between strokes, where one of them is a short form of two. */
  | { readonly kind: 'group'; readonly group: Book; readonly optional: boolean; readonly named: boolean }

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

type Way = readonly ReadonlySet<string>[]

const DROPS_G = /[aeiouy].*ing$/

const word = (exact: ReadonlySet<string>, starts: readonly string[] = [], optional = false): WordStep => ({
  kind: 'word',
  exact,
  starts,
  optional
})

/** "Kickin the door": many who speak drop that g, and write as they speak. "Thing" without a vowel before it keeps it. */
const spoken = (exact: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...exact].flatMap(each => (DROPS_G.test(each) ? [each, each.slice(0, -1)] : [each])))

/** Ways that differ in their first word alone, as one: "hes/shes" is he or she, then is or has. */
function merge(ways: readonly Way[]): Way[] {
  const byTail = new Map<string, Way>()
  for (const [first = new Set<string>(), ...tail] of ways) {
    const key = tail.map(each => [...each].join(' ')).join('|')
    byTail.set(key, [new Set([...(byTail.get(key)?.[0] ?? []), ...first]), ...tail])
  }
  return [...byTail.values()]
}

const choicesOf = (part = ''): string[] => part.replace(/\?$/, '').split('/')

function compileChoices(part: string, before: string | undefined, source: string): Step[] {
  const optional = part.endsWith('?')
  const exact = new Set<string>()
  const starts: string[] = []
  const ways: Way[] = []
  const earlier = before === undefined ? [] : choicesOf(before)
  for (const choice of choicesOf(part)) {
    const open = choice.endsWith('*')
    const all = waysOf(open ? choice.slice(0, -1) : choice, earlier)
    const [single] = all
    if (!single || (open && single.length > 1) || /\s/.test(choice))
      throw new Error(`"${choice}" is not one word, in the phrase "${source}"`)
    // A beginning is made as calm as a whole word: doubled letters never count in what it is held against.
    if (open) starts.push(...[...(single[0] ?? [])].map(each => each.replace(/(\p{L})\1+/gu, '$1')))
    else
      for (const way of all) {
        if (way.length > 1) ways.push(way)
        else for (const each of spoken(way[0] ?? new Set())) exact.add(each)
      }
  }
  const merged = merge(ways)
  const isSingle = exact.size > 0 || starts.length > 0
  if (merged.length === 0) return [word(exact, starts, optional)]
  const [only] = merged
  if (!isSingle && merged.length === 1 && !optional && only) return only.map(each => word(each))
  const phrases = merged.map(way => ({ source, steps: way.map(each => word(each)) }))
  const group = bind([...(isSingle ? [{ source, steps: [word(exact, starts)] }] : []), ...phrases])
  return [{ kind: 'group', group, optional, named: false }]
}

/** One phrase, ready to match. Throws, naming the phrase, when it cannot be read. */
export function compilePhrase(source: string, groups: Groups): Phrase {
  const steps = source
    .trim()
    .split(/\s+/)
    .flatMap((part, place, parts): Step[] => {
      if (part === '..') return [{ kind: 'gap' }]
      if (!part.startsWith('@')) return compileChoices(part, parts[place - 1], source)
      const group = groups(part.replace(/^@|\?$/g, ''))
      return [{ kind: 'group', group, optional: part.endsWith('?'), named: true }]
    })
  const [first] = steps
  if (!first || first.kind === 'gap' || first.optional) throw new Error(`"${source}" must begin with a word`)
  return { source, steps }
}

/** The words a step may begin with; null where they cannot be listed. */
function firstsOf(step: Step | undefined): Iterable<string> | null {
  if (step?.kind === 'word') return step.starts.length > 0 ? null : step.exact
  if (step?.kind !== 'group' || step.group.rest.length > 0) return null
  return step.group.first.keys()
}

/** Many phrases as one book. */
export function bind(phrases: readonly Phrase[]): Book {
  const first = new Map<string, Phrase[]>()
  const rest: Phrase[] = []
  for (const phrase of phrases) {
    const begins = firstsOf(phrase.steps[0])
    if (!begins) rest.push(phrase)
    else
      for (const each of new Set(begins)) {
        const known = first.get(each)
        if (known) known.push(phrase)
        else first.set(each, [phrase])
      }
  }
  return { first, rest, size: phrases.length }
}

/** A text that is not a phrase of that language: its words, in order. Null when it has none. */
export function literal(text: string): Phrase | null {
  const { words, others } = fold(text)
  if (words.length === 0) return null
  return { source: text, steps: words.map((each, index) => word(new Set([each, ...(others[index] ?? [])]))) }
}
