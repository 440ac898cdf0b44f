// Two readings of one specification, written apart: wherever they differ, one of them would misjudge somebody.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess } from '../../src/triage/band.ts'
import { handoverType } from '../../src/triage/handover-type.ts'
import { match } from '../../src/triage/match.ts'
import { shortOr } from '../long-forms.ts'
import { anybody, type Writer } from './second-reading/anybody.ts'
import { type Reading, secondReading } from './second-reading/second-reading.ts'
import { smallest } from './second-reading/smallest.ts'
import { EVERY_ID, idsOf } from './second-reading/vocabulary.ts'

const PEOPLE = shortOr(20_000, 400_000)
/** Met less often than this, agreement about an id says little. */
const OFTEN_ENOUGH = 10

function firstReading(writer: Writer): Reading {
  const { band, reasons, known } = assess(writer)
  const { services, notes } = match(writer, writer.outOfHours)
  return { band, reasons, known, services, notes, handover: handoverType(writer, writer.outOfHours) }
}

const PARTS = ['band', 'reasons', 'known', 'services', 'notes', 'handover'] as const

function disagreements(writer: Writer): string[] {
  const first = firstReading(writer)
  const second = secondReading(writer)
  return PARTS.filter(part => !isDeepStrictEqual(first[part], second[part])).map(
    part => `${part}: src/triage ${JSON.stringify(first[part])}, second reading ${JSON.stringify(second[part])}`
  )
}

function agreeAbout(writer: Writer): void {
  if (disagreements(writer).length === 0) return
  const least = smallest(writer, other => disagreements(other).length > 0)
  throw new Error(`The readings disagree about ${JSON.stringify(least)}\n${disagreements(least).join('\n')}`)
}

test('both readings of the specification say the same about anybody who might write', () => {
  const met = new Map(EVERY_ID.map(id => [id, 0]))
  fc.assert(
    fc.property(anybody, writer => {
      agreeAbout(writer)
      for (const id of idsOf(secondReading(writer))) met.set(id, (met.get(id) ?? 0) + 1)
    }),
    { numRuns: PEOPLE, endOnFailure: true }
  )
  expect([...met].filter(([, times]) => times < OFTEN_ENOUGH)).toEqual([])
}, 3_600_000)
