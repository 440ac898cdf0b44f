// The two source documents as the product keeps them, and whether a quote stands where it is said to stand.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quoted } from '../../../src/triage/source.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'seeds')

export const readSeed = (file: string): string => readFileSync(join(folder, file), 'utf8')

const squeeze = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** What is wrong with a quote; null when it is in exactly these lines, none too many. */
export function quoteFault({ file, lines: [first, last], quote }: Quoted, text = readSeed(file)): string | null {
  const lines = text.split('\n')
  const within = (from: number, to: number): boolean => squeeze(lines.slice(from - 1, to).join(' ')).includes(quote)
  const where = `${file}:${first}-${last} "${quote}"`
  if (quote !== squeeze(quote) || quote.length < 8) return `${where} is no quote`
  if (first > last || !within(first, last)) return `${where} is not there`
  if (first < last && (within(first + 1, last) || within(first, last - 1))) return `${where} needs fewer lines`
  return null
}
