// A text as words that can be compared: lower case, no accents, ASCII digits, short forms in full. Linear in its length, and bounded.
import { WORD_MAX } from '../limits.ts'
import { areOne, EITHER, FACES, SHORT } from './form/english.ts'
import { orDoubled, settle } from './form/settle.ts'
import { plain } from './form/signs.ts'

export { plain }

export interface Folded {
  readonly words: readonly string[]
  /** What else a word may be: "hes" is "he is" and "he has". Undefined where it is one word only, as most are. */
  readonly others: readonly (readonly string[] | undefined)[]
  /** How many words were begun up to each: "hes", "he's" and "he is" are one, however they are written. */
  readonly counts: readonly number[]
  /** The number of the sentence each word stands in. */
  readonly sentences: readonly number[]
  /** Before which words a dot or the end of a line stands: it ends a sentence only if a new subject follows. */
  readonly pauses: readonly boolean[]
  /** The number of the part between commas and the like. */
  readonly clauses: readonly number[]
}

/** Words, keycaps and pictures, and the signs that end a thought. A picture sent three times is one. */
const PARTS =
  /'[sd](?![\p{L}\p{N}])|[\p{L}\p{N}]+|(\p{Extended_Pictographic})(?:(?:\s|\p{Emoji_Modifier})*\1)*|[.,;:!?()\n\u2013\u2014\u2026\u060c\u061b\u061f\u06d4\u0964]/gu
const ENDS_SENTENCE: ReadonlySet<string> = new Set(['!', '?', '\u061f'])
const PAUSES: ReadonlySet<string> = new Set(['.', '\n', '\u2026', '\u06d4', '\u0964'])
const ENDS_CLAUSE = /^[,;:()\u2013\u2014\u060c\u061b]$/
const settled = <Value>(table: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(table).map(([word, value]) => [settle(word), value]))
const short = settled(SHORT)
const either = settled(EITHER)

interface Part {
  readonly word: string
  /** What it may be instead, where letters were held down. */
  readonly doubled: string | undefined
  readonly sentence: number
  readonly clause: number
  readonly pause: boolean
}

function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let [sentence, clause, pause] = [0, 0, false]
  for (const [part, picture] of plain(text).matchAll(PARTS)) {
    const ends = ENDS_SENTENCE.has(part)
    const rests = PAUSES.has(part)
    if (ends) sentence += 1
    pause ||= ends || rests
    if (ends || rests || ENDS_CLAUSE.test(part)) {
      clause += 1
      continue
    }
    const typed = (picture ?? part).slice(0, WORD_MAX)
    parts.push({ word: settle(typed), doubled: orDoubled(typed), sentence, clause, pause })
    pause = false
  }
  return parts
}

/** A word in full. What may be a short form or a word of its own is decided by what stands beside it. */
function inFull({ word, clause }: Part, before: Part | undefined, after: Part | undefined): readonly string[] {
  const two = either.get(word)
  if (two) return two.here(before?.clause === clause ? before.word : undefined, after?.word) ? two.means : [word]
  return short.get(word) ?? [word]
}

/** The words of a text, in order, with the sentence and the clause of each. */
export function fold(text: string): Folded {
  const parts = partsOf(text)
  const words: string[] = []
  const others: (readonly string[] | undefined)[] = []
  const counts: number[] = []
  const [sentences, clauses, pauses]: [number[], number[], boolean[]] = [[], [], []]
  parts.forEach((part, place) => {
    inFull(part, parts[place - 1], parts[place + 1]).forEach((token, index) => {
      const [word = token, ...more] = FACES[token] ?? [token]
      const before = clauses.at(-1) === part.clause ? words.at(-1) : undefined
      const isTail = before !== undefined && [word, ...more].some(face => areOne(before, face))
      counts.push((counts.at(-1) ?? 0) + (isTail ? 0 : 1))
      words.push(word)
      if (part.doubled) more.push(part.doubled)
      others.push(more.length > 0 ? more : undefined)
      sentences.push(part.sentence)
      clauses.push(part.clause)
      pauses.push(part.pause && index === 0)
    })
  })
  return { words, others, counts, sentences, pauses, clauses }
}

/** The words alone, for what is compared with a text. */
export const wordsOf = (text: string): readonly string[] => fold(text).words

/**
 * How a list's word may stand in a text, each way as the words that may stand one after the other. `before`: what stands
 * before it in its phrase: "bloody hell" is never "he will".
 */
export function waysOf(word: string, before: readonly string[] = []): readonly (readonly ReadonlySet<string>[])[] {
  const facesOf = (token: string): ReadonlySet<string> => new Set(FACES[token] ?? [token])
  const parts = partsOf(word)
  const two = parts.length === 1 ? either.get(parts[0]?.word ?? '') : undefined
  if (two) {
    const itself = [new Set([parts[0]?.word ?? ''])]
    const mayBeShort = before.every(each => two.here(settle(each), 'x'))
    return mayBeShort ? [itself, two.means.map(facesOf)] : [itself]
  }
  const { words, others } = fold(word)
  return words.length === 0 ? [] : [words.map((each, index) => new Set([each, ...(others[index] ?? [])]))]
}
