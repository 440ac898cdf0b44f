// Reading what a person typed, deterministically: rails first, then numbers, then the very words of an option.
import { type Answer, SKIP } from '../questions/answer.ts'
import type { Question } from '../questions/question.ts'
import type { RailName } from '../wording/keys.ts'

/** The words of a language for a rail, beside the letters that work in every language. */
export type RailWords = (rail: RailName) => readonly string[]

export type Reply =
  | { readonly kind: 'rail'; readonly rail: RailName }
  | { readonly kind: 'answer'; readonly value: Answer }
  /** Own words: kept as they are; what they mean is for a person to say. */
  | { readonly kind: 'words' }

const RAIL_NAMES: readonly RailName[] = ['leave', 'person', 'emergency', 'back', 'skip', 'repeat', 'goOn']

/** Contract: these work in every language, on every SMS. */
const LETTERS: Readonly<Record<string, RailName>> = {
  x: 'leave',
  p: 'person',
  '999': 'emergency',
  b: 'back',
  s: 'skip',
  r: 'repeat'
}

const isDigit = /^\p{Nd}$/u
/** The value of a digit of any script: in Unicode they stand in runs of ten. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && isDigit.test(String.fromCodePoint(zero - 1))) zero -= 1
  return code < 128 ? digit : String((code - zero) % 10)
}

/** Lower case, no accents, no punctuation, single spaces, ASCII digits. Linear in the length of the text. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, digitValue)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|['’`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Options of the question being answered, in the order their digits follow; null where no question is open. */
export interface Open {
  readonly question: Question
  readonly labels: readonly string[]
}

/** Reads one whole message. Never reads a number that is not on the list, nor part of a sentence. */
export function readReply(text: string, open: Open | null, words: RailWords): Reply {
  const folded = fold(text)
  const rail = railOf(folded, words)
  if (rail) return { kind: 'rail', rail }
  if (!open) return folded === '1' ? { kind: 'rail', rail: 'goOn' } : { kind: 'words' }
  if (open.question.kind === 'text') return { kind: 'answer', value: text }
  return byNumber(folded, open.question) ?? byLabel(folded, open) ?? { kind: 'words' }
}

function railOf(folded: string, words: RailWords): RailName | undefined {
  const letter = LETTERS[folded]
  if (letter) return letter
  return RAIL_NAMES.find(rail => words(rail).some(word => fold(word) === folded))
}

function byNumber(folded: string, { kind, options, skip }: Question): Reply | undefined {
  if (!/^\d{1,2}( \d{1,2})*$/.test(folded)) return
  const picked = [...new Set(folded.split(' ').map(Number))]
  if (picked.length === 1 && skip && picked[0] === options.length + 1) return { kind: 'rail', rail: 'skip' }
  const ids = picked.flatMap(number => options[number - 1] ?? [])
  if (ids.length !== picked.length) return
  if (kind === 'many') return { kind: 'answer', value: ids }
  return ids.length === 1 && ids[0] !== undefined ? { kind: 'answer', value: ids[0] } : undefined
}

function byLabel(folded: string, { question, labels }: Open): Reply | undefined {
  const matches = question.options.filter((_, index) => fold(labels[index] ?? '') === folded)
  const only = matches.length === 1 ? matches[0] : undefined
  if (only === undefined || only === SKIP) return
  return { kind: 'answer', value: question.kind === 'many' ? [only] : only }
}
