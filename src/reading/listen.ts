// What stands in a text, whatever it answers: danger, concerns, signals, notices, a wish to talk or to stop.
import { CONCERNS, type Concern } from '../questions/concern.ts'
import type { Book } from './phrase.ts'
import type { Prepared } from './prepare.ts'
import type { Heard } from './reading.ts'
import { type Match, Scan } from './scan.ts'
import { topicsIn } from './topics.ts'

/** A text with its turns of speech taken out and its negations known. */
export function openScan(text: string, prepared: readonly Prepared[]): Scan {
  const scan = new Scan(text)
  for (const { spellings } of prepared) scan.respell(spellings)
  // "He said hed kill me if" is a threat and no turn of speech.
  const told = findAll(scan, prepared, each => each.marks.told)
  for (const { idioms } of prepared) scan.blank(idioms, told)
  for (const each of prepared) scan.learn(each)
  return scan
}

export const findAll = (scan: Scan, prepared: readonly Prepared[], book: (each: Prepared) => Book): Match[] =>
  prepared.flatMap(each => scan.find(book(each)))

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
  !scan.isNegated(match) && !scan.isLedBy(match, led) && (!scan.isNear(match, away) || scan.isNear(match, now))

/** Danger that is happening now. `near`: whether "hes here" counts too; it does not where somebody was asked just that. */
export function isDanger(scan: Scan, prepared: readonly Prepared[], near: boolean): boolean {
  const times = timesOf(scan, prepared)
  const sure = findAll(scan, prepared, each => each.danger.sure)
  const close = near ? findAll(scan, prepared, each => each.danger.near) : []
  if ([...sure, ...close].some(match => happens(scan, match, times))) return true
  const threats = findAll(scan, prepared, each => each.danger.threat)
  // Told, or feared, it is a concern; with "tonight" beside it nobody waits to see.
  const isOnlyTold = (match: Match): boolean => scan.isLedBy(match, times.told) && !scan.isNear(match, times.now)
  if (threats.some(match => happens(scan, match, times) && !isOnlyTold(match))) return true
  return isDeedNow(scan, prepared, times)
}

/** What is done to somebody, spoken of plainly: said with "now" or a call for help it is happening. */
const DEEDS: readonly Concern[] = ['neck', 'weapon', 'childHarmed', 'physical', 'sexual']

/** No list holds every deed that may be happening: any that is told beside "right now" or "help", and in no other time, is. */
function isDeedNow(scan: Scan, prepared: readonly Prepared[], { away, led, told }: Times): boolean {
  const pressing = findAll(scan, prepared, each => each.marks.pressing)
  if (pressing.length === 0) return false
  return DEEDS.flatMap(concern => concernsIn(scan, prepared, concern)).some(
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
  const stands = (book: (each: Prepared) => Book): boolean =>
    findAll(scan, prepared, book).some(match => !scan.isNegated(match))
  const isNow = (book: (each: Prepared) => Book): boolean =>
    findAll(scan, prepared, book).some(match => happens(scan, match, times))
  const wish = (['person', 'leave'] as const).find(name => stands(each => each.askFor[name]))
  return {
    concerns: CONCERNS.filter(concern => stands(each => each.concerns[concern])),
    // A pet hurt last year still counts; being held, or bleeding, only while it lasts.
    signals: [
      ...(['heldNow', 'injuryNow'] as const).filter(signal => isNow(each => each.signals[signal])),
      ...(stands(each => each.signals.petsHarmed) ? (['petsHarmed'] as const) : [])
    ],
    notices: (['locationSeeking', 'someoneElse'] as const).filter(notice => stands(each => each.notices[notice])),
    askFor: wish ?? null,
    topics: topicsIn(scan, prepared),
    young: false
  }
}
