// Drawing from the top down: each piece takes the height it needs. Presentation attributes only, so that a page's content
// policy lets the picture stand, and no address of anything.
import { widthOf, wrapped } from './text-width.ts'

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Two places behind the point are finer than any printer. */
const n = (value: number): string => String(Math.round(value * 100) / 100)

export interface TextLook {
  readonly size: number
  readonly bold?: boolean
  readonly colour?: string
}

const LEADING = 1.32

/** A finished piece of drawing, its origin at its top left. */
export interface Block {
  readonly height: number
  readonly svg: string
}

export interface PillLook {
  readonly fill: string
  readonly colour: string
  readonly line: string
}
const PILL_SIZE = 9.5
const PILL_HEIGHT = 15
const PILL_ROOM = 6

export const pillWidth = (text: string): number => widthOf(text, PILL_SIZE, true) + PILL_ROOM * 2

export class Ink {
  readonly #parts: string[] = []
  y = 0

  text(text: string, x: number, width: number, { size, bold = false, colour = '#111' }: TextLook): void {
    for (const line of wrapped(text, width, size, bold)) {
      const weight = bold ? ' font-weight="bold"' : ''
      const at = `x="${n(x)}" y="${n(this.y + size)}"`
      this.#parts.push(`<text ${at} font-size="${size}" fill="${colour}"${weight}>${escaped(line)}</text>`)
      this.y += size * LEADING
    }
  }

  rect(
    x: number,
    y: number,
    width: number,
    height: number,
    look: { fill: string; line?: string; round?: number }
  ): void {
    const { fill, line = 'none', round = 0 } = look
    const box = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${round}"`
    this.#parts.push(`<rect ${box} fill="${fill}" stroke="${line}"/>`)
  }

  line(x1: number, y1: number, x2: number, y2: number, colour: string): void {
    this.#parts.push(`<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${colour}"/>`)
  }

  /** A mark: its words in a small box. Does not move on. */
  pill(text: string, x: number, { fill, colour, line }: PillLook): void {
    this.rect(x, this.y, pillWidth(text), PILL_HEIGHT, { fill, line, round: 3 })
    const at = `x="${n(x + PILL_ROOM)}" y="${n(this.y + 11)}"`
    this.#parts.push(`<text ${at} font-size="${PILL_SIZE}" font-weight="bold" fill="${colour}">${escaped(text)}</text>`)
  }

  /** A piece drawn before, put here. */
  place({ svg }: Block, x: number, y: number): void {
    this.#parts.push(`<g transform="translate(${n(x)} ${n(y)})">${svg}</g>`)
  }

  /** Puts what was drawn so far above a ground that is only as high as it. */
  grounded(x: number, width: number, look: { fill: string; line?: string; round?: number }): Block {
    const ground = new Ink()
    ground.rect(x, 0, width, this.y, look)
    return { height: this.y, svg: ground.svg + this.svg }
  }

  get svg(): string {
    return this.#parts.join('')
  }
}
