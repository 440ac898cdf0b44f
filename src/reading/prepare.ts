// A language's lexicon, ready to match: compiled once, and kept for as long as the lexicon itself.
import type { QuestionId } from '../questions/catalogue.ts'
import { CONCERNS, type Concern } from '../questions/concern.ts'
import { TOPICS, type Topic } from '../questions/topic.ts'
import type { RailName } from '../wording/keys.ts'
import type { Lexicon, OptionPhrases, Phrases, ReadingWords } from '../wording/lexicon.ts'
import { wordsOf } from './fold.ts'
import { type Book, bind, compilePhrase, type Groups } from './phrase.ts'
import type { HeardSignal, Notice } from './reading.ts'

const FAMILIES = ['yes', 'no', 'unsure', 'neither', 'refusal'] as const
const NEGATIONS = ['deed', 'thing', 'except'] as const
const MARKS = ['now', 'pressing', 'away', 'led', 'told'] as const
const DANGERS = ['sure', 'threat', 'near'] as const
const SIGNALS: readonly HeardSignal[] = ['heldNow', 'injuryNow', 'petsHarmed']
const NOTICES: readonly Notice[] = ['locationSeeking', 'someoneElse']
const WISHES = ['person', 'leave'] as const
const RAILS: readonly RailName[] = ['leave', 'person', 'emergency', 'back', 'skip', 'repeat', 'goOn']

type Books<Name extends string> = Readonly<Record<Name, Book>>

export interface Prepared {
  /** Folded words, joined by spaces -> rail. */
  readonly rails: ReadonlyMap<string, RailName>
  /** Misspelt word -> word. */
  readonly spellings: ReadonlyMap<string, string>
  readonly small: ReadonlySet<string>
  readonly polite: Book
  readonly joins: ReadonlySet<string>
  readonly subjects: ReadonlySet<string>
  readonly and: ReadonlySet<string>
  /** Word -> number. */
  readonly numbers: ReadonlyMap<string, number>
  readonly families: Books<(typeof FAMILIES)[number]>
  readonly negations: Books<(typeof NEGATIONS)[number]>
  readonly marks: Books<(typeof MARKS)[number]>
  readonly idioms: Book
  readonly danger: Books<(typeof DANGERS)[number]>
  readonly concerns: Books<Concern>
  readonly signals: Books<HeardSignal>
  readonly notices: Books<Notice>
  readonly askFor: Books<(typeof WISHES)[number]>
  readonly cry: Book
  readonly elsewhere: Book
  readonly topics: Books<Topic>
  readonly says: (question: QuestionId | null) => ReadonlyMap<string, Book>
  readonly hints: (question: QuestionId | null) => ReadonlyMap<string, Book>
}

const wordSet = (phrases: Phrases = []): ReadonlySet<string> => new Set(phrases.flatMap(wordsOf))

const spellingsOf = (lists: Readonly<Record<string, Phrases>> = {}): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(lists).flatMap(([word, misspelt]) =>
      [...wordSet(misspelt)].map((each): [string, string] => [each, wordsOf(word).join(' ')])
    )
  )

function groupsOf(lists: Readonly<Record<string, Phrases>> = {}): Groups {
  const books = new Map<string, Book | 'begun'>()
  const groups: Groups = name => {
    const known = books.get(name)
    if (known === 'begun') throw new Error(`the group "${name}" uses itself`)
    if (known) return known
    const list = lists[name]
    if (!Object.hasOwn(lists, name) || !list) throw new Error(`there is no group "${name}"`)
    books.set(name, 'begun')
    const book = bind(list.map(source => compilePhrase(source, groups)))
    books.set(name, book)
    return book
  }
  return groups
}

function railsOf(rails: Lexicon['rails']): ReadonlyMap<string, RailName> {
  const pairs = RAILS.flatMap(rail =>
    (rails[rail] ?? []).map((word): [string, RailName] => [wordsOf(word).join(' '), rail])
  )
  // The first rail that names a word keeps it: leave before all others.
  return new Map(pairs.filter(([word]) => word !== '').reverse())
}

function numbersOf(lists: readonly Phrases[] = []): ReadonlyMap<string, number> {
  return new Map(
    lists.flatMap((names, index) => names.flatMap(wordsOf).map((word): [string, number] => [word, index + 1]))
  )
}

function prepare({ rails, reading }: Lexicon): Prepared {
  const groups = groupsOf(reading.groups)
  const topicGroups = groupsOf(reading.topicGroups)
  const book = (phrases: Phrases = [], named = groups): Book =>
    bind(phrases.map(source => compilePhrase(source, named)))
  const books = <Name extends string>(
    names: readonly Name[],
    lists: Partial<Readonly<Record<Name, Phrases>>> = {},
    named = groups
  ): Books<Name> => Object.fromEntries(names.map(name => [name, book(lists[name], named)])) as Books<Name>
  const byOption = (lists: OptionPhrases = {}) => {
    const all = new Map(
      Object.entries(lists).map(([question, options]) => [
        question,
        new Map(Object.entries(options).map(([option, phrases]) => [option, book(phrases)]))
      ])
    )
    return (question: QuestionId | null): ReadonlyMap<string, Book> => all.get(question ?? '') ?? new Map()
  }
  const section: Partial<ReadingWords> = reading
  return {
    rails: railsOf(rails),
    spellings: spellingsOf(section.spellings),
    small: wordSet(section.small),
    polite: book(section.polite),
    joins: wordSet(section.joins),
    subjects: wordSet(section.subjects),
    and: wordSet(section.and),
    numbers: numbersOf(section.numbers),
    families: books(FAMILIES, section.families),
    negations: books(NEGATIONS, section.negations),
    marks: books(MARKS, section.marks),
    idioms: book(section.idioms),
    danger: books(DANGERS, section.danger),
    concerns: books(CONCERNS, section.concerns),
    signals: books(SIGNALS, section.signals),
    notices: books(NOTICES, section.notices),
    askFor: books(WISHES, section.askFor),
    cry: book(section.cry),
    elsewhere: book(section.elsewhere),
    topics: books(TOPICS, section.topics, topicGroups),
    says: byOption(section.says),
    hints: byOption(section.hints)
  }
}

const prepared = new WeakMap<Lexicon, Prepared>()

/** The lexicons a message is read with. Throws, naming the phrase, when one cannot be read. */
export const prepareAll = (lexicons: readonly Lexicon[]): readonly Prepared[] =>
  lexicons.map(lexicon => {
    const known = prepared.get(lexicon) ?? prepare(lexicon)
    prepared.set(lexicon, known)
    return known
  })
