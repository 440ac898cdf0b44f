// A whole message that is a rail: its letter in every language, or its words, with or without a please, once or over and over.
import type { RailName } from '../wording/keys.ts'
import { findAll } from './find-all.ts'
import { wordsOf } from './fold.ts'
import { withHeldDownTwice } from './form/settle.ts'
import type { Book } from './phrase.ts'
import type { Prepared } from './prepare.ts'
import type { Scan } from './scan.ts'
import { isAsked } from './topics.ts'

/** Contract: these work in every language, on every SMS. */
const LETTERS: Readonly<Record<string, RailName>> = {
  x: 'leave',
  p: 'person',
  '999': 'emergency',
  b: 'back',
  s: 'skip',
  r: 'repeat'
}

/** Most words a rail has, in any language. */
const LONGEST = 6

/** The text's words without those of the phrases. */
function without(scan: Scan, prepared: readonly Prepared[], book: (each: Prepared) => Book): string[] {
  const taken = new Set<number>()
  for (const { start, end } of findAll(scan, prepared, book))
    for (let index = start; index < end; index += 1) taken.add(index)
  return scan.words.filter((_, index) => !taken.has(index))
}

function railOf(words: readonly string[], prepared: readonly Prepared[]): RailName | undefined {
  const said = words.join(' ')
  return LETTERS[said] ?? prepared.map(({ rails }) => rails.get(said)).find(found => found !== undefined)
}

/** The rails a message is made of, when it is made of nothing else: "stop stop", "999 help". The longest first. */
function railsIn(words: readonly string[], prepared: readonly Prepared[]): ReadonlySet<RailName> | undefined {
  const rails = new Set<RailName>()
  let from = 0
  while (from < words.length) {
    const counts = Array.from({ length: Math.min(LONGEST, words.length - from) }, (_, index) => index + 1).reverse()
    const count = counts.find(each => railOf(words.slice(from, from + each), prepared) !== undefined)
    const rail = count === undefined ? undefined : railOf(words.slice(from, from + count), prepared)
    if (count === undefined || rail === undefined) return
    rails.add(rail)
    from += count
  }
  return rails
}

/** One rail said more than once is that rail; help and the emergency together are the emergency. */
function together(rails: ReadonlySet<RailName> | undefined): RailName | undefined {
  const [only] = rails ?? []
  if (rails?.size === 1) return only
  return rails?.size === 2 && rails.has('emergency') && rails.has('person') ? 'emergency' : undefined
}

/** A rail by its letter or its words. `text`, and its scan: the core of a message (peel.ts). */
export function findRail(text: string, scan: Scan, prepared: readonly Prepared[]): RailName | undefined {
  const whole = wordsOf(text)
  const doubled = wordsOf(withHeldDownTwice(text))
  const bare = without(scan, prepared, each => each.polite)
  for (const said of [whole, doubled, bare]) {
    const rail = railOf(said, prepared) ?? together(railsIn(said, prepared))
    if (rail) return rail
  }
  // "P now", "police quick": in a hurry they ask for somebody, and for nothing else.
  const hurried = together(
    railsIn(
      without(scan, prepared, each => each.marks.now),
      prepared
    )
  )
  return hurried === 'person' || hurried === 'emergency' ? hurried : undefined
}

/** Whether a message says what the phrases say, and nothing more. */
export function saysOnly(scan: Scan, prepared: readonly Prepared[], book: (each: Prepared) => Book): boolean {
  const matches = findAll(scan, prepared, book).filter(match => !scan.isNegated(match))
  if (matches.length === 0) return false
  const isSmall = (word: string): boolean => prepared.some(({ small }) => small.has(word))
  const politely = new Set(without(scan, prepared, each => each.polite))
  return without(scan, prepared, book).every(word => word !== '' && (isSmall(word) || !politely.has(word)))
}

/** "Hello", "hi its me": a greeting and nothing more. */
export const isGreeting = (scan: Scan, prepared: readonly Prepared[]): boolean =>
  saysOnly(scan, prepared, each => each.polite)

/** "None of your business" is a skip; "can I talk to somebody please" is a wish for a person. */
export function findWish(scan: Scan, prepared: readonly Prepared[], asked: boolean): RailName | undefined {
  if (asked && saysOnly(scan, prepared, each => each.families.refusal)) return 'skip'
  const isQuestion = isAsked(scan, prepared)
  const isWished = findAll(scan, prepared, each => each.askFor.person).some(match => !isQuestion(match))
  return isWished && saysOnly(scan, prepared, each => each.askFor.person) ? 'person' : undefined
}
