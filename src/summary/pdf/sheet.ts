// Pages of a tagged document: the banner at the head of each, room for one line after another, page numbers at the foot.
import PDFDocument from 'pdfkit'
import { drawLine } from './draw-line.ts'
import { Letters, type Piece } from './letters.ts'
import { linesOf } from './lines.ts'
import { FAINT, GO, GREY, STOP, style } from './look.ts'

/** Distances in points; A4. */
const MARGIN = 48
const FOOT = 42
const LEADING = 1.42
const BAR = 5
const PADDING = 8
/** From the line letters stand on to the foot of their line. */
const DESCENT = 3
const SMALL = 9

export interface Opening {
  readonly title: string
  readonly language: string
  readonly madeAt: Date
  /** Stands at the head of every page. */
  readonly banner: readonly string[]
  readonly forbids: boolean
  readonly foot: (page: number, of: number) => string
}

interface Block {
  readonly indent?: number
  /** A line beside it, as beside a quotation. */
  readonly bar?: boolean
  /** Room kept below it, so that a heading never stands alone at the foot of a page. */
  readonly keep?: number
}

export class Sheet {
  readonly doc: PDFKit.PDFDocument
  readonly letters: Letters
  readonly #opening: Opening
  #y = 0

  constructor(opening: Opening) {
    this.#opening = opening
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: opening.language,
      displayTitle: true,
      info: { Title: opening.title, Producer: 'PDFKit', Creator: 'PDFKit', CreationDate: opening.madeAt }
    })
    this.letters = new Letters(this.doc)
    this.doc.on('pageAdded', () => this.#head())
    this.doc.addPage()
  }

  get #width(): number {
    return this.doc.page.width - 2 * MARGIN
  }

  /** The banner again on every page but the first, where it is part of the text. */
  #head(): void {
    this.#y = MARGIN / 2
    if (this.doc.bufferedPageRange().count > 1) this.#drawBanner(this.#opening.banner.slice(0, 1), 9, null)
  }

  /** The banner as text of the document: the first thing in it, a paragraph for each sentence. */
  banner(within: PDFKit.PDFStructureElement): void {
    this.#drawBanner(this.#opening.banner, 11, within)
  }

  #drawBanner(sentences: readonly string[], size: number, within: PDFKit.PDFStructureElement | null): void {
    const { ink, ground } = this.#opening.forbids ? STOP : GO
    const width = this.#width - BAR - 2 * PADDING
    const paragraphs = sentences.map((text, index) => {
      const look = index === 0 ? style(size, 700, ink) : style(SMALL, 400, ink)
      return { high: look.size * LEADING, lines: linesOf(this.doc, this.letters.of([{ text, style: look }]), width) }
    })
    const height = paragraphs.reduce((sum, { high, lines }) => sum + high * lines.length, 2 * PADDING)
    this.#decorate(() => {
      this.doc.rect(MARGIN, this.#y, this.#width, height).fill(ground)
      this.doc.rect(MARGIN, this.#y, BAR, height).fill(ink)
    })
    let baseline = this.#y + PADDING - DESCENT
    const spot = () => ({ x: MARGIN + BAR + PADDING, baseline, width })
    for (const { high, lines } of paragraphs) {
      const paragraph = within ? this.doc.struct('P') : null
      if (paragraph) within?.add(paragraph)
      for (const line of lines) {
        baseline += high
        if (paragraph) drawLine(this.doc, line, spot(), paragraph)
        else this.#decorate(() => drawLine(this.doc, line, spot(), null))
      }
      paragraph?.end()
    }
    this.#y += height + PADDING
  }

  /** Draws what a screen reader leaves out. */
  #decorate(draw: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  /** White space, in points. */
  gap(height: number): void {
    this.#y += height
  }

  /** The text of one element, flowing over as many pages as it needs. */
  write(
    element: PDFKit.PDFStructureElement,
    pieces: readonly Piece[],
    { indent = 0, bar, keep = 0 }: Block = {}
  ): void {
    const high = Math.max(...pieces.map(piece => piece.style.size)) * LEADING
    const width = this.#width - indent
    for (const line of linesOf(this.doc, this.letters.of(pieces), width)) {
      if (this.#y + high + keep > this.doc.page.height - FOOT) this.doc.addPage()
      if (bar) this.#bar(line.base === 'rtl' ? MARGIN + this.#width + BAR : MARGIN + indent - PADDING, high)
      this.#y += high
      drawLine(this.doc, line, { x: MARGIN + indent, baseline: this.#y - DESCENT, width }, element)
    }
  }

  #bar(x: number, height: number): void {
    this.#decorate(() => this.doc.rect(x, this.#y + 1, 2, height).fill(GREY))
  }

  /** A thin line across the page. */
  rule(): void {
    this.#decorate(() => this.doc.rect(MARGIN, this.#y, this.#width, 0.5).fill(GREY))
    this.gap(3)
  }

  /** Numbers the pages and closes the document. */
  async finish(): Promise<Buffer> {
    const chunks: Buffer[] = []
    this.doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    const ended = new Promise<void>((resolve, reject) => this.doc.on('end', resolve).on('error', reject))
    const { count } = this.doc.bufferedPageRange()
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(page)
      const baseline = this.doc.page.height - FOOT / 2
      const foot = this.letters.of([{ text: this.#opening.foot(page + 1, count), style: FAINT }])
      const [line] = linesOf(this.doc, foot, this.#width)
      const spot = { x: MARGIN, baseline, width: this.#width }
      if (line) this.#decorate(() => drawLine(this.doc, line, spot, null), 'Pagination')
    }
    this.doc.end()
    await ended
    return Buffer.concat(chunks)
  }
}
