// Rung 3: an act begun, or suicide now: a wish, an intent, a farewell. Of the person, or of somebody they know.
import { findAll } from './find-all.ts'
import type { Book } from './phrase.ts'
import type { Prepared } from './prepare.ts'
import type { Match, Scan } from './scan.ts'
import { isNotOwn } from './whose.ts'

interface Life {
  /** Begun already: tablets taken, a bridge. */
  readonly act: boolean
  readonly of: 'self' | 'other'
}

/** A life at stake now; undefined where there is none. At other times, in the past, or denied, it is a concern and no card. */
export function lifeIn(scan: Scan, prepared: readonly Prepared[]): Life | undefined {
  const past = findAll(scan, prepared, each => each.life.past)
  const led = findAll(scan, prepared, each => each.marks.led)
  const notOwn = isNotOwn(scan, prepared)
  const isNow = (match: Match): boolean =>
    !scan.isNegated(match) && !scan.isLedBy(match, led) && !scan.isNear(match, past)
  const find = (book: (each: Prepared) => Book): Match[] => findAll(scan, prepared, book).filter(isNow)
  const own = (book: (each: Prepared) => Book): boolean => find(book).some(match => !notOwn(match))
  const ifLeft = findAll(scan, prepared, each => each.life.unless)
  // "She will if I leave her" is a threat of the one who hurts: a concern.
  const ofOther = (book: (each: Prepared) => Book): boolean => ifLeft.length === 0 && find(book).length > 0
  if (own(each => each.life.act)) return { act: true, of: 'self' }
  if (find(each => each.life.otherAct).length > 0) return { act: true, of: 'other' }
  if (own(each => each.life.now)) return { act: false, of: 'self' }
  // "She's texted me goodbye and look after the cat": the farewell is hers.
  if (ofOther(each => each.life.other)) return { act: false, of: 'other' }
  return saysFarewell(scan, prepared, own) ? { act: false, of: 'self' } : undefined
}

/** "Bye" is no farewell by itself; beside "sorry for everything", or a love that is left behind, it is. */
function saysFarewell(
  scan: Scan,
  prepared: readonly Prepared[],
  own: (book: (each: Prepared) => Book) => boolean
): boolean {
  if (own(each => each.life.farewell)) return true
  const byes = findAll(scan, prepared, each => each.life.bye)
  return byes.length > 0 && own(each => each.life.beside)
}
