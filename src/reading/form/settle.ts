// Letters typed more often than the word has them.

/** From this length on a doubled letter is as often a slip as not: "hiting", "hitting". */
const DOUBLES_COUNT_BELOW = 5

/** A letter held down. */
const HELD = /(\p{L})\1{2,}/gu

/** Held down, these are still one letter; three x are kisses. */
const HELD_DOWN = /^([ipbsr])\1{2,}$/

/** "nooo" is no, "hiting" is hitting; "xxx" and "see" stay as they are. */
export function settle(word: string): string {
  if (HELD_DOWN.test(word)) return word.slice(0, 1)
  if (/\d/.test(word) || /^(.)\1*$/u.test(word)) return word
  const calm = word.replace(HELD, '$1')
  return calm.length < DOUBLES_COUNT_BELOW ? calm : calm.replace(/(\p{L})\1/gu, '$1')
}

/** "Passsss" as "pass": short words may have meant two of that letter. */
export const withHeldDownTwice = (text: string): string => text.replace(HELD, '$1$1')

/** "Calllll" is "call" where "cal" is what settling makes of it. */
export function orDoubled(word: string): string | undefined {
  const doubled = withHeldDownTwice(word)
  return doubled !== word && doubled.length < DOUBLES_COUNT_BELOW && doubled !== settle(word) ? doubled : undefined
}
