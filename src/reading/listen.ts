// What stands in a text, whatever it answers: danger, concerns, signals, notices, a wish to talk or to stop.
import { CONCERNS, type Concern } from '../questions/concern.ts'
import { findAll } from './find-all.ts'
import type { Book } from './phrase.ts'
import type { Prepared } from './prepare.ts'
import type { Heard } from './reading.ts'
import { type Match, Scan } from './scan.ts'
import { isAsked, topicsIn } from './topics.ts'
import { vocabularyOf } from './vocabulary.ts'
import { isNotOwn, isTheirs } from './whose.ts'
import { isYoung } from './young.ts'

/** A text with its turns of speech taken out and its negations known. */
export function openScan(text: string, prepared: readonly Prepared[]): Scan {
  const scan = new Scan(text)
  for (const { subjects } of prepared) scan.divide(subjects)
  for (const { spellings } of prepared) scan.respell(spellings)
  scan.named(word => prepared.some(each => vocabularyOf(each).has(word)))
  // "He said hed kill me if" is a threat and no turn of speech.
  const told = findAll(scan, prepared, each => each.marks.told)
  for (const { idioms } of prepared) scan.blank(idioms, told)
  for (const each of prepared) scan.learn(each)
  return scan
}

interface Times {
  readonly now: readonly Match[]
  readonly away: readonly Match[]
  readonly led: readonly Match[]
  readonly told: readonly Match[]
}

const timesOf = (scan: Scan, prepared: readonly Prepared[]): Times => ({
  now: findAll(scan, prepared, each => each.marks.now),
  away: findAll(scan, prepared, each => each.marks.away),
  led: findAll(scan, prepared, each => each.marks.led),
  told: findAll(scan, prepared, each => each.marks.told)
})

/** It is happening: not denied, not in another time, not a dream. "Now" beside it outweighs another time. */
const happens = (scan: Scan, match: Match, { now, away, led }: Times): boolean =>
  !scan.isNegated(match) &&
  !scan.isLedBy(match, led) &&
  (!scan.isNear(
    match,
    away.filter(mark => !scan.isParted(mark, match))
  ) ||
    scan.isNear(match, now))

/** Danger that is happening now. `near`: whether "hes here" counts too; it does not where somebody was asked just that. */
export function isDanger(scan: Scan, prepared: readonly Prepared[], near: boolean): boolean {
  return dangersIn(scan, prepared, near).length > 0
}

/** Where danger that is happening now is told. */
export function dangersIn(scan: Scan, prepared: readonly Prepared[], near: boolean): readonly Match[] {
  const times = timesOf(scan, prepared)
  const sure = findAll(scan, prepared, each => each.danger.sure)
  const close = near ? findAll(scan, prepared, each => each.danger.near) : []
  const threats = findAll(scan, prepared, each => each.danger.threat)
  // Told, or feared, it is a concern; with "tonight" beside it nobody waits to see.
  const isOnlyTold = (match: Match): boolean => scan.isLedBy(match, times.told) && !scan.isNear(match, times.now)
  return [
    ...[...sure, ...close].filter(match => happens(scan, match, times)),
    ...threats.filter(match => happens(scan, match, times) && !isOnlyTold(match)),
    ...deedsNow(scan, prepared, times)
  ].filter(isReal(scan, prepared))
}

/** Not in a sentence that only supposes: "what happens if someone says theyre suicidal". */
function isReal(scan: Scan, prepared: readonly Prepared[]): (match: Match) => boolean {
  const supposed = findAll(scan, prepared, each => each.supposed)
  return ({ start }) => !supposed.some(mark => mark.start <= start && scan.isOneSentence(mark.start, start))
}

/** What is done to somebody, spoken of plainly: said with "now" or a call for help it is happening. */
const DEEDS: readonly Concern[] = ['neck', 'weapon', 'childHarmed', 'physical', 'sexual']

/** No list holds every deed that may be happening: any that is told beside "right now" or "help", and in no other time, is. */
function deedsNow(scan: Scan, prepared: readonly Prepared[], { away, led, told }: Times): readonly Match[] {
  const pressing = findAll(scan, prepared, each => each.marks.pressing)
  if (pressing.length === 0) return []
  return DEEDS.flatMap(concern => concernsIn(scan, prepared, concern)).filter(
    match =>
      !scan.isNegated(match) &&
      !scan.isLedBy(match, [...led, ...told]) &&
      scan.isNear(match, pressing) &&
      !scan.isNear(match, away)
  )
}

/** Where each concern is spoken of, and whether it is denied there. */
export const concernsIn = (scan: Scan, prepared: readonly Prepared[], concern: Concern): Match[] =>
  findAll(scan, prepared, each => each.concerns[concern])

export function listen(scan: Scan, prepared: readonly Prepared[]): Heard {
  const times = timesOf(scan, prepared)
  const real = isReal(scan, prepared)
  const found = (book: (each: Prepared) => Book): Match[] =>
    findAll(scan, prepared, book).filter(match => !scan.isNegated(match) && real(match))
  const stands = (book: (each: Prepared) => Book): boolean => found(book).length > 0
  const isNow = (book: (each: Prepared) => Book): boolean => found(book).some(match => happens(scan, match, times))
  return {
    concerns: concernsOf(scan, prepared, found),
    // A pet hurt last year still counts; being held, or bleeding, only while it lasts.
    signals: [
      ...(['heldNow', 'injuryNow'] as const).filter(signal => isNow(each => each.signals[signal])),
      ...(stands(each => each.signals.petsHarmed) ? (['petsHarmed'] as const) : [])
    ],
    notices: (['locationSeeking', 'someoneElse'] as const).filter(notice => stands(each => each.notices[notice])),
    askFor: wishOf(scan, prepared, found),
    topics: topicsIn(scan, prepared),
    young: isYoung(scan, prepared)
  }
}

/** "He said 'i want to die'" is a threat of his, and no wish of the person who tells it. */
function concernsOf(
  scan: Scan,
  prepared: readonly Prepared[],
  found: (book: (each: Prepared) => Book) => Match[]
): Concern[] {
  const theirs = isTheirs(scan, prepared)
  const spoken = new Set(CONCERNS.filter(concern => found(each => each.concerns[concern]).length > 0))
  const suicide = found(each => each.concerns.suicide)
  if (suicide.some(theirs)) {
    spoken.add('theirSuicide')
    if (suicide.every(theirs)) spoken.delete('suicide')
  }
  return CONCERNS.filter(concern => spoken.has(concern))
}

/** "I have to go tonight with my kids" is no wish to stop here. */
function wishOf(
  scan: Scan,
  prepared: readonly Prepared[],
  found: (book: (each: Prepared) => Book) => Match[]
): 'person' | 'leave' | null {
  const asked = isAsked(scan, prepared)
  if (found(each => each.askFor.person).some(match => !asked(match))) return 'person'
  const notOwn = isNotOwn(scan, prepared)
  const more = findAll(scan, prepared, each => each.leaving.more)
  const toldOthers = findAll(scan, prepared, each => each.whose.telling)
  const leaves = found(each => each.askFor.leave).filter(
    match => !notOwn(match) && !scan.isLedBy(match, toldOthers) && !more.some(({ start }) => start === match.end)
  )
  return leaves.length > 0 ? 'leave' : null
}
