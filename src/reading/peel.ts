// A message has a core, and things around it: a greeting, courtesy, a kiss, a name. Rails, numbers and answers are read from
// the core; danger and concerns from everything that is theirs.
import { NAME_MAX, PEELED_WORDS } from '../limits.ts'
import { plain, wordsOf } from './fold.ts'
import { withoutOurs } from './ours.ts'
import type { Book } from './phrase.ts'
import type { Prepared } from './prepare.ts'
import { Scan } from './scan.ts'
import { vocabularyOf } from './vocabulary.ts'

export interface Peeled {
  /** What they say. Never empty where there was anything. */
  readonly core: string
  /** All of it that is not ours. */
  readonly theirs: string
  /** A last word was taken for a name: what is left is sure of nothing that makes anything smaller. */
  readonly isSigned: boolean
  /** A reaction to our own words, or a bare copy of them. */
  readonly isReaction: boolean
}

/** Only behind something: a lone x leaves. */
const KISS = /^(?:x{1,6}|(?:xo)+x?|(?:ox)+o?)$/
/** Pictures that say no more than a kiss does. */
const WARM = /^(?:[\p{Emoji_Modifier}♥💕💖💗💓💞💛💚💙💜🧡🖤🤍😘😊🙂😀😃😄🥰🙏🌹🌸🌻💐👋😅\s]|\ufe0f|\u200d|❤|☺)+$/u
/** Quotation marks, stars and dashes around the whole. */
const AROUND = /^[\s"“”„«»‘’'*_~<>]+|[\s"“”„«»‘’'*_~<>]+$/gu
const DANGLING = /[\s,\-–—~]+$/u
/** Longest turn of courtesy, and longest signature, in words as they are written. */
const COURTESY = 5

const isOnly = (text: string, prepared: readonly Prepared[], book: (each: Prepared) => Book): boolean => {
  const scan = new Scan(text)
  for (const { spellings } of prepared) scan.respell(spellings)
  const isWhole = (start: number, end: number): boolean => start === 0 && end === scan.words.length
  return prepared.some(each => scan.find(book(each)).some(({ start, end }) => isWhole(start, end)))
}

/** The text without the words that may go at this end; null where none may, or nothing would be left. */
function without(text: string, fits: (words: string, isLast: boolean) => boolean, longest: number): string | null {
  const parts = [...text.matchAll(/\S+/g)]
  for (let count = Math.min(longest, parts.length - 1); count > 0; count -= 1) {
    const [head, tail] = [parts[count], parts[parts.length - count]]
    if (tail && fits(text.slice(tail.index), true)) return text.slice(0, tail.index).replace(DANGLING, '')
    if (head && fits(text.slice(0, head.index), false)) return text.slice(head.index)
  }
  return null
}

/** A signature after a dash, on a line of its own, or a capital letter after a full stop; and no word of any list. */
const NAME = new RegExp(
  String.raw`^(.*\S)(?:\s+[-–—~]+[\s.…]*|\s*\n\s*|[.!,]\s+(?=\p{Lu}))(\p{L}{2,${NAME_MAX}})[\s.!]*$`,
  'su'
)

function withoutName(text: string, prepared: readonly Prepared[]): string | null {
  const [, before, name = ''] = NAME.exec(text) ?? []
  const [word, ...more] = wordsOf(name)
  if (before === undefined || word === undefined || more.length > 0) return null
  return prepared.some(each => vocabularyOf(each).has(word)) ? null : before.replace(DANGLING, '')
}

/** Lines that quote somebody: there is something to be read beside them, or they are all there is. */
function withoutQuotedLines(text: string): string {
  const left = text.replace(/^\s*>.*$/gmu, '').trim()
  return wordsOf(left).length > 0 ? left : text
}

/** Takes off what stands around the core. `ours`: what was sent to them last. */
export function peel(text: string, ours: readonly string[], prepared: readonly Prepared[]): Peeled {
  const { rest: theirs, isReaction } = withoutOurs(text, ours)
  const isAround = (words: string, isLast: boolean): boolean => {
    const letters = plain(words).replace(/[^\p{L}\p{N}]/gu, '')
    if (letters === '') return WARM.test(words)
    if (isLast && KISS.test(plain(words).replace(/[.,!]/g, ''))) return true
    if (isLast && isOnly(words, prepared, each => each.signatures)) return true
    return isOnly(words, prepared, each => each.polite)
  }
  let core = withoutQuotedLines(theirs).replace(AROUND, '')
  let isSigned = false
  const isShort = core.split(/\s+/, PEELED_WORDS + 1).length <= PEELED_WORDS
  while (isShort) {
    const bare = without(core, isAround, COURTESY)
    const unsigned = bare ?? withoutName(core, prepared)
    if (unsigned === null || wordsOf(unsigned).length === 0) break
    isSigned ||= bare === null
    core = unsigned.replace(AROUND, '')
  }
  return { core: wordsOf(core).length > 0 ? core : theirs, theirs, isSigned, isReaction }
}
