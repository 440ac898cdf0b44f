// One line of text: broken off where it is full, put in the order it is read in, and drawn.
import { type Direction, directionOf, drawnOrder, isRightToLeft, levelsOf, mirrored } from './bidi.ts'
import { type Letter, useFont } from './letters.ts'

/** Letters of one line with the way they run. */
export interface TypeLine {
  readonly letters: readonly Letter[]
  readonly levels: readonly number[]
  readonly base: Direction
}

/** Letters that are drawn in one go: same font, same style, same way. */
interface Run {
  readonly letters: Letter[]
  readonly level: number
}

const isOdd = (level: number): boolean => level % 2 === 1

/** The runs of a line from left to right; the letters of each are in the order they were written. */
function runsOf({ letters, levels, base }: TypeLine): Run[] {
  const order = drawnOrder(
    letters.map(letter => letter.said),
    levels,
    base
  )
  const runs: Run[] = []
  for (const index of order) {
    const letter = letters[index]
    const level = levels[index] ?? 0
    if (!letter) continue
    const [last] = runs.at(-1)?.letters ?? []
    const isSame = last?.font === letter.font && last.style === letter.style && last.isMissing === letter.isMissing
    const run = isSame && runs.at(-1)?.level === level ? runs.at(-1) : undefined
    if (!run) runs.push({ letters: [letter], level })
    else if (isOdd(level)) run.letters.unshift(letter)
    else run.letters.push(letter)
  }
  return runs
}

/**
 * What is handed to the font. It turns round what is written from right to left by itself, but only where it finds such
 * letters: signs alone are turned here.
 */
function drawnText({ letters, level }: Run): string {
  if (!isOdd(level)) return letters.map(letter => letter.drawn).join('')
  const text = letters.map(letter => mirrored(letter.drawn))
  return isRightToLeft(text.join('')) ? text.join('') : text.toReversed().join('')
}

// An empty list of features makes the library shape a run as a whole instead of word by word, which keeps its words in order.
const WHOLE_RUN = { features: [], lineBreak: false, baseline: 'alphabetic' } satisfies PDFKit.Mixins.TextOptions

function widthOf(doc: PDFKit.PDFDocument, run: Run): number {
  const [letter] = run.letters
  if (!letter) return 0
  useFont(doc, letter.font)
  return doc.fontSize(letter.style.size).widthOfString(drawnText(run), WHOLE_RUN)
}

const lineWidth = (doc: PDFKit.PDFDocument, line: TypeLine): number =>
  runsOf(line).reduce((width, run) => width + widthOf(doc, run), 0)

/** Draws a line from `x` on, its letters standing on `baseline`; from right to left it ends at `x + width`. */
export function drawLine(doc: PDFKit.PDFDocument, line: TypeLine, x: number, baseline: number, width: number): void {
  let at = line.base === 'rtl' ? x + width - lineWidth(doc, line) : x
  for (const run of runsOf(line)) {
    const [first] = run.letters
    if (!first) continue
    const advance = widthOf(doc, run)
    // What is copied out of the document, or read aloud, is what was written: not its shape, and not the sign for missing.
    const needsActual = first.isMissing || isOdd(run.level)
    if (needsActual) doc.markContent('Span', { actual: run.letters.map(letter => letter.said).join('') })
    doc.fillColor(first.style.colour).text(drawnText(run), at, baseline, WHOLE_RUN)
    if (needsActual) doc.endMarkedContent()
    at += advance
  }
}

/** Words with the space behind them, as [from, to) over the letters. */
function wordsIn(letters: readonly Letter[]): [number, number][] {
  const words: [number, number][] = []
  let from = 0
  for (const [index, letter] of letters.entries()) {
    const next = letters[index + 1]
    if (next === undefined || (letter.said === ' ' && next.said !== ' ')) {
      words.push([from, index + 1])
      from = index + 1
    }
  }
  return words
}

/** Breaks letters into lines no wider than `width`. A word that is wider than a line is broken where the line is full. */
export function linesOf(doc: PDFKit.PDFDocument, letters: readonly Letter[], width: number): TypeLine[] {
  const said = letters.map(letter => letter.said)
  const base = directionOf(said)
  const levels = levelsOf(said, base)
  const part = (from: number, to: number): TypeLine => ({
    letters: letters.slice(from, to),
    levels: levels.slice(from, to),
    base
  })
  const measured = (from: number, to: number) => lineWidth(doc, part(from, to))
  const breaks = [0]
  let filled = 0
  for (const [from, to] of wordsIn(letters)) {
    const wide = measured(from, to)
    if (filled + wide > width && filled > 0) {
      breaks.push(from)
      filled = 0
    }
    filled += wide
    for (let cut = from + 1; filled > width && cut < to; cut += 1) {
      const start = breaks.at(-1) ?? 0
      if (measured(start, cut + 1) <= width || cut <= start) continue
      breaks.push(cut)
      filled = measured(cut, to)
    }
  }
  return breaks.map((from, index) => part(from, breaks[index + 1] ?? letters.length))
}
