// A whole message that is a rail: its letter in every language, or its words, with or without a please.
import type { RailName } from '../wording/keys.ts'
import { findAll } from './find-all.ts'
import { wordsOf } from './fold.ts'
import type { Book } from './phrase.ts'
import type { Prepared } from './prepare.ts'
import type { Scan } from './scan.ts'

/** Contract: these work in every language, on every SMS. */
const LETTERS: Readonly<Record<string, RailName>> = {
  x: 'leave',
  p: 'person',
  '999': 'emergency',
  b: 'back',
  s: 'skip',
  r: 'repeat'
}

/** The text's words without those of the phrases. */
function without(scan: Scan, prepared: readonly Prepared[], book: (each: Prepared) => Book): string[] {
  const taken = new Set<number>()
  for (const { start, end } of findAll(scan, prepared, book))
    for (let index = start; index < end; index += 1) taken.add(index)
  return scan.words.filter((_, index) => !taken.has(index))
}

/** A rail by its letter or its words. */
export function findRail(text: string, scan: Scan, prepared: readonly Prepared[]): RailName | undefined {
  const whole = wordsOf(text).join(' ')
  const bare = without(scan, prepared, each => each.polite).join(' ')
  for (const said of [whole, bare]) {
    const letter = LETTERS[said]
    if (letter) return letter
    const rail = prepared.map(({ rails }) => rails.get(said)).find(found => found !== undefined)
    if (rail) return rail
  }
  return
}

/** Whether a message says what the phrases say, and nothing more. */
function saysOnly(scan: Scan, prepared: readonly Prepared[], book: (each: Prepared) => Book): boolean {
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
  return saysOnly(scan, prepared, each => each.askFor.person) ? 'person' : undefined
}
