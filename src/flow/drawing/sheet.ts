// One path on one channel as a sheet of paper, to be read, printed and signed.
import { createHash } from 'node:crypto'
import type { Words } from '../../wording/words.ts'
import type { Dialogue } from '../account/dialogue.ts'
import type { PathAccount } from '../account/items.ts'
import { pathOf } from '../account/path.ts'
import { tellerOf, type Where } from '../account/teller.ts'
import { versionOf } from '../flow.ts'
import { MARGIN, PAPERS, type Paper, setInColumns } from './columns.ts'
import { escaped, Ink } from './ink.ts'
import { legendOf } from './legend.ts'
import { PAPER, TITLE } from './looks.ts'
import { blocksOf } from './path-blocks.ts'

const FONT = 'Arial, Helvetica, Liberation Sans, sans-serif'
const MM_PER_PX = 25.4 / 96

export interface Sheet {
  readonly title: string
  readonly svg: string
}

const mm = (px: number): string => `${Math.round(px * MM_PER_PX)}mm`

function page(title: string, body: string, { width, height, scale }: Paper): string {
  const size = `width="${mm(width * scale)}" height="${mm(height * scale)}" viewBox="0 0 ${width} ${height}"`
  const frame = `<rect width="${width}" height="${height}" fill="${PAPER}"/>`
  const named = `<title>${escaped(title)}</title>`
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${size} font-family="${FONT}">${named}${frame}${body}</svg>\n`
}

/** What is signed: the flow's version, and a fingerprint of the words and marks of this sheet. */
function versionLine(words: Words, dialogue: Dialogue, path: PathAccount): string {
  const fingerprint = createHash('sha256').update(JSON.stringify(path)).digest('hex').slice(0, 16)
  return words.drawn('sheet-version', { flow: versionOf(dialogue.flow), sheet: fingerprint })
}

/** Draws a section on the smallest paper it fits. */
export function sheetOf(dialogue: Dialogue, words: Words, section: string, where: Where): Sheet {
  const teller = tellerOf(dialogue, words, where, 'labels')
  const path = pathOf(teller, section)
  const title = where
    ? words.drawn('sheet-title', { path: path.title, where: words.drawn(`where-${where}`) })
    : path.title
  const placed = [
    ...blocksOf(path.items, words, where),
    ...legendOf(teller, path.items, versionLine(words, dialogue, path))
  ]
  const head = new Ink()
  head.y = MARGIN
  head.text(title, MARGIN, PAPERS[0]?.width ?? 0, TITLE)
  const top = head.y + 12
  const set = (paper: Paper) => ({ paper, ...setInColumns(placed, paper, top, words) })
  const smallest = PAPERS.find(paper => set(paper).columns <= paper.columns) ?? PAPERS.at(-1)
  if (!smallest) throw new Error('there is no paper')
  const { paper, svg, columns } = set(smallest)
  // What fits no paper gets a longer one, which prints smaller: better than a question left out.
  const columnsMissing = Math.max(0, columns - paper.columns)
  const width = paper.width + columnsMissing * ((paper.width - MARGIN) / paper.columns)
  return {
    title,
    svg: page(title, head.svg + svg, { ...paper, width: Math.round(width), height: Math.round(paper.height) })
  }
}
