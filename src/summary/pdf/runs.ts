// The pieces a line is drawn in: letters that share a font, a style and a way, and how wide they are together.
import { type Direction, drawnOrder, isRightToLeft, mirrored } from './bidi.ts'
import { type Letter, useFont } from './letters.ts'

/** Letters of one line with the way they run. */
export interface TypeLine {
  readonly letters: readonly Letter[]
  readonly levels: readonly number[]
  readonly base: Direction
}

/** Letters that are drawn in one go: same font, same style, same way. */
export interface Run {
  readonly letters: Letter[]
  readonly level: number
  /** Where its first letter stands in what was written. */
  start: number
}

export const isOdd = (level: number): boolean => level % 2 === 1

const isLike = (run: Run | undefined, letter: Letter, level: number): run is Run => {
  const first = run?.letters[0]
  if (!run || !first || run.level !== level) return false
  return first.font === letter.font && first.style === letter.style && first.isMissing === letter.isMissing
}

/** The runs of a line from left to right; the letters of each are in the order they were written. */
export function runsOf({ letters, levels }: TypeLine): Run[] {
  const runs: Run[] = []
  for (const index of drawnOrder(levels)) {
    const letter = letters[index]
    const level = levels[index] ?? 0
    if (!letter) continue
    const last = runs.at(-1)
    if (!isLike(last, letter, level)) runs.push({ letters: [letter], level, start: index })
    else if (isOdd(level)) {
      last.letters.unshift(letter)
      last.start = index
    } else last.letters.push(letter)
  }
  return runs
}

/**
 * What is handed to the font. It turns round what is written from right to left by itself, but only where it finds such
 * letters: signs alone are turned here.
 */
export function drawnText({ letters, level }: Run): string {
  if (!isOdd(level)) return letters.map(letter => letter.drawn).join('')
  const text = letters.map(letter => mirrored(letter.drawn))
  return isRightToLeft(text.join('')) ? text.join('') : text.toReversed().join('')
}

// An empty list of features makes the library shape a run as a whole instead of word by word, which keeps its words in order.
export const WHOLE_RUN = { features: [], lineBreak: false, baseline: 'alphabetic' } satisfies PDFKit.Mixins.TextOptions

/** In points. */
export function widthOf(doc: PDFKit.PDFDocument, run: Run): number {
  const [letter] = run.letters
  if (!letter) return 0
  useFont(doc, letter.font)
  return doc.fontSize(letter.style.size).widthOfString(drawnText(run), WHOLE_RUN)
}

/** In points. */
export const lineWidth = (doc: PDFKit.PDFDocument, line: TypeLine): number =>
  runsOf(line).reduce((width, run) => width + widthOf(doc, run), 0)
