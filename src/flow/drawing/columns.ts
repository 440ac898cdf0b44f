// Setting blocks into columns: in reading order, none cut in two, a condition said again where its column ends.
import type { Words } from '../../wording/words.ts'
import { type Block, Ink } from './ink.ts'
import { CONDITION_LINE } from './looks.ts'
import { conditionBlock, type Placed } from './path-blocks.ts'

export interface Paper {
  /** In CSS pixels, 96 to the inch, of which one drawn pixel takes `scale`. */
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly scale: number
}

const A4 = { long: 1123, short: 794 }
const A3 = { long: 1587, short: 1123 }
/** Small print begins at seven points: below it, a path has to be told in two sections. */
const SCALES = [1, 0.92, 0.85]

/** The smallest first; a long path is drawn a little smaller before it is given up. */
export const PAPERS: readonly Paper[] = [
  { width: A4.short, height: A4.long, columns: 2, scale: 1 },
  { width: A4.long, height: A4.short, columns: 3, scale: 1 },
  ...SCALES.flatMap(scale => [
    { width: A3.short / scale, height: A3.long / scale, columns: 3, scale },
    { width: A3.long / scale, height: A3.short / scale, columns: 4, scale }
  ])
]
export const MARGIN = 30
const BETWEEN = 16
const GAP = 9
const INDENT = 11
/** Width of the bar of a condition. */
const BAR = 5

interface Set {
  readonly svg: string
  /** Columns that were needed; more than any paper has when something is taller than the paper. */
  readonly columns: number
}

const columnWidth = ({ width, columns }: Paper): number => (width - MARGIN * 2 - BETWEEN * (columns - 1)) / columns

/** Sets the blocks below `top`; into more columns than the paper has when they do not fit. */
export function setInColumns(placed: readonly Placed[], paper: Paper, top: number, words: Words): Set {
  const ink = new Ink()
  const width = columnWidth(paper)
  const bottom = paper.height - MARGIN
  let column = 0
  let y = top
  /** The block before in this column; none at its top. */
  let before: Placed | null = null
  const left = () => MARGIN + column * (width + BETWEEN)

  /** From the block before to this one; from the bar of a condition that may not hold, past all that stands under it. */
  const connect = (depth: number): void => {
    if (!before) return
    const from = before.under.length
    const line = (x: number) => ink.line(x, y - GAP + 1, x, y - 1, '#5b6b7b')
    if (!before.ends) line(left() + Math.max(from, depth) * INDENT + 14)
    if (from > depth) line(left() + depth * INDENT + BAR / 2)
  }
  const put = (block: Block, placed: Placed): void => {
    const depth = placed.under.length
    if (!placed.apart) connect(depth)
    const rise = before ? GAP : 0
    for (let level = 0; level < depth; level++) {
      ink.rect(left() + level * INDENT, y - rise, BAR, block.height + rise, { fill: CONDITION_LINE })
    }
    ink.place(block, left() + depth * INDENT, y)
    y += block.height + GAP
    before = placed
  }
  let isTooTall = false
  const nextColumn = (): void => {
    column += 1
    y = top
    before = null
  }

  for (const [index, one] of placed.entries()) {
    const { under, heads } = one
    const made = one.block(width - under.length * INDENT)
    isTooTall ||= top + made.height > bottom
    const next = heads ? placed[index + 1] : undefined
    const kept = next ? next.block(width - next.under.length * INDENT).height + GAP : 0
    if (y > top && y + made.height + kept > bottom) {
      nextColumn()
      for (const [depth, condition] of under.entries()) {
        const again = conditionBlock(words.drawn('only-still', { condition }), width - depth * INDENT)
        put(again, { ...one, under: under.slice(0, depth), ends: false })
      }
    }
    put(made, one)
  }
  return { svg: ink.svg, columns: Math.max(column + 1, isTooTall ? paper.columns + 1 : 0) }
}
