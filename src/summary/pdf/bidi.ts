// Which way letters run: the order in which the pieces of a line are drawn. The rules of Unicode Annex 9 that plain text
// without control characters needs; the controls themselves are taken out, because they could make a line say something else.

export type Direction = 'ltr' | 'rtl'

const RIGHT = /[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}]/u
const NUMBER = /^\p{Nd}/u
const LETTER = /\p{L}/u
const SEPARATOR = /^[.,:/+-]$/
const SPACE = /^\s+$/
const CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«'
}

/** Text without the characters that change direction on command. */
export const withoutControls = (text: string): string => text.replace(CONTROLS, '')

/** What a bracket looks like when it is read from right to left. */
export const mirrored = (cluster: string): string => MIRRORED[cluster] ?? cluster

/** Whether a piece of text has letters that are written from right to left. */
export const isRightToLeft = (text: string): boolean => RIGHT.test(text)

/** The direction of the first letter that has one; what is only numbers and signs runs left to right. */
export function directionOf(clusters: readonly string[]): Direction {
  const first = clusters.find(cluster => RIGHT.test(cluster) || LETTER.test(cluster))
  return first !== undefined && RIGHT.test(first) ? 'rtl' : 'ltr'
}

type Kind = 'L' | 'R' | 'number' | 'neutral'

const kindOf = (cluster: string): Kind => {
  if (RIGHT.test(cluster) && !NUMBER.test(cluster)) return 'R'
  if (NUMBER.test(cluster)) return 'number'
  return LETTER.test(cluster) ? 'L' : 'neutral'
}

/** Numbers keep their separators (14:30), and belong to left-to-right text they follow or begin (rules W4 and W7). */
function settledKinds(clusters: readonly string[], own: Kind): Kind[] {
  const kinds = clusters.map(kindOf)
  for (const [index, cluster] of clusters.entries()) {
    const isInside = kinds[index - 1] === 'number' && kinds[index + 1] === 'number'
    if (isInside && SEPARATOR.test(cluster)) kinds[index] = 'number'
  }
  let strong = own
  return kinds.map(kind => {
    if (kind === 'L' || kind === 'R') strong = kind
    return kind === 'number' && strong === 'L' ? 'L' : kind
  })
}

/**
 * The level of every cluster of a paragraph: even runs left to right, odd right to left. Signs between two pieces of one
 * direction go with them, others with the paragraph (rules N1, N2, I1 and I2).
 */
export function levelsOf(clusters: readonly string[], base: Direction): number[] {
  const own: Kind = base === 'rtl' ? 'R' : 'L'
  const kinds = settledKinds(clusters, own)
  const strength = (kind: Kind | undefined): Kind => (kind === undefined ? own : kind === 'number' ? 'R' : kind)
  return kinds.map((kind, index) => {
    if (kind === 'number') return 2
    if (kind !== 'neutral') return levelOf(kind, base)
    const before = strength(kinds.slice(0, index).findLast(other => other !== 'neutral'))
    const after = strength(kinds.slice(index + 1).find(other => other !== 'neutral'))
    return levelOf(before === after ? before : own, base)
  })
}

const levelOf = (kind: Kind, base: Direction): number => {
  if (kind === 'R') return 1
  return base === 'rtl' ? 2 : 0
}

/** The levels of one line of a paragraph: space at its end stays at its end (rule L1). */
export function lineLevels(clusters: readonly string[], levels: readonly number[], base: Direction): number[] {
  const line = [...levels]
  for (let end = clusters.length - 1; end >= 0 && SPACE.test(clusters[end] ?? ''); end -= 1) {
    line[end] = base === 'rtl' ? 1 : 0
  }
  return line
}

/** The order in which the clusters of one line are drawn, left to right, as indexes into it (rule L2). */
export function drawnOrder(levels: readonly number[]): number[] {
  let order = levels.map((_, index) => index)
  for (let level = Math.max(0, ...levels); level >= 1; level -= 1) order = reversedFrom(order, levels, level)
  return order
}

/** Turns round every stretch of at least this level. */
function reversedFrom(order: readonly number[], levels: readonly number[], level: number): number[] {
  const turned: number[] = []
  let stretch: number[] = []
  for (const index of order) {
    if ((levels[index] ?? 0) >= level) {
      stretch.unshift(index)
    } else {
      turned.push(...stretch, index)
      stretch = []
    }
  }
  return [...turned, ...stretch]
}
