// How many segments a text message takes (3GPP TS 23.038). One sign outside the basic set makes all of it twice as long.

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
)
const EXTENDED = new Set('\f^{}\\[~]|€')

const count = (length: number, single: number, joined: number): number =>
  length <= single ? 1 : Math.ceil(length / joined)

export const isGsm7 = (text: string): boolean => [...text].every(sign => BASIC.has(sign) || EXTENDED.has(sign))

/** Segments a text is sent in: 160 or 70 signs alone, 153 or 67 each when joined. */
export function segmentsOf(text: string): number {
  if (!isGsm7(text)) return count(text.length, 70, 67)
  const septets = [...text].reduce((sum, sign) => sum + (EXTENDED.has(sign) ? 2 : 1), 0)
  return count(septets, 160, 153)
}
