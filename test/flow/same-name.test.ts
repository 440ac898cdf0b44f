// A page may bear the name of a question: what is said about the one is never taken for the other.
import { describe, expect, test } from 'vitest'
import { door } from '../../flows/index.ts'
import type { FlowEvent } from '../../src/flow/events.ts'
import { begin, placeOf, type Snapshot, step } from '../../src/flow/step.ts'

const after = (from: Snapshot, ...events: readonly FlowEvent[]): Snapshot =>
  events.reduce((snapshot, event) => step(door, snapshot, event).snapshot, from)

const answer = (question: 'channelOk' | 'dangerNow' | 'privacyLimits' | 'wantsNow' | 'children', value: string) =>
  ({ type: 'ANSWER', question, value }) as const
const shelf = after(
  begin(door, 'web').snapshot,
  answer('channelOk', 'yes'),
  answer('dangerNow', 'no'),
  ...(['audience', 'personNear', 'deviceWatched', 'ageBand'] as const).map(
    question => ({ type: 'SKIP', question }) as const
  ),
  answer('privacyLimits', 'ok'),
  answer('wantsNow', 'information')
)
const reading = after(shelf, { type: 'READ', page: 'children' })

describe('while somebody reads the page about children', () => {
  test('it is the page that is open', () => {
    expect(placeOf(door, reading)).toEqual({ kind: 'page', page: 'children' })
  })

  test.each<[FlowEvent]>([[answer('children', 'yes')], [answer('children', 'no such option')]])(
    'an answer to the question about children comes late: %j',
    event => {
      const { snapshot, effects } = step(door, reading, event)
      expect(snapshot).toEqual(reading)
      expect(effects).toEqual([{ type: 'note', note: 'stale' }])
    }
  )

  test('what they told about children before can be changed there, and is asked', () => {
    const heard = { kind: 'question', question: 'children' } as const
    const told = after(shelf, { type: 'HEARD', checks: [heard], notices: [], kept: true }, answer('children', 'yes'), {
      type: 'READ',
      page: 'children'
    })
    expect(told.memory.told).toContainEqual(expect.objectContaining({ question: 'children', value: 'yes' }))
    const { snapshot, effects } = step(door, told, { type: 'CHANGE', question: 'children' })
    expect(placeOf(door, snapshot)).toMatchObject({ kind: 'question', question: 'children' })
    expect(effects).toContainEqual({ type: 'ask', question: 'children' })
  })
})
