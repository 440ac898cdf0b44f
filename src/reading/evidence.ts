// What in a message points to which option, and what in it points to none: the ground a reading stands on.

import { findAll } from './find-all.ts'
import { isNo, noOf, unsureOf, yesOf } from './meaning.ts'
import { type Book, bind, literal } from './phrase.ts'
import type { Prepared } from './prepare.ts'
import type { Open } from './reading.ts'
import type { Match, Scan } from './scan.ts'

type Says =
  | { readonly option: string; readonly sure: boolean }
  /** The families: what a yes or a no means is the question's affair. */
  | { readonly family: 'yes' | 'no' | 'unsure' | 'neither' }

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
}

/** The phrases that may answer the open question, of all languages. */
function bookOf(open: Open, prepared: readonly Prepared[]): { book: Book; says: Says; rank: number }[] {
  const labels = open.question.options.flatMap((option, index) => {
    const phrase = literal(open.labels[index] ?? '')
    return phrase ? [{ book: bind([phrase]), says: { option, sure: true }, rank: 0 }] : []
  })
  return [
    ...labels,
    ...prepared.flatMap((each, index) => {
      const rank = index + 1
      const says = [...each.says(open.id)].map(([option, book]) => ({ book, says: { option, sure: true }, rank }))
      const hints = [...each.hints(open.id)].map(([option, book]) => ({ book, says: { option, sure: false }, rank }))
      const families = (['yes', 'no', 'unsure', 'neither'] as const).map(family => ({
        book: each.families[family],
        says: { family },
        rank
      }))
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

/** Gathers what a message says about the open question. `topic`: words about its own subject, which explain an answer. */
export function gather(scan: Scan, prepared: readonly Prepared[], open: Open, topic: readonly Match[]): Evidence {
  const isSmall = (index: number): boolean => prepared.some(({ small }) => small.has(scan.words[index] ?? ''))
  const polite = new Set(findAll(scan, prepared, each => each.polite).flatMap(indexes))
  const spoken = bookOf(open, prepared).flatMap(({ book, says, rank }) =>
    scan.find(book).map((match): Found => ({ ...match, says, rank }))
  )
  const chosen = choose(spoken.filter(match => !indexes(match).every(index => polite.has(index))))
  const covered = new Set(chosen.flatMap(indexes))
  // "Me" is an answer when it stands alone, and none in "he hit me".
  const stray = scan.words.some((_, index) => !covered.has(index) && !polite.has(index) && !isSmall(index))
  const found = chosen.filter(match => !(stray && match.end - match.start === 1 && isSmall(match.start)))
  return weigh(scan, prepared, open, found, topic, polite)
}

/** A yes or no counts where people put it: first or last. In the middle it belongs to something else. */
function atTheEdge(scan: Scan, match: Match, skipped: (index: number) => boolean): boolean {
  const isEdge = (from: number, to: number): boolean => {
    for (let index = from; index < to; index += 1) if (!skipped(index)) return false
    return true
  }
  return isEdge(0, match.start) || isEdge(match.end, scan.words.length)
}

function weigh(
  scan: Scan,
  prepared: readonly Prepared[],
  open: Open,
  found: readonly Found[],
  topic: readonly Match[],
  polite: ReadonlySet<number>
): Evidence {
  const options = new Set<string>()
  let yes = false
  let denied = false
  let sure = true
  const read = new Set<number>()
  const isSmall = (index: number): boolean => prepared.some(({ small }) => small.has(scan.words[index] ?? ''))
  const named = found.filter(match => 'option' in match.says)
  const optionIndexes = new Set(found.flatMap(indexes))
  for (const match of found) {
    const { says } = match
    if ('family' in says) {
      if (!atTheEdge(scan, match, index => polite.has(index) || optionIndexes.has(index) || isSmall(index))) continue
      for (const index of indexes(match)) read.add(index)
      if (says.family === 'yes') yes = true
      const option = familyOption(open, says.family)
      if (option) options.add(option)
      if (says.family === 'unsure' && option !== 'unsure') sure = false
      continue
    }
    for (const index of indexes(match)) read.add(index)
    if (scan.isNegated(match)) denied = true
    else {
      options.add(says.option)
      sure &&= says.sure
    }
  }
  const yesOption = yesOf(open.question)
  // "Yes, they broke it" says yes to what it names.
  if (
    yes &&
    yesOption &&
    ![...options].some(
      option => !isNo(option) && named.some(each => 'option' in each.says && each.says.option === option)
    )
  )
    options.add(yesOption)
  const leadNumber = Number(scan.words[0])
  const numbered = open.question.options[leadNumber - 1]
  if (numbered !== undefined && options.has(numbered)) read.add(0)
  for (const match of topic) for (const index of indexes(match)) if (!scan.isNegated(match)) read.add(index)
  const lowering = [...options].every(isNo)
  const whole = scan.words.every(
    (word, index) =>
      read.has(index) ||
      (word !== '' && polite.has(index)) ||
      (scan.isNegation(index) ? lowering && options.size > 0 && index > 0 && read.has(0) : isSmall(index))
  )
  return { options, yes, denied, whole, sure }
}

function familyOption({ question }: Open, family: 'yes' | 'no' | 'unsure' | 'neither'): string | undefined {
  if (family === 'no') return noOf(question)
  return family === 'unsure' ? unsureOf(question) : undefined
}
