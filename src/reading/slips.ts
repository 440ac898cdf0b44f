// Typing slips: one letter wrong, missing, too many, or two changed about. Only ever a reason to ask back.

/** Whether two words are one slip apart. Bounded by their length; no table. */
function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** Shorter words are one slip away from too many others; letters changed about are still seen in three. */
const SHORTEST = 4
const SHORTEST_CHANGED_ABOUT = 3

/** The one word of a vocabulary a slip away from this one; undefined when there is none, or several. */
export function mend(word: string, vocabulary: ReadonlySet<string>): string | undefined {
  if (word.length < SHORTEST_CHANGED_ABOUT || /\d/.test(word)) return
  const near = [...vocabulary].filter(
    known =>
      isOneSlip(word, known) && (known.length >= SHORTEST || (known.length === word.length && sameLetters(known, word)))
  )
  return near.length === 1 ? near[0] : undefined
}

const sameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('')

/** "Yse" is yes; "hope" may be nope, and may be hope. */
export const isChangedAbout = (word: string, meant: string): boolean =>
  word.length === meant.length && sameLetters(word, meant)
