// One line on the page: every piece where the eye looks for it, told to a screen reader in the order it was written.
import { useFont } from './letters.ts'
import { drawnText, isOdd, lineWidth, type Run, runsOf, type TypeLine, WHOLE_RUN, widthOf } from './runs.ts'

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
