// Text broken into lines that fit.
import { directionOf, levelsOf, lineLevels } from './bidi.ts'
import type { Letter } from './letters.ts'
import { lineWidth, type TypeLine } from './runs.ts'

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
