// One entry of the corpus: what somebody writes, where, and the readings it may get.
import type { Reading } from '../../src/reading/reading.ts'

export interface Expected {
  readonly reply: 'rail' | 'danger' | 'answer' | 'meant' | 'words'
  readonly rail?: string
  readonly value?: string | readonly string[]
  readonly concerns?: readonly string[]
  readonly signals?: readonly string[]
  readonly notices?: readonly string[]
  readonly askFor?: 'person' | 'leave' | null
}

export interface Entry {
  readonly say: string
  readonly at: string | null
  readonly locale: string
  readonly expect: Expected
  readonly also?: readonly Expected[]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const sorted = (names: readonly string[] = []): string[] => [...names].sort()

/** The reply alone, whatever stands beside it. */
export function hasReply({ reply }: Reading, expected: Expected): boolean {
  // These were written before questions to the service were told from other words.
  if ((reply.kind === 'asks' ? 'words' : reply.kind) !== expected.reply) return false
  if (reply.kind === 'rail') return reply.rail === expected.rail
  return reply.kind === 'answer' || reply.kind === 'meant' ? same(reply.value, expected.value) : true
}

/** The whole reading. */
export const isAs = (reading: Reading, expected: Expected): boolean =>
  hasReply(reading, expected) &&
  reading.askFor === (expected.askFor ?? null) &&
  (['concerns', 'signals', 'notices'] as const).every(part => same(sorted(reading[part]), sorted(expected[part])))

export const allowed = ({ expect, also = [] }: Entry): readonly Expected[] => [expect, ...also]
