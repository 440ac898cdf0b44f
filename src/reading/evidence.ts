// What in a message points to which option, and what in it points to none: the ground a reading stands on.

import { findAll } from './find-all.ts'
import { isNo, isStrict, noOf, unsureOf, yesOf } from './meaning.ts'
import { type Book, bind, literal } from './phrase.ts'
import type { Prepared } from './prepare.ts'
import type { Open } from './reading.ts'
import type { Match, Scan } from './scan.ts'

type Family = 'yes' | 'no' | 'leansNo' | 'unsure' | 'neither'
type Says =
  | { readonly option: string; readonly sure: boolean }
  /** The families: what a yes or a no means is the question's affair. */
  | { readonly family: Family }

interface Found extends Match {
  readonly says: Says
  /** Of two languages that claim the same words the first is believed. */
  readonly rank: number
}

export interface Evidence {
  /** Options spoken of and not denied. */
  readonly options: ReadonlySet<string>
  readonly yes: boolean
  /** An option was named and denied: "not Southampton". */
  readonly denied: boolean
  /** Nothing stands in the message but answers, and words that mean nothing by themselves. */
  readonly whole: boolean
  /** No part of it was a mere hint. */
  readonly sure: boolean
  /** Nothing stands in it but the option's own phrases, a bare yes or no, its number, and courtesy. */
  readonly exact: boolean
  /** What it says is said with words for the option itself, not with a mere yes or no beside something else. */
  readonly stated: boolean
  /** Something beside it may turn it round: a "but", an "if". */
  readonly turned: boolean
  /** A number of the list stands beside words that say another option: "1 no". */
  readonly contradicted: boolean
}

const FAMILIES = ['yes', 'no', 'leansNo', 'unsure', 'neither'] as const

interface Source {
  readonly book: Book
  readonly says: Says
  readonly rank: number
}

/** Labels are read with every message, and are the same for as long as the question is open. */
const ofLabels = new WeakMap<readonly string[], readonly Source[]>()

function labelsOf({ question, labels }: Open): readonly Source[] {
  const known = ofLabels.get(labels)
  if (known) return known
  const sources = question.options.flatMap((option, index): Source[] => {
    const phrase = literal(labels[index] ?? '')
    return phrase ? [{ book: bind([phrase]), says: { option, sure: true }, rank: 0 }] : []
  })
  ofLabels.set(labels, sources)
  return sources
}

/** The phrases that may answer the open question, of all languages. */
function bookOf(open: Open, prepared: readonly Prepared[]): Source[] {
  return [
    ...labelsOf(open),
    ...prepared.flatMap((each, index) => {
      const rank = index + 1
      const says = [...each.says(open.id)].map(([option, book]) => ({ book, says: { option, sure: true }, rank }))
      const hints = [...each.hints(open.id)].map(([option, book]) => ({ book, says: { option, sure: false }, rank }))
      const families = FAMILIES.map(family => ({ book: each.families[family], says: { family }, rank }))
      return [...says, ...hints, ...families]
    })
  ]
}

/** The longest phrases first; what they cover is not read twice. */
function choose(found: readonly Found[]): Found[] {
  const ordered = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.rank - b.rank)
  const taken = new Set<number>()
  return ordered.filter(({ start, end }) => {
    for (let index = start; index < end; index += 1) if (taken.has(index)) return false
    for (let index = start; index < end; index += 1) taken.add(index)
    return true
  })
}

const indexes = ({ start, end }: Match): number[] => Array.from({ length: end - start }, (_, index) => start + index)

/** One message at one question, and what each of its words is to it. */
class Ground {
  readonly scan: Scan
  readonly open: Open
  readonly prepared: readonly Prepared[]
  readonly polite: ReadonlySet<number>
  /** The number of an option of the list, at an end of the message, and where it stands. */
  readonly numbered: { readonly option: string; readonly index: number } | undefined

  constructor(scan: Scan, prepared: readonly Prepared[], open: Open) {
    this.scan = scan
    this.open = open
    this.prepared = prepared
    this.polite = new Set(findAll(scan, prepared, each => each.polite).flatMap(indexes))
    const last = scan.words.length - 1
    this.numbered = [0, last].flatMap(index => {
      const word = scan.words[index] ?? ''
      const option = /^\d+$/.test(word) ? open.question.options[Number(word) - 1] : undefined
      return option === undefined ? [] : [{ option, index }]
    })[0]
  }

  isSmall(index: number): boolean {
    return this.prepared.some(({ small }) => small.has(this.scan.words[index] ?? ''))
  }

  /** It speaks of somebody: "no he hasnt", "i am". */
  isAboutSomeone(match: Match): boolean {
    return indexes(match).some(index => {
      const word = this.scan.words[index] ?? ''
      return word === 'it' || this.prepared.some(({ subjects }) => subjects.has(word))
    })
  }

  /** "I am" is an answer, and none in "I am with him": nothing but courtesy follows it in its thought. */
  endsItsThought(match: Match): boolean {
    return (
      match.end >= this.scan.words.length ||
      !this.scan.isOneThought(match.end - 1, match.end) ||
      this.polite.has(match.end)
    )
  }

  /** A label that is a mere yes or no says no more than those do. */
  isPlain({ rank, start, end }: Found): boolean {
    const isThis = (match: Match): boolean => match.start === start && match.end === end
    return (
      rank === 0 &&
      this.prepared.some(({ families: { yes, no } }) => [yes, no].some(book => this.scan.find(book).some(isThis)))
    )
  }

  optionOf(family: Family): string | undefined {
    const { question } = this.open
    if (family === 'no' || family === 'leansNo') return noOf(question)
    return family === 'unsure' ? unsureOf(question) : undefined
  }

  /** A yes or no counts where people put it: first or last. In the middle it belongs to something else. */
  isAtTheEdge(match: Match, covered: ReadonlySet<number>): boolean {
    const skipped = (index: number): boolean => this.polite.has(index) || covered.has(index) || this.isSmall(index)
    const isEdge = (from: number, to: number): boolean => {
      for (let index = from; index < to; index += 1) if (!skipped(index)) return false
      return true
    }
    return isEdge(0, match.start) || isEdge(match.end, this.scan.words.length)
  }
}

/** Gathers what a message says about the open question. `topic`: words about its own subject, which explain an answer. */
export function gather(scan: Scan, prepared: readonly Prepared[], open: Open, topic: readonly Match[]): Evidence {
  const ground = new Ground(scan, prepared, open)
  const spoken = bookOf(open, prepared)
    .flatMap(({ book, says, rank }) => scan.find(book).map((match): Found => ({ ...match, says, rank })))
    .filter(match => !scan.isCutShort(match))
    .filter(match => !('family' in match.says) || !ground.isAboutSomeone(match) || ground.endsItsThought(match))
  const chosen = choose(spoken.filter(match => !indexes(match).every(index => ground.polite.has(index))))
  const covered = new Set(chosen.flatMap(indexes))
  // "Me" is an answer when it stands alone, and none in "he hit me".
  const stray = scan.words.some(
    (_, index) => !covered.has(index) && !ground.polite.has(index) && !ground.isSmall(index)
  )
  const found = chosen.filter(match => !(stray && match.end - match.start === 1 && ground.isSmall(match.start)))
  return weigh(ground, found, topic)
}

/** What the words beside an answer do to it. A bare yes or no is still one beside words that say nothing. */
function alongside(
  { scan, prepared }: Ground,
  left: readonly number[],
  named: boolean
): Pick<Evidence, 'stated' | 'turned'> {
  const is = (index: number, list: (each: Prepared) => ReadonlySet<string>): boolean =>
    prepared.some(each => list(each).has(scan.words[index] ?? ''))
  const conditions = findAll(scan, prepared, each => each.marks.led)
  return {
    stated: named || left.every(index => is(index, each => each.fillers)),
    turned: left.some(index => is(index, each => each.joins) || conditions.some(({ start }) => start === index))
  }
}

function weigh(ground: Ground, found: readonly Found[], topic: readonly Match[]): Evidence {
  const { scan, open, polite, numbered } = ground
  const options = new Set<string>()
  let [yes, denied, sure, stated] = [false, false, true, false]
  const read = new Set<number>()
  const said: Found[] = []
  const covered = new Set(found.flatMap(indexes))
  for (const match of found) {
    const { says } = match
    if ('family' in says) {
      if (!ground.isAtTheEdge(match, covered)) continue
      for (const index of indexes(match)) read.add(index)
      said.push(match)
      if (says.family === 'yes') yes = true
      const option = ground.optionOf(says.family)
      if (option) options.add(option)
      if (says.family === 'leansNo' || (says.family === 'unsure' && option !== 'unsure')) sure = false
      if (ground.isAboutSomeone(match)) stated = true
      continue
    }
    for (const index of indexes(match)) read.add(index)
    if (scan.isNegated(match)) denied = true
    else {
      options.add(says.option)
      sure &&= says.sure
      stated ||= !ground.isPlain(match)
      said.push(match)
    }
  }
  const yesOption = yesOf(open.question)
  const isNamed = (option: string): boolean => found.some(({ says }) => 'option' in says && says.option === option)
  // "Yes, they broke it" says yes to what it names.
  if (yes && yesOption && ![...options].some(option => !isNo(option) && isNamed(option))) options.add(yesOption)
  const [only] = options
  const isNumbered = (index: number): boolean => numbered?.index === index && options.has(numbered.option)
  const isExact = (match: Found): boolean => {
    const { says } = match
    if ('option' in says) return says.sure && says.option === only && scan.isUnbroken(match)
    const means = says.family === 'yes' ? yesOption : ground.optionOf(says.family)
    return says.family !== 'leansNo' && means === only && !ground.isAboutSomeone(match)
  }
  const exactly = new Set(said.filter(isExact).flatMap(indexes))
  const exact =
    sure &&
    !denied &&
    options.size === 1 &&
    scan.words.every((word, index) => exactly.has(index) || isNumbered(index) || (word !== '' && polite.has(index)))
  const contradicted =
    numbered !== undefined &&
    !options.has(numbered.option) &&
    (said.some(({ says }) => 'family' in says) || [...options].some(option => isStrict(open.id, option))) &&
    scan.words.every((_, index) => read.has(index) || polite.has(index) || index === numbered.index)
  if (numbered && isNumbered(numbered.index)) read.add(numbered.index)
  for (const match of topic) for (const index of indexes(match)) if (!scan.isNegated(match)) read.add(index)
  const lowering = [...options].every(isNo)
  const whole = scan.words.every(
    (word, index) =>
      read.has(index) ||
      (word !== '' && polite.has(index)) ||
      (scan.isNegation(index) ? lowering && options.size > 0 && index > 0 && read.has(0) : ground.isSmall(index))
  )
  const left = scan.words.flatMap((_, index) => (read.has(index) || polite.has(index) ? [] : [index]))
  return { options, yes, denied, whole, sure, exact, contradicted, ...alongside(ground, left, stated) }
}
