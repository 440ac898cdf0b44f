// One form for all ways to type the same signs: what a keyboard, a carrier or a copy made of them.
import { READ_MAX } from '../../limits.ts'
import { knownStems } from './english.ts'

const isDigit = /^\p{Nd}$/u
/** Letters that no decomposition turns into their plain form, though people leave their strokes out. */
const STROKES: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' }
/** Letters of other alphabets that look like a rail's letter. Only in words of one or two letters: longer ones are words. */
const LOOKALIKES: Readonly<Record<string, string>> = { х: 'x', χ: 'x', '×': 'x', р: 'p', ρ: 'p', в: 'b' }
/** Circled and boxed numbers, from the first of each row. */
const CIRCLED_ROWS = [0x2460, 0x2474, 0x2488, 0x2776, 0x2780, 0x278a]

/** The value of a digit of any script: in Unicode they stand in runs of ten. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 128) return digit
  let zero = code
  while (code - zero < 9 && isDigit.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}

function circledValue(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  const row = CIRCLED_ROWS.filter(first => first <= code).at(-1) ?? code
  return ` ${code - row + 1} `
}

const cut = (text: string): string =>
  text.length <= READ_MAX ? text : `${text.slice(0, READ_MAX / 2)}\n${text.slice(-READ_MAX / 2)}`

/** Signs that were written out by a web form, or read in the wrong alphabet on their way. */
const repair = (text: string): string =>
  text
    .replace(/&(?:#0*39|#x0*27|apos|[rl]squo|#821[67]|#x201[89]);/gi, "'")
    .replace(/&(?:quot|[rl]dquo|#34);/gi, '"')
    .replace(/&(?:nbsp|#160);/gi, ' ')
    .replace(/&amp;/gi, '&')
    .replace(/Ã¢â‚¬(?:â„¢|Ëœ)|[âÂ]€(?:™|˜)|â\u0080[\u0098\u0099]/g, "'")
    .replace(/â€¦/g, '\u2026')
    .replace(/â€(?:œ|\u009d|“|”)/g, '"')

/** Numbers drawn as pictures stand apart from each other; the sign for a man or a woman behind a picture says nothing. */
const unpaint = (text: string): string =>
  text
    .replace(/([0-9])\ufe0f?\u20e3/g, ' $1 ')
    .replace(/[\u2460-\u2473\u2474-\u2487\u2488-\u249b\u2776-\u2793]/g, circledValue)
    .replace(/\u200d[\u2640\u2642]/g, '')

const APOSTROPHES = /['’‘`´ʼʹ′‛＇՚ꞌ]/g

/** One form for all ways to type the same signs; its punctuation still stands. Linear in its length, and bounded. */
export const plain = (text: string): string =>
  mendApostrophes(
    unpaint(repair(cut(text)))
      .replace(APOSTROPHES, "'")
      .normalize('NFKC')
      .slice(0, READ_MAX)
      .replace(/\p{Nd}/gu, digitValue)
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
      .replace(/[łøđı]/g, sign => STROKES[sign] ?? sign)
      .replace(/×/g, 'x')
      .replace(/(?<![\p{L}\p{N}])[хχрρвx]{1,2}(?![\p{L}\p{N}])/gu, word =>
        word.replace(/[^x]/g, sign => LOOKALIKES[sign] ?? sign)
      )
  )

/** What may stand where an apostrophe was: up to three signs, or one with spaces round it, or a space. */
const LOST = String.raw`(?:\s?'\s?|[^\p{L}\p{N}\s]{1,3}|[ \t]{1,2})`
const BEFORE = String.raw`(?<![\p{L}\p{N}])`
const AFTER = String.raw`(?![\p{L}\p{N}])`
const SHORTENED = knownStems.map(
  ({ stems, end, means }) => [new RegExp(`${BEFORE}(${stems.join('|')})${LOST}${end}${AFTER}`, 'gu'), means] as const
)
/** Whether there is anything to mend at all: most texts have none, and are long enough. */
const SHORTENED_SOMEHOW = /[^\p{L}\p{N}](?:s|t|m|d|re|ve|ll)(?![\p{L}\p{N}])/u
/** "husband?s": behind any other word too, where nothing but a lost apostrophe can stand. */
const OWNER = /(\p{L}{2,})['?¿\ufffd*^~"|_\\¬]s(?![\p{L}\p{N}])/gu
const OWNER_APART = /(\p{L}{3,}) s(?= \p{L})/gu

/**
 * An apostrophe, or whatever came through in its place, and the short form it stood in: "don?t" is "do not", "he s" is "he 's".
 * `'s` and `'d` are left where they may be two words (is, has; would, had). Every other apostrophe goes.
 */
function mendApostrophes(text: string): string {
  if (!SHORTENED_SOMEHOW.test(text)) return text.replace(/'/g, '')
  let mended = text
  for (const [short, means] of SHORTENED) mended = mended.replace(short, (_, stem: string) => means(stem))
  return mended
    .replace(OWNER, '$1s')
    .replace(OWNER_APART, '$1s')
    .replace(/(?<=^|\s)'(?![sd](?![\p{L}\p{N}]))|(?<=\S)'/gu, '')
}
