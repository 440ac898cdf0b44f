// Where the phrases of a book may begin in a text, so that no phrase is tried whose words are nowhere in it. A message may be
// one word five hundred times over: what is decided for a word is decided once.
import type { Book, Phrase, Step } from './phrase.ts'

const NONE: readonly Phrase[] = []
const NOWHERE: readonly (readonly [number, ReadonlySet<Phrase>])[] = []

export class Places {
  /** Each word of the text, and whatever else it may be, with where it stands. */
  readonly #at = new Map<string, number[]>()
  readonly #may = new Map<Book, boolean>()
  readonly #rest = new Map<Book, readonly Phrase[]>()
  readonly #beginning = new Map<Book, Map<string, readonly Phrase[]>>()

  constructor(words: readonly string[], others: readonly (readonly string[] | undefined)[]) {
    words.forEach((word, place) => {
      if (word === '') return
      for (const face of new Set([word, ...(others[place] ?? [])])) {
        const known = this.#at.get(face)
        if (known) known.push(place)
        else this.#at.set(face, [place])
      }
    })
  }

  /** Every place where a phrase of the book may begin, with those phrases, in the order of the text. */
  of(book: Book): readonly (readonly [place: number, phrases: ReadonlySet<Phrase>])[] {
    const isFewer = book.first.size < this.#at.size && this.#restOf(book).length === 0
    let begun: Map<number, Set<Phrase>> | undefined
    for (const word of isFewer ? book.first.keys() : this.#at.keys()) {
      const places = this.#at.get(word)
      if (!places) continue
      const phrases = this.beginning(book, word)
      if (phrases.length === 0) continue
      begun ??= new Map()
      for (const place of places) {
        const known = begun.get(place)
        if (known) for (const phrase of phrases) known.add(phrase)
        else begun.set(place, new Set(phrases))
      }
    }
    if (!begun) return NOWHERE
    return [...begun].sort(([a], [b]) => a - b)
  }

  /** The phrases of a book that may begin with this word, and whose other words are somewhere in the text. */
  beginning(book: Book, word: string): readonly Phrase[] {
    if (!book.first.has(word)) return this.#restOf(book)
    const known = this.#beginning.get(book) ?? new Map<string, readonly Phrase[]>()
    this.#beginning.set(book, known)
    const kept = known.get(word)
    if (kept) return kept
    const named = (book.first.get(word) ?? NONE).filter(phrase => this.#mayStand(phrase))
    const found = [...named, ...this.#restOf(book)]
    known.set(word, found)
    return found
  }

  /** Those that begin with a part of a word. */
  #restOf(book: Book): readonly Phrase[] {
    if (book.rest.length === 0) return NONE
    const known = this.#rest.get(book) ?? book.rest.filter(phrase => this.#mayStand(phrase))
    this.#rest.set(book, known)
    return known
  }

  #mayStand({ steps }: Phrase): boolean {
    return steps.every(step => step.kind === 'gap' || step.optional || this.#mayFind(step))
  }

  #mayFind(step: Exclude<Step, { kind: 'gap' }>): boolean {
    if (step.kind === 'group') return this.#mayFindIn(step.group)
    const { exact, starts } = step
    const words = this.#at
    const isHere =
      exact.size < words.size ? some(exact, word => words.has(word)) : some(words.keys(), word => exact.has(word))
    return isHere || (starts.length > 0 && some(words.keys(), word => starts.some(start => word.startsWith(start))))
  }

  #mayFindIn(group: Book): boolean {
    const known = this.#may.get(group)
    if (known !== undefined) return known
    const may =
      some(this.#at.keys(), word => (group.first.get(word) ?? []).some(phrase => this.#mayStand(phrase))) ||
      group.rest.some(phrase => this.#mayStand(phrase))
    this.#may.set(group, may)
    return may
  }
}

function some<Value>(values: Iterable<Value>, holds: (value: Value) => boolean): boolean {
  for (const value of values) if (holds(value)) return true
  return false
}
