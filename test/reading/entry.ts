// One entry of the corpus: what somebody writes, where, and the readings it may get.
import type { Reading } from '../../src/reading/reading.ts'

export interface Expected {
  /** any: whatever brings no card, no silence and nobody else's hands: an answer, own words, a rail that is no leaving. */
  readonly reply:
    | 'rail'
    | 'danger'
    | 'answer'
    | 'meant'
    | 'words'
    | 'leaving'
    | 'life'
    | 'near'
    | 'hands'
    | 'mayHurt'
    | 'asks'
    | 'nothing'
    | 'any'
  readonly rail?: string
  readonly value?: string | readonly string[]
  readonly why?: string
  readonly who?: string
  readonly of?: string
  readonly act?: boolean
  readonly deed?: boolean
  readonly helper?: true
  readonly concerns?: readonly string[]
  readonly signals?: readonly string[]
  readonly notices?: readonly string[]
  readonly askFor?: 'person' | 'leave' | null
  /** Concerns or signals that must be heard; others may be. Where it is given, and only there, nothing else beside the reply counts. */
  readonly among?: readonly string[]
  /** Nothing is heard that would be asked about. */
  readonly calm?: true
  /** Whether they are, or seem, younger than eighteen. */
  readonly young?: boolean
}

export interface Entry {
  readonly say: string
  readonly at: string | null
  readonly locale: string
  /** What was sent to them last, where their words hold some of it. */
  readonly ours?: readonly string[]
  readonly expect: Expected
  readonly also?: readonly Expected[]
  /** What it is an example of: the tables count by it. */
  readonly kind?: string
  /** What it tells of, where that is more than the reply has room for. */
  readonly concerns?: readonly string[]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const sorted = (names: readonly string[] = []): string[] => [...names].sort()

const PLAIN: readonly string[] = ['answer', 'meant', 'words', 'asks', 'nothing']
const DETAILS = ['why', 'who', 'of', 'act', 'deed', 'helper'] as const

/** The reply alone, whatever stands beside it. */
export function hasReply({ reply }: Reading, expected: Expected): boolean {
  if (expected.reply === 'any') return PLAIN.includes(reply.kind) || (reply.kind === 'rail' && reply.rail !== 'leave')
  // Many were written before questions to the service were told from other words.
  const kind = reply.kind === 'asks' && expected.reply !== 'asks' ? 'words' : reply.kind
  if (kind !== expected.reply) return false
  if (reply.kind === 'rail') return reply.rail === expected.rail
  const said = reply as Partial<Record<(typeof DETAILS)[number], unknown>>
  if (DETAILS.some(detail => expected[detail] !== undefined && said[detail] !== expected[detail])) return false
  return reply.kind === 'answer' || reply.kind === 'meant' ? same(reply.value, expected.value) : true
}

/** The whole reading. */
export function isAs(reading: Reading, expected: Expected): boolean {
  if (!hasReply(reading, expected)) return false
  if (expected.young !== undefined && reading.young !== expected.young) return false
  const heard: readonly string[] = [...reading.concerns, ...reading.signals]
  if (expected.calm) return heard.length === 0
  if (expected.among) return expected.among.every(name => heard.includes(name))
  return (
    reading.askFor === (expected.askFor ?? null) &&
    (['concerns', 'signals', 'notices'] as const).every(part => same(sorted(reading[part]), sorted(expected[part])))
  )
}

export const allowed = ({ expect, also = [] }: Entry): readonly Expected[] => [expect, ...also]
