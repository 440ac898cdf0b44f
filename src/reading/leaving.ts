// Rungs 2 and 7: leaving, at either end of a message, as a thought of its own. "Stop him" and "i have to get out" are none.
import { findAll } from './find-all.ts'
import type { Book } from './phrase.ts'
import type { Prepared } from './prepare.ts'
import type { Heard, Open, Reply } from './reading.ts'
import type { Match, Scan } from './scan.ts'
import { isTheirs } from './whose.ts'

interface Message {
  readonly text: string
  readonly open: Open | null
  readonly scan: Scan
  readonly prepared: readonly Prepared[]
  readonly heard: Heard
}

/** Where a wish to leave stands in a message. */
interface Leave {
  readonly match: Match
  /** command: "stop", "delete": may be a plea. going: "gtg", "bye": is none. */
  readonly kind: 'command' | 'going'
  readonly at: 'start' | 'end'
  /** Nothing but courtesy stands behind it. */
  readonly isLast: boolean
  /** Where the courtesy behind it ends: "stop please. Jean". */
  readonly until: number
}

const LEAVE: Reply = { kind: 'rail', rail: 'leave' }
/** After so few words a name or a cry may stand: "stop dave", "stop pls stop". */
const PLEA_WORDS = 2
/** Questions how somebody may be reached: "dont text me" answers those. */
const ASKS_HOW: readonly unknown[] = ['contactMethod', 'textFirst', 'voicemail']

const isKiss = (word: string): boolean =>
  /^(?:x+|(?:xo)+x?|(?:ox)+o?)$/.test(word) || /^\p{Extended_Pictographic}/u.test(word)

/** What lies around the core: courtesy on both sides, kisses behind. */
function aroundOf({ scan, prepared }: Message): ReadonlySet<number> {
  const around = new Set<number>()
  for (const book of [(each: Prepared) => each.polite, (each: Prepared) => each.leaving.around])
    for (const { start, end } of findAll(scan, prepared, book))
      for (let index = start; index < end; index += 1) around.add(index)
  return around
}

function coreOf({ scan }: Message, around: ReadonlySet<number>): { readonly from: number; readonly to: number } {
  let [from, to] = [0, scan.words.length]
  while (from < to && around.has(from)) from += 1
  while (to > from && (around.has(to - 1) || isKiss(scan.words[to - 1] ?? ''))) to -= 1
  return { from, to }
}

function leavesIn(message: Message, near: readonly Match[]): Leave[] {
  const { scan, prepared } = message
  const around = aroundOf(message)
  const { from, to } = coreOf(message, around)
  const theirs = isTheirs(scan, prepared)
  const find = (book: (each: Prepared) => Book): Match[] =>
    findAll(scan, prepared, book).filter(match => !theirs(match) && !scan.isNegated(match))
  const more = findAll(scan, prepared, each => each.leaving.more)
  const governed = findAll(scan, prepared, each => each.leaving.governed)
  const byes = find(each => each.life.bye)
  const isBeforeNear = ({ end }: Match): boolean => near.some(({ start }) => start === end)
  const goesOn = (match: Match): boolean =>
    !isBeforeNear(match) && !byes.some(({ end }) => end === match.end) && more.some(({ start }) => start === match.end)
  const isWhole = (match: Match): boolean =>
    !goesOn(match) && !governed.some(({ end }) => end === match.start && !around.has(match.start - 1))
  const isLast = ({ end }: Match): boolean => end >= to
  const untilOf = ({ end }: Match): number => {
    let until = end
    while (around.has(until)) until += 1
    return until
  }
  const going = find(each => each.leaving.going)
    .filter(isWhole)
    .flatMap((match): Leave[] => [
      ...(match.start <= from
        ? [{ match, kind: 'going', at: 'start', isLast: isLast(match), until: untilOf(match) } as const]
        : []),
      ...(isLast(match) || isBeforeNear(match)
        ? [{ match, kind: 'going', at: 'end', isLast: true, until: match.end } as const]
        : [])
    ])
  const commands = find(each => each.leaving.command).flatMap((match): Leave[] => {
    const isApart = scan.isBroken(match.start) || near.some(({ start }) => start < match.start)
    const isKissOnly = scan.words[match.start] === 'x'
    return [
      ...(match.start <= from
        ? [{ match, kind: 'command', at: 'start', isLast: isLast(match), until: untilOf(match) } as const]
        : []),
      ...(isLast(match) && isApart && !isKissOnly
        ? [{ match, kind: 'command', at: 'end', isLast: true, until: match.end } as const]
        : [])
    ]
  })
  return [...going, ...commands]
}

/** "Dont text back hes here": no reason why, but somebody. */
function isHere({ scan, prepared }: Message): boolean {
  const books = [(each: Prepared) => each.near.here, (each: Prepared) => each.near.reads]
  return books.flatMap(book => findAll(scan, prepared, book)).some(match => !scan.isNegated(match))
}

/** Somebody is there, coming, or holds the phone. */
function here({ scan, prepared }: Message): Match[] {
  const books = [
    (each: Prepared) => each.near.here,
    (each: Prepared) => each.near.reads,
    (each: Prepared) => each.near.because,
    (each: Prepared) => each.danger.near
  ]
  return books.flatMap(book => findAll(scan, prepared, book)).filter(match => !scan.isNegated(match))
}

/** Whether a new thought begins behind the wish: after a sign, or with who comes. */
function isByItself({ match, isLast, until }: Leave, { scan }: Message, near: readonly Match[]): boolean {
  if (isLast || scan.isBroken(until)) return true
  return scan.isBroken(match.end) || near.some(({ start }) => start === match.end)
}

/** Rung 2: they leave because somebody is there, is coming, or holds the phone. */
export function leavesInDanger(message: Message, danger: readonly Match[]): Reply | undefined {
  const near = here(message)
  if (isHere(message) && wantsNoTexts(message)) return { kind: 'leaving', why: 'danger' }
  const beside = leavesIn(message, near).some(leave =>
    isNoPlea(leave, message) ? near.length + danger.length > 0 : near.length > 0 && isByItself(leave, message, near)
  )
  return beside ? { kind: 'leaving', why: 'danger' } : undefined
}

/** "Gotta go" and "x" beg nobody: what stands beside them is why they leave. */
const isNoPlea = ({ kind, match }: Leave, { scan }: Message): boolean =>
  kind === 'going' || /^x$|delet|exit/.test(scan.words.slice(match.start, match.end).join(' '))

/** Rung 7: they leave, without a reason; they want no more texts; or it cannot be told from a plea. */
export function leavesPlainly(message: Message): Reply | undefined {
  const { open, scan, prepared } = message
  if (wantsNoTexts(message)) return ASKS_HOW.includes(open?.id) ? undefined : { kind: 'leaving', why: 'noTexts' }
  const leaves = leavesIn(message, [])
  if (leaves.some(leave => leave.kind === 'going' || isByItself(leave, message, []))) return LEAVE
  const begun = leaves.find(({ at }) => at === 'start')
  if (!begun || /^x$/.test(scan.words[begun.match.start] ?? '')) return
  const rest = scan.words.slice(begun.match.end).filter(word => !isKiss(word))
  const pleading = findAll(scan, prepared, each => each.leaving.pleading)
  const isPlea = rest.length <= PLEA_WORDS && !pleading.some(({ start }) => start === begun.match.end)
  return isPlea ? { kind: 'leaving', why: 'plea' } : undefined
}

const overlap = (a: Match, b: Match): boolean => a.start < b.end && b.start < a.end

function wantsNoTexts({ scan, prepared }: Message): boolean {
  const theirs = isTheirs(scan, prepared)
  const told = findAll(scan, prepared, each => each.whose.telling)
  const others = findAll(scan, prepared, each => each.leaving.toOthers)
  return findAll(scan, prepared, each => each.leaving.noTexts).some(
    match => !theirs(match) && !scan.isLedBy(match, told) && !others.some(other => overlap(match, other))
  )
}
