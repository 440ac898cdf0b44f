// Text cut into the smallest pieces that are drawn as one, each with the font that can show it.
import { withoutControls } from './bidi.ts'
import { fontNames, fontOf, type Weight } from './fonts.ts'

export interface Style {
  /** In points. */
  readonly size: number
  readonly weight: Weight
  readonly colour: string
}

export interface Piece {
  readonly text: string
  readonly style: Style
}

export interface Letter {
  /** What was written. */
  readonly said: string
  /** What is drawn in its place: the same, or the sign that no font here can show it. */
  readonly drawn: string
  readonly font: string
  readonly style: Style
  readonly isMissing: boolean
}

/** Stands where something was written that no font here can show. Never nothing: a word must not vanish unseen. */
export const MISSING = '[?]'

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Joiners and variation marks: without a glyph of their own they change nothing that could be read. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu

interface GlyphTable {
  readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } }
}

/** Makes a font the one that is drawn and measured with. */
export function useFont(doc: PDFKit.PDFDocument, name: string): void {
  doc.registerFont(name, fontOf(name)).font(name)
}

/** Finds the font for every letter of a document. */
export class Letters {
  readonly #doc: PDFKit.PDFDocument
  readonly #found = new Map<string, string | null>()

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
  }

  /** The letters of some text on one line of thought: without line breaks. Consecutive missing ones become one sign. */
  of(pieces: readonly Piece[]): Letter[] {
    const letters: Letter[] = []
    for (const { text, style } of pieces) {
      for (const { segment } of clusters.segment(withoutControls(text.normalize('NFC')))) {
        const last = letters.at(-1)
        const letter = this.#letter(segment, style, last)
        const isMore = last?.isMissing && letter.isMissing && last.style === style
        if (isMore) letters[letters.length - 1] = { ...last, said: last.said + letter.said }
        else if (letter.drawn !== '') letters.push(letter)
      }
    }
    return letters
  }

  #letter(segment: string, style: Style, last: Letter | undefined): Letter {
    const said = /^\s$/u.test(segment) ? ' ' : segment
    for (const drawn of [said, said.replace(INVISIBLE, '')]) {
      const font = this.#fontFor(drawn, style.weight, last?.font)
      if (font !== null) return { said, drawn, font, style, isMissing: false }
    }
    const [latin = ''] = fontNames(style.weight)
    return { said, drawn: MISSING, font: latin, style, isMissing: true }
  }

  /** The font of the letter before, if it can show this one too, so that spaces stay with their words. */
  #fontFor(cluster: string, weight: Weight, before: string | undefined): string | null {
    if (before?.includes(`-${weight}-`) && this.#shows(before, cluster)) return before
    const key = `${weight} ${cluster}`
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const font = fontNames(weight).find(name => this.#shows(name, cluster)) ?? null
    this.#found.set(key, font)
    return font
  }

  #shows(name: string, cluster: string): boolean {
    useFont(this.#doc, name)
    // The library keeps its font to itself, and has no other way to ask whether it can show a letter.
    const { font } = (this.#doc as unknown as GlyphTable)._font
    return [...cluster].every(character => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
  }
}

/** Whether there is anything in a text that no font here can show. */
export const isMissingIn = (letters: Letters, text: string): boolean =>
  letters.of([{ text, style: { size: 1, weight: 400, colour: '' } }]).some(letter => letter.isMissing)
