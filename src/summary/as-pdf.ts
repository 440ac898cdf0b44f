// The summary as a tagged PDF: the same outline as the plain text, with headings, lists and languages for a screen reader.
import type { Words } from '../wording/words.ts'
import type { Block } from './block.ts'
import { type OutlineSection, outlineOf } from './outline.ts'
import { isMissingIn, type Piece } from './pdf/letters.ts'
import { FAINT, HEADING, PLAIN, STRONG, TITLE } from './pdf/look.ts'
import { Sheet } from './pdf/sheet.ts'
import type { Summary } from './schema.ts'

const INDENT = 14
/** Room a heading needs below it, in points: itself and the first lines it belongs to. */
const HEADING_ROOM = 40

type Element = PDFKit.PDFStructureElement
type Look = Parameters<Sheet['write']>[2] & { readonly language?: string }

const plain = (text: string): Piece => ({ text, style: PLAIN })
const strong = (text: string): Piece => ({ text, style: STRONG })

class Paper {
  readonly #sheet: Sheet
  readonly #root: Element

  constructor(sheet: Sheet) {
    this.#sheet = sheet
    this.#root = sheet.doc.struct('Document')
    sheet.doc.addStructure(this.#root)
  }

  get root(): Element {
    return this.#root
  }

  within(parent: Element, type: string, fill: (element: Element) => void): void {
    const element = this.#sheet.doc.struct(type)
    parent.add(element)
    fill(element)
    element.end()
  }

  /** A paragraph, a heading: anything that is text and nothing else. */
  text(parent: Element, type: string, pieces: readonly Piece[], look: Look = {}): void {
    const element = this.#sheet.doc.struct(type, look.language === undefined ? {} : { lang: look.language })
    parent.add(element)
    this.#sheet.write(element, pieces, look)
    element.end()
  }
}

/** Each line of somebody's words is a paragraph with a direction of its own. */
function ownWords(paper: Paper, parent: Element, { text, locale }: { text: string; locale: string }): void {
  paper.within(parent, 'BlockQuote', quote => {
    for (const line of text.split('\n')) {
      paper.text(quote, 'P', [plain(line)], { indent: 2 * INDENT, bar: true, language: locale })
    }
  })
}

function draw(paper: Paper, item: Element, block: Block): void {
  const faint = (text: string | null, indent = INDENT) => {
    if (text !== null) paper.text(item, 'P', [{ text, style: FAINT }], { indent })
  }
  switch (block.kind) {
    case 'line':
      paper.text(item, 'P', [plain(`${block.asked} `), strong(block.answer)])
      if (block.own) ownWords(paper, item, block.own)
      faint(block.from)
      faint(block.earlier)
      break
    case 'said':
      faint([block.at, block.asked].filter(part => part !== null).join(' '), 0)
      ownWords(paper, item, block.own)
      faint(block.translation)
      break
    case 'point':
      paper.text(item, 'P', [plain(block.text)], { indent: INDENT, bar: true })
      faint(block.from)
      break
    default:
      paper.text(item, 'P', [plain(block.text)])
  }
}

/** Blocks that stand alone as paragraphs, and those that follow one another as a list. */
function drawSection(paper: Paper, sheet: Sheet, { title, blocks }: OutlineSection): void {
  paper.within(paper.root, 'Sect', section => {
    sheet.gap(10)
    paper.text(section, 'H2', [{ text: title, style: HEADING }], { keep: HEADING_ROOM })
    sheet.rule()
    for (const group of groupsOf(blocks)) {
      const [first] = group
      if (first?.kind === 'fact') {
        draw(paper, section, first)
        continue
      }
      paper.within(section, 'L', list => {
        for (const block of group) {
          paper.within(list, 'LI', item => paper.within(item, 'LBody', body => draw(paper, body, block)))
          sheet.gap(3)
        }
      })
    }
  })
}

function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind !== 'fact' && last?.[0] && last[0].kind !== 'fact') last.push(block)
    else groups.push([block])
  }
  return groups
}

/** Everything a worker may read, as a PDF. The safe-contact banner is the first thing in it, and on every page. */
export function asPdf(summary: Summary, words: Words): Promise<Buffer> {
  const outline = outlineOf(summary, words)
  const { reference } = summary.contact
  const sheet = new Sheet({
    title: outline.title,
    language: 'en-GB',
    madeAt: new Date(summary.madeAt),
    banner: outline.banner,
    forbids: outline.forbids,
    foot: (page, of) => words.staff('referralPage', { reference, page, of })
  })
  const paper = new Paper(sheet)
  sheet.banner(paper.root)
  paper.text(paper.root, 'H1', [{ text: outline.title, style: TITLE }])
  // Said once at the top as well as in each place: whoever only leafs through must know that something is not shown.
  if (isMissingIn(sheet.letters, JSON.stringify(outline))) {
    paper.text(paper.root, 'P', [strong(words.staff('referralMissingLetters'))])
  }
  for (const text of outline.alerts) paper.text(paper.root, 'P', [strong(text)])
  const points = outline.tenSeconds.map((text): Block => ({ kind: 'point', text, from: null }))
  const tenSeconds: Block[] = [{ kind: 'fact', text: outline.aid }, ...points]
  drawSection(paper, sheet, { name: 'risk', title: outline.tenSecondsTitle, blocks: tenSeconds })
  for (const section of outline.sections) drawSection(paper, sheet, section)
  paper.root.end()
  return sheet.finish()
}
