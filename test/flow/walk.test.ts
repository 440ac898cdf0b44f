import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { door } from '../../flows/index.ts'
import type { FlowEvent } from '../../src/flow/events.ts'
import { type Entry, fits } from '../../src/flow/memory.ts'
import { faultsOfTurn } from '../../src/flow/proof/laws.ts'
import { faultsOfPlace } from '../../src/flow/proof/place.ts'
import { begin, placeOf, type Snapshot, step } from '../../src/flow/step.ts'
import { type Channel, SKIP } from '../../src/questions/answer.ts'
import { shortOr } from '../long-forms.ts'
import { eventOf, type Move, moves } from './walker.ts'

/** Of each of the tests below. */
const PEOPLE = shortOr(300, 5_000)

const channels: fc.Arbitrary<Channel> = fc.constantFrom('web', 'sms')

/** As the store does it: between two turns a conversation is nothing but text. */
const stored = (snapshot: Snapshot): Snapshot => JSON.parse(JSON.stringify(snapshot))

/** One turn, held against every promise the proof knows; also after changes, where the proof itself does not go. */
function turn(before: Snapshot, event: FlowEvent): Snapshot {
  const { snapshot: after, effects } = step(door, before, event)
  expect(faultsOfTurn({ flow: door, event, before, from: placeOf(door, before), after, effects })).toEqual([])
  expect(faultsOfPlace(door, after)).toEqual([])
  return stored(after)
}

interface Walked {
  readonly snapshot: Snapshot
  /** They wrote of danger, or came back: an answer was restated where it stood, and the path is not the one it would lead to. */
  readonly restated: boolean
}

const RESTATES: readonly FlowEvent['type'][] = ['DANGER', 'LIFE', 'EAR', 'HANDS', 'RETURN']

function walk(channel: Channel, steps: readonly Move[]): Walked {
  let snapshot = stored(begin(door, channel).snapshot)
  let restated = false
  for (const move of steps) {
    const event = eventOf(door, snapshot, move)
    restated ||= RESTATES.includes(event.type)
    snapshot = turn(snapshot, event)
  }
  return { snapshot, restated }
}

const people = (numRuns: number, check: (walked: Walked, choice: number) => void) =>
  fc.assert(
    fc.property(channels, moves, fc.nat({ max: 999 }), (channel, steps, choice) => check(walk(channel, steps), choice)),
    { numRuns }
  )

const answering = ({ question, value }: Entry): FlowEvent =>
  value === SKIP ? { type: 'SKIP', question } : { type: 'ANSWER', question, value }

/** Going on from whatever only waits for that: the queue, a card, a pause. */
function onward(from: Snapshot): Snapshot {
  const { snapshot } = step(door, from, { type: 'GO_ON' })
  return snapshot.state === from.state ? snapshot : onward(snapshot)
}

/** The same answers given straight through, by somebody who never went back. */
function straight(channel: Channel, log: readonly Entry[]): Snapshot {
  let snapshot = begin(door, channel).snapshot
  for (const entry of log) snapshot = step(door, onward(snapshot), answering(entry)).snapshot
  return snapshot
}

/** The place where a path stands, and those behind the pauses that follow. */
function placesFrom(snapshot: Snapshot): string[] {
  const next = step(door, snapshot, { type: 'GO_ON' }).snapshot
  return [snapshot.memory.at, ...(next.state === snapshot.state ? [] : placesFrom(next))]
}

/** Which page of a shelf is open is no answer: the shelf is the place. */
const shelfOf = (at: string): string => at.replace(/(\/shelf\d+)\/.*$/, '$1')

/** Answers that came before their turn decide branches before the path reaches them. */
const spokeOutOfTurn = ({ told, checks, signals }: Snapshot['memory']): boolean =>
  told.length + checks.length + signals.length > 0

describe('whatever a person does', () => {
  test('every answer in force stands once, and is one that its question offers', () => {
    people(PEOPLE, ({ snapshot: { memory } }) => {
      expect(new Set(memory.log.map(entry => entry.question)).size).toBe(memory.log.length)
      for (const { question, value } of memory.log) {
        const asked = door.questions[question]
        expect(asked && (value === SKIP ? asked.skip : fits(asked, value))).toBe(true)
      }
    })
  })

  test('what they answered before its turn stands once, and nothing they confirmed is lost', () => {
    people(PEOPLE, ({ snapshot: { memory } }) => {
      const given = [...memory.log, ...memory.told].map(entry => entry.question)
      expect(new Set(given).size).toBe(given.length)
      for (const { question, value } of memory.told) {
        const asked = door.questions[question]
        expect(asked && (value === SKIP || fits(asked, value))).toBe(true)
      }
    })
  })

  test('they stand where somebody stands who gave the same answers straight through', () => {
    people(PEOPLE, ({ snapshot, restated }) => {
      const { memory } = snapshot
      // Whoever spoke of things out of turn, or came back, walked another way; the promises above hold of them too.
      if (restated || spokeOutOfTurn(memory) || snapshot.state === 'check' || snapshot.state === 'returned') return
      const direct = straight(memory.channel, memory.log)
      expect(direct.memory.log).toEqual(memory.log)
      // Beside the path (queue, card, worker) and after the end `at` is the place that was left.
      expect(placesFrom(direct)).toContain(shelfOf(memory.at))
    })
  })

  test('changing an answer to what it was asks nothing and loses nothing', () => {
    people(PEOPLE, ({ snapshot, restated }, choice) => {
      const { log } = snapshot.memory
      const entry = log[choice % log.length]
      if (!entry || ['worker', 'left', 'closed', 'check', 'returned'].includes(snapshot.state)) return
      if (restated || spokeOutOfTurn(snapshot.memory)) return
      const reopened = turn(snapshot, { type: 'CHANGE', question: entry.question })
      const again = onward(turn(reopened, answering(entry)))
      const untouched = onward(snapshot)
      expect(again.memory.log).toEqual(untouched.memory.log)
      expect(shelfOf(again.memory.at)).toBe(shelfOf(untouched.memory.at))
    })
  })

  test('an answer once given is not asked for again after another was changed', () => {
    people(PEOPLE, ({ snapshot, restated }, choice) => {
      const entry = snapshot.memory.log[choice % snapshot.memory.log.length]
      if (!entry || ['worker', 'left', 'closed', 'check', 'returned'].includes(snapshot.state)) return
      if (restated || spokeOutOfTurn(snapshot.memory)) return
      const given = new Set(snapshot.memory.log.map(({ step }) => step))
      given.delete(entry.step)
      const reopened = turn(snapshot, { type: 'CHANGE', question: entry.question })
      const changed = eventOf(door, reopened, { kind: 'answer', choice, usual: false })
      const after = turn(reopened, changed)
      if (after.state === reopened.state) return
      expect(given.has(after.state)).toBe(false)
    })
  })
})
