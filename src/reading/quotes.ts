// What stands in quotation marks: words of somebody else, if it is said whose they are.
import { READ_MAX } from '../limits.ts'
import { wordsOf } from './fold.ts'

/** From this word up to, not including, that one. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Double marks of any shape, or single ones with no letter outside: an apostrophe has letters on both sides. */
const QUOTED =
  /["\u201c\u201d\u201e\u00ab]([^"\u201c\u201d\u201e\u00ab\u00bb]+)["\u201c\u201d\u00bb]|(?<![\p{L}\p{N}])['\u2018]([^'\u2018\u2019]*(?:['\u2019]\p{L}[^'\u2018\u2019]*)*)['\u2019](?!\p{L})/gu

/** The quotations of a text. A text too long to be read whole has none that could be placed. */
export function quotesOf(text: string): Range[] {
  if (text.length > READ_MAX || !/["'\u2018\u201c\u201d\u201e\u00ab]/.test(text)) return []
  const ranges: Range[] = []
  let [read, words] = [0, 0]
  for (const { 0: quote, index } of text.matchAll(QUOTED)) {
    const start = words + wordsOf(text.slice(read, index)).length
    words = start + wordsOf(quote).length
    read = index + quote.length
    ranges.push({ start, end: words })
  }
  const all = words + wordsOf(text.slice(read)).length
  return ranges.filter(({ start, end }) => end > start && end - start < all)
}
