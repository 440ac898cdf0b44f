import { describe, expect, test } from 'vitest'
import { queueOrder } from '../../src/handover/queue-order.ts'

type Waiting = Parameters<ReturnType<typeof queueOrder>>[0]

/** Nobody has waited for half an hour yet. */
const NOON_AND_HALF = new Date(Date.UTC(2026, 0, 1, 12, 29))

/** Somebody who asked for a person some minutes after noon, and of whom too little is known unless it is said. */
const waiting = (name: string, minute: number, more: Partial<Waiting> = {}) => ({
  name,
  urgent: false,
  type: 'standard' as const,
  band: 'not_enough_known' as const,
  workerBand: null,
  requestedAt: new Date(Date.UTC(2026, 0, 1, 12, minute)),
  handover: { front: false, stage: 'queued' as const },
  ...more
})
/** The order must not rest on the order they came in. */
const namesOf = (queue: readonly (Waiting & { name: string })[]) =>
  [queue, queue.toReversed()].map(came => came.toSorted(queueOrder(NOON_AND_HALF, 30 * 60_000)).map(({ name }) => name))
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

describe('nobody is forgotten', () => {
  const lost = { handover: { front: true, stage: 'queued' as const } }

  test('whoever lost a worker goes before all others but those in danger now', () => {
    const again = waiting('lost a worker', 20, { band: 'standard', ...lost })
    const danger = waiting('in danger', 28, { urgent: true, type: 'urgent', band: 'immediate' })
    const high = waiting('high', 5, { type: 'priority', band: 'high' })
    expect(namesOf([high, again, danger])).toEqual(inBoth('in danger', 'lost a worker', 'high'))
  })

  test('whoever has waited for the whole limit goes before a higher band, the longest first', () => {
    const since = (minute: number) => new Date(Date.UTC(2026, 0, 1, 11, minute))
    const first = waiting('standard, since half past eleven', 0, { band: 'standard', requestedAt: since(30) })
    const second = waiting('high, since the hour', 0, { type: 'priority', band: 'high', requestedAt: since(59) })
    const high = waiting('high, just now', 28, { type: 'priority', band: 'high' })
    const danger = waiting('in danger', 28, { urgent: true, type: 'urgent', band: 'immediate' })
    const order = inBoth('in danger', first.name, second.name, 'high, just now')
    expect(namesOf([high, second, danger, first])).toEqual(order)
  })

  test('but not whoever is to be contacted later: nobody keeps them waiting in the chat', () => {
    const later = waiting('later', 0, {
      band: 'standard',
      requestedAt: new Date(Date.UTC(2026, 0, 1, 9)),
      handover: { front: false, stage: 'callBack' }
    })
    const here = waiting('here', 20, { band: 'medium' })
    expect(namesOf([later, here])).toEqual(inBoth('here', 'later'))
  })
})
