// Where phrases stand in a text. Every position is tried once for each phrase that can begin there: no backtracking.
import { GAP_WORDS, NEGATION_REACH, TIME_REACH } from '../limits.ts'
import { type Folded, fold } from './fold.ts'
import type { Book, Phrase, Step } from './phrase.ts'
import { Places } from './places.ts'
import { quotesOf, type Range } from './quotes.ts'

/** A phrase that was found: from this word up to, not including, that one. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly phrase: Phrase
}

/** What a language says no with, and where its statements begin. */
export interface Grammar {
  readonly joins: ReadonlySet<string>
  readonly subjects: ReadonlySet<string>
  readonly and: ReadonlySet<string>
  readonly negations: Readonly<Record<'deed' | 'thing' | 'except', Book>>
}

const NAME_IS = /^\p{L}{2,}s$/u
const DOING = /^(?:\p{L}+in|\p{L}+ing|got|just|still|coming|outside|here)$/u

export class Scan {
  readonly words: string[]
  /** What stands in quotation marks, as ranges of words; a message that is nothing else holds none. */
  readonly quotes: readonly Range[]
  readonly #folded: Folded
  readonly #others: (readonly string[] | undefined)[]
  readonly #sentences: number[]
  readonly #clauses: number[]
  readonly #deedNegated: boolean[]
  readonly #thingNegated: boolean[]
  readonly #subjects = new Set<number>()
  /** Where "and he", "and now im" begins something new. */
  readonly #anew = new Set<number>()
  /** A list is asked for by several rungs, and stands where it stood: kept until the text is read differently. */
  readonly #found = new Map<Book, readonly Match[]>()
  #known: Places | undefined
  readonly #groupEnds = new Map<Book, Map<number, readonly number[]>>()
  /** How often a word was looked at: what hostile texts may cost is tested by it. */
  looks = 0

  constructor(text: string) {
    this.#folded = fold(text)
    this.words = [...this.#folded.words]
    this.quotes = quotesOf(text)
    this.#others = [...this.#folded.others]
    this.#sentences = [...this.#folded.sentences]
    this.#clauses = [...this.#folded.clauses]
    this.#deedNegated = this.words.map(() => false)
    this.#thingNegated = this.words.map(() => false)
  }

  /** A dot or the end of a line ends a sentence where a new subject follows; elsewhere it is a breath: "hes... got... a knife". */
  divide(subjects: ReadonlySet<string>): void {
    let more = 0
    this.words.forEach((word, index) => {
      if (this.#folded.pauses[index] && subjects.has(word)) more += 1
      this.#sentences[index] = (this.#sentences[index] ?? 0) + more
    })
  }

  /** "Daves hitting me": a word no list knows, with an s and somebody's doing behind it, may be a name and "is". */
  named(isKnown: (word: string) => boolean): void {
    this.words.forEach((word, index) => {
      const next = this.words[index + 1] ?? ''
      if (this.#others[index] === undefined && NAME_IS.test(word) && DOING.test(next) && !isKnown(word))
        this.#others[index] = ['is', 'has']
    })
    this.#forget()
  }

  /** Puts right what is misspelt beyond doubt: somebody in danger types in a hurry. */
  respell(spellings: ReadonlyMap<string, string>): void {
    this.words.forEach((word, index) => {
      const meant = spellings.get(word)
      if (meant === undefined) return
      this.words[index] = meant
      this.#others[index] = undefined
    })
    this.#forget()
  }

  /** Takes turns of speech out, unless one of `told` leads them: their words mean nothing, and nothing is matched across them. */
  blank(book: Book, told: readonly Match[]): void {
    for (const match of this.find(book)) {
      if (this.isLedBy(match, told)) continue
      this.words.fill('', match.start, match.end)
      this.#others.fill(undefined, match.start, match.end)
    }
    this.#forget()
  }

  /** Learns where a thought ends and where something is negated. Gaps do not reach over a negation from here on. */
  learn({ joins, subjects, and, negations: { deed, thing, except } }: Grammar): void {
    for (const [index, word] of this.words.entries()) {
      if (!subjects.has(word)) continue
      this.#subjects.add(index)
      if (and.has(this.words[index - 1] ?? '')) this.#anew.add(index)
    }
    let joined = 0
    this.#clauses.forEach((clause, index) => {
      if (joins.has(this.words[index] ?? '')) joined += 1
      this.#clauses[index] = clause + joined
    })
    const deeds = this.find(deed)
    const things = this.find(thing)
    const excepted = this.find(except)
    for (const { end } of deeds) this.#deedNegated[end - 1] = true
    for (const { end } of things) this.#thingNegated[end - 1] = true
    for (const { start, end } of excepted) this.#deedNegated.fill(false, start, end)
    this.#forget()
  }

  #forget(): void {
    this.#known = undefined
    this.#groupEnds.clear()
    this.#found.clear()
  }

  get #places(): Places {
    this.#known ??= new Places(this.words, this.#others)
    return this.#known
  }

  /** In words as they are counted: the two of a short form are one. */
  get length(): number {
    return this.#folded.counts.at(-1) ?? 0
  }

  isNegation(index: number): boolean {
    return this.#deedNegated[index] === true
  }

  /** Whether nothing parts two words: no comma, no dot, no "but". */
  isOneThought(from: number, to: number): boolean {
    return this.#sameClause(from, to)
  }

  /** Whether it was written without a comma or a dot in it. */
  isUnbroken({ start, end }: Match): boolean {
    return this.#folded.clauses[start] === this.#folded.clauses[end - 1]
  }

  /** Whether it ends inside a short form that turns it round: "he will", in "he will not". */
  isCutShort({ end }: Match): boolean {
    return this.isNegation(end) && this.#apart(end - 1, end) === 0
  }

  /** Every place where one of the phrases stands; of each phrase and start the longest. */
  find(book: Book): readonly Match[] {
    const known = this.#found.get(book)
    if (known) return known
    const found: Match[] = []
    this.looks += 1
    for (const [start, phrases] of this.#places.of(book))
      for (const phrase of phrases) {
        this.looks += 1
        const end = Math.max(-1, ...this.#ends(phrase, start))
        if (end > start) found.push({ start, end, phrase })
      }
    this.#found.set(book, found)
    return found
  }

  /** Whether "not", "never" or (before a thing) "no" stands before it, in the same thought. */
  isNegated({ start, phrase }: Match): boolean {
    // "No, not now" and "cant talk, hes coming": what begins anew is not denied by what went before.
    if (this.#opensWithNegation(start) || this.#subjects.has(start)) return false
    const [first] = phrase.steps
    const isNamed = first?.kind === 'group' && first.named
    if (this.#thingNegated[start - 1] && !isNamed && this.#sameClause(start - 1, start)) return true
    for (let index = start - 1; index >= 0 && this.#apart(index, start) <= NEGATION_REACH; index -= 1) {
      if (!this.#sameClause(index, start)) return false
      if (this.isNegation(index)) return true
      if (this.#subjects.has(index)) return false
    }
    return false
  }

  /** Whether one of these stands just before, in the same thought. */
  isLedBy({ start }: Match, marks: readonly Match[]): boolean {
    return marks.some(
      mark => mark.end <= start && start - mark.end < NEGATION_REACH && this.#sameClause(mark.start, start)
    )
  }

  /** Whether one of these stands in or around it, in the same thought. */
  isNear({ start, end }: Match, marks: readonly Match[]): boolean {
    return marks.some(
      mark =>
        this.#apart(end - 1, mark.start) <= TIME_REACH + 1 &&
        this.#apart(mark.end - 1, start) <= TIME_REACH + 1 &&
        (this.#sameClause(mark.start, start) || this.#sameClause(mark.start, end - 1))
    )
  }

  /** Whether the mark belongs to what was said before "and he": "he has tied me before and he is getting the rope". */
  isParted(mark: Match, { start }: Match): boolean {
    return mark.end <= start && this.#anew.has(start)
  }

  /** Whether a sign that parts thoughts was written just before this word. */
  isBroken(index: number): boolean {
    const { clauses, pauses } = this.#folded
    return index > 0 && index < this.words.length && (clauses[index] !== clauses[index - 1] || pauses[index] === true)
  }

  isOneSentence(a: number, b: number): boolean {
    return this.#sentences[a] === this.#sentences[b]
  }

  /** Up to where a thought goes on: the end of its sentence, or the next thought that begins with its own subject. */
  endOfThought(start: number): number {
    let end = start + 1
    while (end < this.words.length && this.isOneSentence(start, end) && !this.#begins(end)) end += 1
    return end
  }

  #begins(index: number): boolean {
    return this.#subjects.has(index) && !this.#sameClause(index - 1, index)
  }

  /** Not, or "do not", "will not": one word, and it is the negation. */
  #opensWithNegation(start: number): boolean {
    return this.isNegation(start) || (this.isNegation(start + 1) && this.#apart(start, start + 1) === 0)
  }

  /** How many words on the second stands; the two words of a short form are one. */
  #apart(from: number, to: number): number {
    return (this.#folded.counts[to] ?? 0) - (this.#folded.counts[from] ?? 0)
  }

  #sameClause(a: number, b: number): boolean {
    return this.#clauses[a] === this.#clauses[b]
  }

  #beginning(book: Book, place: number): readonly Phrase[] {
    this.looks += 1
    const [word = '', others] = [this.words[place], this.#others[place]]
    if (!others) return this.#places.beginning(book, word)
    return [...new Set([word, ...others].flatMap(each => this.#places.beginning(book, each)))]
  }

  #ends(phrase: Phrase, start: number): readonly number[] {
    let places: readonly number[] = [start]
    for (const step of phrase.steps) {
      const [only] = places
      places =
        places.length === 1 && only !== undefined
          ? this.#after(step, only, start)
          : [...new Set(places.flatMap(place => this.#after(step, place, start)))]
      if (places.length === 0) return places
    }
    return places
  }

  #after(step: Step, place: number, start: number): readonly number[] {
    this.looks += 1
    if (step.kind === 'gap') return this.#overGap(place, start)
    // A phrase may name the new subject itself ("hurry... he is"): only a gap never takes one in from another sentence.
    if (place > start && this.#folded.sentences[place] !== this.#folded.sentences[place - 1]) {
      return step.optional ? [place] : []
    }
    const ends = step.kind === 'group' ? this.#afterGroup(step.group, place) : this.#afterWord(step, place)
    return step.optional ? [place, ...ends] : ends
  }

  #afterWord(step: Extract<Step, { kind: 'word' }>, place: number): readonly number[] {
    const word = this.words[place]
    if (!word) return []
    if (step.exact.has(word) || step.starts.some(start => word.startsWith(start))) return [place + 1]
    return this.#others[place]?.some(other => step.exact.has(other)) ? [place + 1] : []
  }

  #afterGroup(group: Book, place: number): readonly number[] {
    const word = this.words[place]
    if (!word) return []
    const known = this.#groupEnds.get(group) ?? new Map<number, readonly number[]>()
    this.#groupEnds.set(group, known)
    const found = known.get(place) ?? this.#beginning(group, place).flatMap(phrase => this.#ends(phrase, place))
    known.set(place, found)
    return found
  }

  #overGap(place: number, start: number): number[] {
    const ends = [place]
    for (let at = place; at < this.words.length && this.#apart(place - 1, at) <= GAP_WORDS; at += 1) {
      const crosses = at > start && this.#sentences[at] !== this.#sentences[at - 1]
      if (crosses || this.words[at] === '' || this.isNegation(at)) break
      ends.push(at + 1)
    }
    return ends
  }
}
