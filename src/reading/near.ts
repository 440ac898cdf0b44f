// Rung 5: somebody is near, or reads along, and no wish was said. The page goes quiet; it is no danger by itself.
import { findAll } from './find-all.ts'
import { asksAbout } from './meaning.ts'
import type { Book } from './phrase.ts'
import type { Prepared } from './prepare.ts'
import type { Open, Reply } from './reading.ts'
import type { Match, Scan } from './scan.ts'

/** When and how to reach somebody: "not weekends hes home" answers it. */
const ASKS_WHEN: readonly unknown[] = [
  'contactTimes',
  'contactMethod',
  'textFirst',
  'livesWith',
  'personNear',
  'channelOk'
]

/** "He is here" is danger where danger is asked about, as the first thing somebody says, or said with fear. */
export function nearOf(
  scan: Scan,
  prepared: readonly Prepared[],
  open: Open | null,
  isFirst: boolean
): Reply | undefined {
  if (ASKS_WHEN.includes(open?.id)) return
  const led = findAll(scan, prepared, each => each.marks.led)
  const away = findAll(scan, prepared, each => each.marks.away)
  const now = findAll(scan, prepared, each => each.marks.now)
  const except = findAll(scan, prepared, each => each.near.except)
  const stands = (book: (each: Prepared) => Book): Match[] =>
    findAll(scan, prepared, book).filter(
      match =>
        !scan.isNegated(match) &&
        !scan.isLedBy(match, led) &&
        !except.some(({ start, end }) => start < match.end && end > match.start) &&
        (!scan.isNear(match, away) || scan.isNear(match, now))
    )
  const here = stands(each => each.near.here)
  const fears = findAll(scan, prepared, each => each.near.fear).filter(match => !scan.isNegated(match))
  const isDanger = (open === null && isFirst) || open?.id === 'dangerNow' || fears.length > 0
  if (here.length > 0) return isDanger ? { kind: 'danger' } : { kind: 'near' }
  // Asked whether somebody watches the phone, they answer that.
  const isAsked = asksAbout(open?.id ?? null) === 'tech'
  return !isAsked && stands(each => each.near.reads).length > 0 ? { kind: 'near' } : undefined
}
