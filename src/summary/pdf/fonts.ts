// The letters a document can show: fonts that come with the product, one file per script, read when first needed.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { unwrapWoff } from './unwrap-woff.ts'

export type Weight = 400 | 700

/** In the order they are tried. A new locale needs its script here: the golden summaries show when one is missing. */
const SCRIPTS = [
  'noto-sans/files/noto-sans-latin',
  'noto-sans/files/noto-sans-latin-ext',
  'noto-sans-arabic/files/noto-sans-arabic-arabic',
  'noto-sans/files/noto-sans-cyrillic',
  'noto-sans/files/noto-sans-cyrillic-ext',
  'noto-sans/files/noto-sans-greek',
  'noto-sans/files/noto-sans-greek-ext',
  'noto-sans/files/noto-sans-vietnamese',
  'noto-sans/files/noto-sans-devanagari'
] as const

const read = new Map<string, Buffer>()

/** The names of the fonts of one weight, in the order they are tried. */
export const fontNames = (weight: Weight): string[] => SCRIPTS.map(script => `${script}-${weight}-normal`)

/** One font by its name. Kept: a document is made on request, and unpacking takes longer than drawing. */
export function fontOf(name: string): Buffer {
  const known = read.get(name)
  if (known) return known
  const font = unwrapWoff(readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${name}.woff`))))
  read.set(name, font)
  return font
}
