// A language's lexicon, ready to match: compiled once, and kept for as long as the lexicon itself.
import type { QuestionId } from '../questions/catalogue.ts'
import { CONCERNS, type Concern } from '../questions/concern.ts'
import { TOPICS, type Topic } from '../questions/topic.ts'
import type { RailName } from '../wording/keys.ts'
import type { Lexicon, OptionPhrases, Phrases, ReadingWords } from '../wording/lexicon.ts'
import { waysOf, wordsOf } from './fold.ts'
import { type Book, bind, compilePhrase, type Groups } from './phrase.ts'
import type { HeardSignal, Notice } from './reading.ts'

const FAMILIES = ['yes', 'no', 'leansNo', 'unsure', 'neither', 'refusal'] as const
const NEGATIONS = ['deed', 'thing', 'except'] as const
const MARKS = ['now', 'pressing', 'away', 'led', 'told'] as const
const DANGERS = ['sure', 'threat', 'near'] as const
const WHOSE = ['own', 'mine', 'others', 'says', 'bidden', 'telling'] as const
const LEAVING = ['command', 'going', 'around', 'more', 'governed', 'pleading', 'noTexts', 'toOthers'] as const
const LIFE = ['act', 'now', 'farewell', 'bye', 'beside', 'past', 'otherAct', 'other', 'unless'] as const
const NEAR = ['here', 'except', 'reads', 'because', 'fear', 'helper'] as const
const HANDS = ['asks', 'taken', 'wantsWords', 'governed'] as const
const MAY_HURT = ['may', 'deed', 'defended'] as const
const YOUNG = ['says', 'except'] as const
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
  readonly fillers: ReadonlySet<string>
  readonly polite: Book
  readonly doubts: Book
  readonly machines: Book
  readonly signatures: Book
  readonly joins: ReadonlySet<string>
  readonly subjects: ReadonlySet<string>
  readonly and: ReadonlySet<string>
  readonly leads: Book
  /** Word -> number. */
  readonly numbers: ReadonlyMap<string, number>
  readonly families: Books<(typeof FAMILIES)[number]>
  readonly negations: Books<(typeof NEGATIONS)[number]>
  readonly marks: Books<(typeof MARKS)[number]>
  readonly idioms: Book
  readonly danger: Books<(typeof DANGERS)[number]>
  readonly whose: Books<(typeof WHOSE)[number]>
  readonly leaving: Books<(typeof LEAVING)[number]>
  readonly life: Books<(typeof LIFE)[number]>
  readonly near: Books<(typeof NEAR)[number]>
  readonly hands: Books<(typeof HANDS)[number]>
  readonly mayHurt: Books<(typeof MAY_HURT)[number]>
  readonly young: Books<(typeof YOUNG)[number]>
  readonly supposed: Book
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

const wordSet = (phrases: Phrases = []): ReadonlySet<string> =>
  new Set(
    phrases.flatMap(phrase =>
      phrase.split(/\s+/).flatMap(word => waysOf(word).flatMap(way => way.flatMap(each => [...each])))
    )
  )

/** The words a statement begins with: of "hes" that is "he". */
const beginnings = (phrases: Phrases = []): ReadonlySet<string> =>
  new Set(
    phrases.flatMap(phrase =>
      phrase.split(/\s+/).flatMap(word => waysOf(word).flatMap(([first]) => [...(first ?? [])]))
    )
  )

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
    fillers: wordSet(section.fillers),
    polite: book(section.polite),
    doubts: book(section.doubts),
    machines: book(section.machines),
    signatures: book(section.signatures),
    joins: wordSet(section.joins),
    subjects: beginnings(section.subjects),
    and: wordSet(section.and),
    leads: book(section.leads),
    numbers: numbersOf(section.numbers),
    families: books(FAMILIES, section.families),
    negations: books(NEGATIONS, section.negations),
    marks: books(MARKS, section.marks),
    idioms: book(section.idioms),
    danger: books(DANGERS, section.danger),
    whose: books(WHOSE, section.whose),
    leaving: books(LEAVING, section.leaving),
    life: books(LIFE, section.life),
    near: books(NEAR, section.near),
    hands: books(HANDS, section.hands),
    mayHurt: books(MAY_HURT, section.mayHurt),
    young: books(YOUNG, section.young),
    supposed: book(section.supposed),
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
