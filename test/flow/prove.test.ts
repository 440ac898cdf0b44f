import { describe, expect, test } from 'vitest'
import { door } from '../../flows/index.ts'
import { QUIET, questionsAsked } from '../../src/flow/proof/paths.ts'
import { prove } from '../../src/flow/prove.ts'

describe('every place a person can come to', () => {
  const proof = prove(door)

  test('keeps every promise, on the web and by SMS', () => {
    expect(proof.problems).toEqual([])
  })

  test('is on a path no longer than the specification says', () => {
    const lengths = proof.reports.map(({ channel, quietest, longest }) => ({ channel, quietest, longest }))
    expect(lengths).toEqual([
      { channel: 'web', quietest: 30, longest: 52 },
      { channel: 'sms', quietest: 28, longest: 50 }
    ])
  })
})

describe('short mode by SMS', () => {
  const OPENING = 8

  test.each([
    ['is not sure it is safe to write', { channelOk: 'unsure' }],
    ['has the person near', { personNear: 'yes' }],
    ['has a phone that may be watched', { deviceWatched: 'maybe' }]
  ])('asks four plain questions more of somebody who %s', (_, answer) => {
    const asked = questionsAsked(door, 'sms', { ...QUIET, ...answer })
    expect(asked.slice(OPENING)).toEqual(['wants', 'area', 'safeTonight', 'accessNeeds'])
  })

  test('asks the same person all questions on the web', () => {
    expect(questionsAsked(door, 'web', { ...QUIET, channelOk: 'unsure' })).toHaveLength(30)
  })
})
