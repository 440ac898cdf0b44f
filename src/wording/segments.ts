// How many segments a text message takes (3GPP TS 23.038). One sign outside the basic set makes all of it twice as long.

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
)
const EXTENDED = new Set('\f^{}\\[~]|€')

/** Room for signs in a text that goes alone, and in each of several that are joined on the phone. */
const SEPTETS = { alone: 160, joined: 153 }
const WIDE = { alone: 70, joined: 67 }

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

export const isGsm7 = (text: string): boolean => [...text].every(sign => BASIC.has(sign) || EXTENDED.has(sign))

/** The sizes of what the carrier keeps together outside the basic set: a letter with its marks, an emoji with its parts. */
const wideSizes = (text: string): number[] =>
  [...graphemes.segment(text)].flatMap(({ segment }) =>
    segment === '\r\n' || segment.length > WIDE.joined ? [...segment].map(sign => sign.length) : [segment.length]
  )

/** No sign is cut in two: what does not fit at the end of a segment begins the next, so there may be more than the sum says. */
function pack(sizes: readonly number[], { alone, joined }: typeof WIDE): number {
  if (sizes.reduce((sum, size) => sum + size, 0) <= alone) return 1
  let segments = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > joined) {
      segments += 1
      used = 0
    }
    used += size
  }
  return segments
}

/** Segments a text is sent in: 160 or 70 signs alone, 153 or 67 each when joined. */
export const segmentsOf = (text: string): number =>
  isGsm7(text)
    ? pack(
        [...text].map(sign => (EXTENDED.has(sign) ? 2 : 1)),
        SEPTETS
      )
    : pack(wideSizes(text), WIDE)
