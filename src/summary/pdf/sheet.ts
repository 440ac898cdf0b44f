// Pages of a tagged document: the banner at the head of each, room for one line after another, page numbers at the foot.
import PDFDocument from 'pdfkit'
import { Letters, type Piece, type Style } from './letters.ts'
import { drawLine, linesOf } from './line.ts'

/** Distances in points; A4. */
const MARGIN = 48
const FOOT = 42
const LEADING = 1.42
const BAR = 5
const PADDING = 8

const INK = '#1a1a1a'
const QUIET = '#4a4a4a'
const STOP = { ink: '#8b0f0f', ground: '#fdecea' }
const GO = { ink: '#14532d', ground: '#e7f3ec' }

const style = (size: number, weight: Style['weight'], colour: string): Style => ({ size, weight, colour })
export const PLAIN = style(10, 400, INK)
export const STRONG = style(10, 700, INK)
export const FAINT = style(8.5, 400, QUIET)
export const TITLE = style(17, 700, INK)
export const HEADING = style(13, 700, INK)

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

  get #left(): number {
    return MARGIN
  }

  get #width(): number {
    return this.doc.page.width - 2 * MARGIN
  }

  /** The banner again on every page but the first, where it is part of the text. */
  #head(): void {
    this.#y = MARGIN / 2
    if (this.doc.bufferedPageRange().count === 1) return
    this.doc.markContent('Artifact', { type: 'Pagination' })
    this.#drawBanner(this.#opening.banner.slice(0, 1), 9)
    this.doc.endMarkedContent()
  }

  /** The banner as text of the document. The first thing in it. */
  banner(within: PDFKit.PDFStructureElement): void {
    within.add(this.doc.struct('P', {}, () => this.#drawBanner(this.#opening.banner, 11)))
  }

  #drawBanner(sentences: readonly string[], size: number): void {
    const { ink, ground } = this.#opening.forbids ? STOP : GO
    const [first = '', ...rest] = sentences
    const texts = [{ text: first, style: style(size, 700, ink) }, ...rest.map(text => ({ text, style: style(9, 400, ink) }))]
    const lines = texts.flatMap(piece => linesOf(this.doc, this.letters.of([piece]), this.#width - BAR - 2 * PADDING))
    const height = lines.reduce((sum, line) => sum + (line.letters[0]?.style.size ?? 0) * LEADING, 2 * PADDING)
    this.doc.rect(this.#left, this.#y, this.#width, height).fill(ground)
    this.doc.rect(this.#left, this.#y, BAR, height).fill(ink)
    let y = this.#y + PADDING
    for (const line of lines) {
      const high = line.letters[0]?.style.size ?? 0
      y += high * LEADING
      drawLine(this.doc, line, this.#left + BAR + PADDING, y - high * (LEADING - 1), this.#width)
    }
    this.#y += height + PADDING
  }

  /** White space, in points. */
  gap(height: number): void {
    this.#y += height
  }

  /** One paragraph, flowing over as many pages as it needs. Call it inside a structure element's content. */
  write(pieces: readonly Piece[], { indent = 0, bar = false, keep = 0 }: Block = {}): void {
    const high = Math.max(...pieces.map(piece => piece.style.size)) * LEADING
    const lines = linesOf(this.doc, this.letters.of(pieces), this.#width - indent)
    for (const line of lines) {
      if (this.#y + high + keep > this.doc.page.height - FOOT) this.doc.continueOnNewPage()
      if (bar) this.#bar(line.base === 'rtl' ? this.#left + this.#width + 3 : this.#left + indent - 8, high)
      this.#y += high
      drawLine(this.doc, line, this.#left + indent, this.#y - high * (1 - 1 / LEADING), this.#width - indent)
    }
  }

  #bar(x: number, height: number): void {
    this.doc.rect(x, this.#y + 1, 2, height).fill('#8a8a8a')
  }

  /** A thin line across the page. Says nothing, so it is not read out. */
  rule(): void {
    this.doc.markContent('Artifact', { type: 'Layout' })
    this.doc.rect(this.#left, this.#y, this.#width, 0.5).fill('#8a8a8a')
    this.doc.endMarkedContent()
    this.#y += 3
  }

  /** Numbers the pages and closes the document. */
  async finish(): Promise<Buffer> {
    const chunks: Buffer[] = []
    this.doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    const ended = new Promise<void>((resolve, reject) => this.doc.on('end', resolve).on('error', reject))
    const { count } = this.doc.bufferedPageRange()
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(page)
      this.doc.markContent('Artifact', { type: 'Pagination' })
      const [line] = linesOf(
        this.doc,
        this.letters.of([{ text: this.#opening.foot(page + 1, count), style: FAINT }]),
        this.#width
      )
      if (line) drawLine(this.doc, line, this.#left, this.doc.page.height - FOOT / 2, this.#width)
      this.doc.endMarkedContent()
    }
    this.doc.end()
    await ended
    return Buffer.concat(chunks)
  }
}
