// Our own words come back: a reaction quotes them, a mail client copies them, somebody answers under them. What is ours is cut
// out by comparing it with what was sent, in whatever language: no list of reactions, for every phone has its own.
import { ECHO_WORDS, OURS_KEPT, QUOTED_WORDS, REACTION_WORDS, READ_MAX } from '../limits.ts'
import { wordsOf } from './fold.ts'

interface WithoutOurs {
  /** What is left when our own words are taken out; the text itself where none stand in it. */
  readonly rest: string
  /** Nothing but a few words about ours are left, and they stand before them: a reaction, or a bare echo. */
  readonly isReaction: boolean
}

interface Span {
  readonly start: number
  readonly end: number
}

interface Word {
  readonly word: string
  readonly span: Span
}

/** The words of a text, and where each stands in it. */
function located(text: string): Word[] {
  const known = new Map<string, readonly string[]>()
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: part, index }) => {
    const words = known.get(part) ?? wordsOf(part)
    known.set(part, words)
    return words.map(word => ({ word, span: { start: index, end: index + part.length } }))
  })
}

const wordsIn = (text: string): string[] => located(text).map(({ word }) => word)

/** Whether these words stand in ours one after the other; cut off, the last may be a part of a word. */
function isRunOf(words: readonly string[], ours: readonly string[], isCutOff: boolean): boolean {
  const last = words.length - 1
  return ours.some((_, from) =>
    words.every((word, index) => {
      const our = ours[from + index]
      return our === word || (isCutOff && index === last && our?.startsWith(word))
    })
  )
}

const QUOTED = /["“”„«]([^"“”„«»]+)(?:["“”»]|$)/gu
const QUOTED_LINE = /^\s*>+(.*)$/gmu
/** A phone that shortens what it quotes. */
const CUT_BOTH_ENDS = /^\s*(?:\u2026|\.\.\.).*(?:\u2026|\.\.\.)\s*$/su
const CUT_OFF = /(?:\u2026|\.\.\.)\s*$/u

/** Quotation marks, and lines a mail client marks as a quotation, that hold nothing but a part of ours. */
function quotedSpans(text: string, ours: readonly (readonly string[])[]): Span[] {
  const isOurs = (quoted: string, least: number): boolean => {
    const words = wordsIn(quoted)
    if (words.length > 0 && CUT_BOTH_ENDS.test(quoted)) return ours.some(our => isRunOf(words, our, true))
    return words.length >= least && ours.some(our => isRunOf(words, our, CUT_OFF.test(quoted)))
  }
  const marks = [...text.matchAll(QUOTED)].filter(([, quoted = '']) => isOurs(quoted, QUOTED_WORDS))
  const lines = [...text.matchAll(QUOTED_LINE)].filter(([, quoted = '']) => isOurs(quoted, 1))
  return [...marks, ...lines].map(({ 0: part, index }) => ({ start: index, end: index + part.length }))
}

/** What of ours is looked for without quotation marks: all of it, and each of its questions. A card's first words may be theirs. */
const echoesOf = (ours: string): string[][] =>
  [ours, ...ours.split(/(?<=[?!.\u061f])\s+/u).filter(sentence => /[?\u061f]\s*$/u.test(sentence))]
    .map(wordsIn)
    .filter(words => words.length >= ECHO_WORDS)

function echoSpans(text: string, ours: readonly string[]): Span[] {
  const words = located(text.slice(0, READ_MAX))
  return ours.flatMap(echoesOf).flatMap(echo => {
    const at = words.findIndex((_, from) => echo.every((word, index) => words[from + index]?.word === word))
    const [first, last] = [words[at], words[at + echo.length - 1]]
    return first && last ? [{ start: first.span.start, end: last.span.end }] : []
  })
}

/** Takes our own words out. `ours`: what was sent to them last, as it was sent. */
export function withoutOurs(text: string, ours: readonly string[]): WithoutOurs {
  const last = ours.slice(-OURS_KEPT)
  const spans = last.length === 0 ? [] : [...quotedSpans(text, last.map(wordsIn)), ...echoSpans(text, last)]
  if (spans.length === 0) return { rest: text, isReaction: false }
  const [start, end] = [Math.min(...spans.map(span => span.start)), Math.max(...spans.map(span => span.end))]
  let rest = ''
  let from = 0
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    rest += `${text.slice(from, Math.max(from, span.start))}\n`
    from = Math.max(from, span.end)
  }
  rest += text.slice(from)
  const isLast = wordsOf(text.slice(end)).length === 0
  const isFew = wordsOf(text.slice(0, start)).length <= REACTION_WORDS && wordsOf(rest).length <= REACTION_WORDS
  return { rest: rest.trim(), isReaction: isLast && isFew }
}
