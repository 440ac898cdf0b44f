// Letters typed more often than the word has them.

/** From this length on a doubled letter is as often a slip as not: "hiting", "hitting". */
const DOUBLES_COUNT_BELOW = 5

/** "nooo" is no, "hiting" is hitting; "xxx" and "see" stay as they are. */
export function settle(word: string): string {
  if (/\d/.test(word) || /^(.)\1*$/u.test(word)) return word
  const calm = word.replace(/(\p{L})\1{2,}/gu, '$1')
  return calm.length < DOUBLES_COUNT_BELOW ? calm : calm.replace(/(\p{L})\1/gu, '$1')
}
