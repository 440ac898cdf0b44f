// Anybody words may be for, at any moment, and any words: for tests that hold a rule against all of them.
import fc from 'fast-check'
import type { Outgoing, Reach, Recipient } from '../../src/conversation/gate.ts'
import type { Returns } from '../../src/conversation/returns.ts'

const MINUTE = 60_000

/** A moment from which the others are counted; which one is no matter to the gate. */
export const NOW = new Date('2026-07-01T10:00:00Z')

/** Often on the very moment: rules about time are wrong by one step, if they are wrong. */
const around = (minutes: readonly number[]): fc.Arbitrary<Date> =>
  fc
    .tuple(fc.constantFrom(...minutes), fc.constantFrom(-1000, -1, 0, 0, 1, 1000))
    .map(([offset, ms]) => new Date(NOW.getTime() + offset * MINUTE + ms))

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null })

const reach: fc.Arbitrary<Reach> = fc.record({
  mayWrite: fc.boolean(),
  heardAt: around([-600, -61, -60, -59, -51, -50, -49, -1, 0]),
  blocked: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  near: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  agreedUntil: maybe(around([-1, 0, 1, 9, 10, 11, 180]))
})

const returns: fc.Arbitrary<Returns> = fc.record({
  wrongWords: fc.constantFrom(0, 0, 0, 1, 2, 3),
  decoyAt: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: around([-30, -10]) }),
  backAt: maybe(around([-30, -20, -10]))
})

const owner: fc.Arbitrary<Recipient['owner']> = fc.constantFrom(
  { kind: 'assistant' },
  { kind: 'queue' },
  { kind: 'worker', id: 'w1', name: 'Alexandra' },
  { kind: 'worker', id: 'w2', name: 'Morgan' }
)

export const recipient: fc.Arbitrary<Recipient> = fc.record({
  helpers: fc.constantFrom([], [], ['w2'], ['w3']),
  channel: fc.constantFrom('sms', 'sms', 'web'),
  owner,
  status: fc.constantFrom('open', 'open', 'open', 'left', 'closed'),
  returns,
  reach
})

const KINDS = ['said', 'answer', 'ask', 'card', 'note', 'status'] as const
const KEYS = [
  undefined,
  'emergency',
  'emergencyTeamTold',
  'emergencyNobodyHere',
  'suicide',
  'medical',
  'waiting',
  'workerJoined'
] as const

const count = fc.constantFrom(undefined, 1, 2, 3, 12)

const byAssistant: fc.Arbitrary<Outgoing> = fc.record({
  from: fc.constant('assistant'),
  kind: fc.constantFrom(...KINDS),
  question: fc.constantFrom(undefined, 'channelOk', 'dangerNow', 'audience'),
  key: fc.constantFrom(...KEYS),
  segments: count
}) as fc.Arbitrary<Outgoing>

const byWorker: fc.Arbitrary<Outgoing> = fc.record({
  from: fc.constant('worker'),
  kind: fc.constant('said'),
  workerId: fc.constantFrom('w1', 'w2', undefined),
  segments: count
}) as fc.Arbitrary<Outgoing>

export const words: fc.Arbitrary<Outgoing> = fc.oneof({ weight: 3, arbitrary: byAssistant }, byWorker)
