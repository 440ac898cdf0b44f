// The second reading is only worth comparing with if it agrees with the twelve people everybody agreed on.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Answers, Signal } from '../../../src/questions/answer.ts'
import { QUESTION_IDS } from '../../../src/questions/catalogue.ts'
import { secondReading } from './second-reading.ts'

interface Told {
  readonly id: string
  readonly title: string
  readonly context: { readonly outOfHours?: boolean; readonly signals?: readonly Signal[] }
  readonly answers: Answers
  readonly expect: object
}

const file = join(import.meta.dirname, '../../scenarios.json')
const { scenarios } = JSON.parse(readFileSync(file, 'utf8')) as { scenarios: Told[] }
const everythingSkipped: Answers = Object.fromEntries(QUESTION_IDS.map(id => [id, 'skip']))

describe.each(scenarios)('$id $title', ({ context, answers, expect: expected }) => {
  const outOfHours = context.outOfHours ?? false
  const signals = context.signals ?? []

  test('is read as everybody agreed, from the answers alone', () => {
    expect(secondReading({ answers, outOfHours, signals })).toMatchObject(expected)
  })

  test('is read the same when everything else was asked and skipped', () => {
    expect(secondReading({ answers: { ...everythingSkipped, ...answers }, outOfHours, signals })).toMatchObject(
      expected
    )
  })
})

test('twelve people are told of', () => expect(scenarios).toHaveLength(12))
