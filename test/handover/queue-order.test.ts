import { describe, expect, test } from 'vitest'
import { byUrgency } from '../../src/handover/queue-order.ts'

type Waiting = Parameters<typeof byUrgency>[0]

/** Somebody who asked for a person some minutes after noon, and of whom too little is known unless it is said. */
const waiting = (name: string, minute: number, more: Partial<Waiting> = {}) => ({
  name,
  urgent: false,
  type: 'standard' as const,
  band: 'not_enough_known' as const,
  workerBand: null,
  requestedAt: new Date(Date.UTC(2026, 0, 1, 12, minute)),
  ...more
})
/** The order must not rest on the order they came in. */
const namesOf = (queue: readonly (Waiting & { name: string })[]) =>
  [queue, queue.toReversed()].map(came => came.toSorted(byUrgency).map(({ name }) => name))
const inBoth = (...names: string[]) => [names, names]

describe('the queue', () => {
  test('puts the urgent first, then the order of concern, then whoever has waited longest', () => {
    const queue = [
      waiting('worried about their own behaviour', 0, { type: 'harmer_queue', band: 'not_banded' }),
      waiting('standard', 1, { band: 'standard' }),
      waiting('medium', 2, { band: 'medium' }),
      waiting('too little known, later', 6),
      waiting('too little known', 5),
      waiting('high', 9, { type: 'priority', band: 'high' }),
      waiting('child', 2, { urgent: true, type: 'urgent_safeguarding', band: 'high' }),
      waiting('pressed the emergency button', 9, { urgent: true, type: 'urgent' }),
      waiting('in danger', 8, { urgent: true, type: 'urgent', band: 'immediate' })
    ]
    const [first, second] = namesOf(queue)
    expect(first).toEqual([
      'in danger',
      'pressed the emergency button',
      'child',
      'high',
      'too little known',
      'too little known, later',
      'medium',
      'standard',
      'worried about their own behaviour'
    ])
    expect(second).toEqual(first)
  })

  test('puts whoever is in the chat before somebody as serious who can only be reached later', () => {
    const later = waiting('asked at night', 0, { type: 'queued_safe_contact_only', band: 'medium' })
    const here = waiting('here now', 9, { band: 'medium' })
    expect(namesOf([later, here])).toEqual(inBoth('here now', 'asked at night'))
    const serious = waiting('asked at night, high', 1, { type: 'queued_safe_contact_only', band: 'high' })
    expect(namesOf([here, serious])).toEqual(inBoth('asked at night, high', 'here now'))
  })
})

describe("a worker's own band decides the order", () => {
  const medium = waiting('medium', 5, { band: 'medium' })

  test('when it is higher than what the assistant worked out', () => {
    const raised = waiting('raised', 9, { band: 'standard', workerBand: 'high' })
    expect(namesOf([medium, raised])).toEqual(inBoth('raised', 'medium'))
  })

  test('when it is lower', () => {
    const lowered = waiting('lowered', 0, { type: 'priority', band: 'high', workerBand: 'standard' })
    expect(namesOf([medium, lowered])).toEqual(inBoth('medium', 'lowered'))
  })

  test('and immediate brings anybody to the front', () => {
    const raised = waiting('heard shouting', 9, { band: 'standard', workerBand: 'immediate' })
    const child = waiting('child', 9, { urgent: true, type: 'urgent_safeguarding', band: 'high', workerBand: 'medium' })
    const high = waiting('high', 0, { type: 'priority', band: 'high' })
    expect(namesOf([high, child, raised])).toEqual(inBoth('heard shouting', 'child', 'high'))
  })

  test('but nobody is taken from the front by it: people were alerted about them', () => {
    const inDanger = waiting('in danger', 9, {
      urgent: true,
      type: 'urgent',
      band: 'immediate',
      workerBand: 'standard'
    })
    const child = waiting('child', 9, {
      urgent: true,
      type: 'urgent_safeguarding',
      band: 'high',
      workerBand: 'standard'
    })
    const high = waiting('high', 0, { type: 'priority', band: 'high', workerBand: 'high' })
    expect(namesOf([high, inDanger])).toEqual(inBoth('in danger', 'high'))
    expect(namesOf([high, child])).toEqual(inBoth('child', 'high'))
  })
})
