// Reads back the text of a PDF that Chromium printed, page by page, in the order it was painted.
import { inflateSync } from 'node:zlib'

interface Thing {
  readonly head: string
  readonly stream: string
}

function thingsIn(pdf: Buffer): Map<string, Thing> {
  const things = new Map<string, Thing>()
  for (const [, id = '', body = ''] of pdf.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const start = body.indexOf('stream\n')
    const head = start < 0 ? body : body.slice(0, start)
    const raw = Buffer.from(body.slice(start + 7, body.lastIndexOf('\nendstream')), 'latin1')
    const isPacked = start >= 0 && head.includes('/FlateDecode')
    things.set(id, { head, stream: isPacked ? inflateSync(raw).toString('latin1') : '' })
  }
  return things
}

const point = (hex: string): number => Number.parseInt(hex, 16)

/** Which letters a glyph of a font stands for. */
function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>()
  const [, ranges = ''] = map.split('beginbfrange')
  for (const [, glyph = '', letter = ''] of map
    .replaceAll(/beginbfrange[\s\S]*?endbfrange/g, '')
    .matchAll(/<(\w{4})> <(\w+)>/g))
    letters.set(point(glyph), String.fromCharCode(...(letter.match(/.{4}/g) ?? []).map(point)))
  for (const [, from = '', to = '', letter = ''] of ranges.matchAll(/<(\w{4})> <(\w{4})> <(\w{4})>/g))
    for (let at = point(from); at <= point(to); at += 1)
      letters.set(at, String.fromCharCode(point(letter) + at - point(from)))
  return letters
}

/** The text of every page, without any white space: where a line ends on paper is nobody's business here. */
export function printedPages(pdf: Buffer): string[] {
  const things = thingsIn(pdf)
  const pages = [...things.values()].filter(({ head }) => /\/Type \/Page\b/.test(head))
  return pages.map(({ head }) => {
    const fonts = new Map(
      [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
        const [, map = ''] = /\/ToUnicode (\d+) 0 R/.exec(things.get(id)?.head ?? '') ?? []
        return [name, lettersOf(things.get(map)?.stream ?? '')]
      })
    )
    let font = ''
    let text = ''
    const content = things.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? ''
    for (const [, named, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
      if (named) font = named
      for (const glyph of shown?.match(/.{4}/g) ?? []) text += fonts.get(font)?.get(point(glyph)) ?? '?'
    }
    return bare(text)
  })
}

/** Without white space, list marks, capitals (a style sheet makes some) and the shapes that letters take when they meet. */
export const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[\s•]/g, '').toLowerCase()
