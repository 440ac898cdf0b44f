import { describe, expect, test } from 'vitest'
import { door } from '../../flows/index.ts'
import { type Flow, versionOf } from '../../src/flow/flow.ts'
import { ask } from '../../src/flow/language.ts'
import { QUIET } from '../../src/flow/proof/paths.ts'
import { begin, placeOf, type Snapshot, type Step, step } from '../../src/flow/step.ts'
import { SKIP } from '../../src/questions/answer.ts'
import { insertedBefore, without } from './damage.ts'

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** The next version: one question gone, another put where the person has been already. */
const next: Flow = insertedBefore(
  'survivor',
  'area',
  ask('survivorAware')
)(without('survivor', step => step.kind === 'ask' && step.question === 'relationship')(door))

/** Answers the question at which a conversation stands, as somebody to whom nothing has happened. */
function answered(flow: Flow, snapshot: Snapshot): Step {
  const place = placeOf(flow, snapshot)
  if (place.kind !== 'question') throw new Error(`nothing is asked at '${snapshot.state}'`)
  const { question } = place
  const value = QUIET[question] ?? SKIP
  return step(flow, snapshot, value === SKIP ? { type: 'SKIP', question } : { type: 'ANSWER', question, value })
}

function reaching(flow: Flow, state: string): Snapshot {
  let { snapshot } = begin(flow, 'web')
  while (snapshot.state !== state) snapshot = answered(flow, snapshot).snapshot
  return snapshot
}

describe('a conversation begun before a new version was deployed', () => {
  const stored = { version: versionOf(door), snapshot: copyOf(reaching(door, 'survivor/relationship')) }
  const archive = new Map([door, next].map(flow => [versionOf(flow), JSON.stringify(flow)]))

  test('goes on under the rules it began with, found by their hash', () => {
    const flow: Flow = JSON.parse(archive.get(stored.version) ?? '')
    expect(answered(flow, stored.snapshot).snapshot.state).toBe('survivor/livesWith')
  })

  test('is never stepped by other rules in silence', () => {
    expect(() => step(next, stored.snapshot, { type: 'REPEAT' })).toThrow('survivor/relationship')
  })

  test('shares its hash with no other version', () => {
    expect(archive.size).toBe(2)
  })
})

describe('a flow read back from its archive', () => {
  const copy = copyOf(door)

  test('has the version it was stored under', () => {
    expect(versionOf(copy)).toBe(versionOf(door))
  })

  test.each(['web', 'sms'] as const)('steps every turn of a whole path as the original does: %s', channel => {
    let original = begin(door, channel)
    let restored = begin(copy, channel)
    while (placeOf(door, original.snapshot).kind === 'question') {
      expect(restored).toEqual(original)
      original = answered(door, original.snapshot)
      restored = answered(copy, copyOf(restored.snapshot))
    }
    expect(restored).toEqual(original)
    expect(original.snapshot.state).toBe('waiting')
  })

  test('is data through and through: nothing in it is lost as JSON', () => {
    expect(copy).toEqual(door)
  })
})
