// One line of text: broken off where it is full, put in the order it is read in, and drawn.
import { type Direction, directionOf, drawnOrder, isRightToLeft, levelsOf, lineLevels, mirrored } from './bidi.ts'
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
  /** Where its first letter stands in what was written. */
  start: number
}

const isOdd = (level: number): boolean => level % 2 === 1

const isLike = (run: Run | undefined, letter: Letter, level: number): run is Run => {
  const first = run?.letters[0]
  if (!run || !first || run.level !== level) return false
  return first.font === letter.font && first.style === letter.style && first.isMissing === letter.isMissing
}

/** The runs of a line from left to right; the letters of each are in the order they were written. */
function runsOf({ letters, levels }: TypeLine): Run[] {
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

/** What the shapes on the page do not give back when they are copied or read aloud: turned or missing letters. */
const needsActual = ({ letters, level }: Run): boolean => letters[0]?.isMissing === true || isOdd(level)

interface Placed {
  readonly run: Run
  readonly x: number
}

/** Runs where they are drawn, in the order they are read; those that need their real text said stand each alone. */
function groupsOf(placed: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = []
  for (const one of placed.toSorted((a, b) => a.run.start - b.run.start)) {
    const [before] = groups.at(-1) ?? []
    if (before && !needsActual(before.run) && !needsActual(one.run)) groups.at(-1)?.push(one)
    else groups.push([one])
  }
  return groups
}

/** Where a line is drawn, in points: its letters stand on `baseline`. */
export interface Spot {
  readonly x: number
  readonly baseline: number
  readonly width: number
}

/**
 * Draws a line; from right to left it ends at `x + width`. `within` is the paragraph it belongs to; null where it is
 * decoration.
 */
export function drawLine(
  doc: PDFKit.PDFDocument,
  line: TypeLine,
  spot: Spot,
  within: PDFKit.PDFStructureElement | null
): void {
  let x = line.base === 'rtl' ? spot.x + spot.width - lineWidth(doc, line) : spot.x
  const placed = runsOf(line).map(run => {
    const at = { run, x }
    x += widthOf(doc, run)
    return at
  })
  for (const group of groupsOf(placed)) {
    const draw = () => {
      for (const one of group) drawRun(doc, one, spot.baseline)
    }
    const [first] = group
    if (!within || !first) draw()
    else if (needsActual(first.run)) within.add(doc.struct('Span', { actual: saidIn(first.run) }, draw))
    else within.add(draw)
  }
}

const saidIn = ({ letters }: Run): string => letters.map(letter => letter.said).join('')

function drawRun(doc: PDFKit.PDFDocument, { run, x }: Placed, baseline: number): void {
  const [letter] = run.letters
  if (!letter) return
  useFont(doc, letter.font)
  doc.fontSize(letter.style.size).fillColor(letter.style.colour).text(drawnText(run), x, baseline, WHOLE_RUN)
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
    levels: lineLevels(said.slice(from, to), levels.slice(from, to), base),
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
