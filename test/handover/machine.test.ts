import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HandoverEvent, HandoverStart, HandoverState, Handovers, Stage } from '../../src/conversation/handover.ts'
import { handoversOf } from '../../src/handover/step.ts'
import { readTimings, TIMINGS } from '../../src/handover/timings.ts'
import { shortOr } from '../long-forms.ts'
import { broken } from './laws.ts'
import { FAULTS } from './seeded.ts'
import { ADA, KIM, type Moment, move, NOON, SAM, walk } from './walk.ts'

const rules = handoversOf(TIMINGS)
const START: HandoverStart = { channel: 'web', urgent: false, open: true, mayCallBack: false }
const start: fc.Arbitrary<HandoverStart> = fc.record({
  channel: fc.constantFrom('web', 'sms'),
  urgent: fc.boolean(),
  open: fc.boolean(),
  mayCallBack: fc.boolean()
})
const moves = fc.array(move, { minLength: 10, maxLength: 60 })

/** The first law any of these lives breaks; null when all of them hold. */
function search(under: Handovers, runs: number): string | null {
  const found = fc.check(
    fc.property(start, moves, (first, walked) => {
      walk(under, first, walked, moment => {
        const laws = broken(moment)
        if (laws.length > 0) throw new Error(laws[0])
      })
    }),
    { numRuns: runs }
  )
  return found.failed ? String((found.errorInstance as Error | null)?.message) : null
}

describe('whatever happens, in whatever order', () => {
  test('one owner while live, no word after leaving, no clock without its state, nobody urgent unheard', () => {
    expect(search(rules, shortOr(1_500, 100_000))).toBeNull()
  })

  test('every stage is reached, so that nothing above holds for want of trying', () => {
    const seen = new Set<Stage>()
    const look = ({ state }: Moment) => void seen.add(state.view.stage)
    fc.assert(
      fc.property(start, moves, (first, walked) => walk(rules, first, walked, look)),
      { numRuns: 500 }
    )
    expect([...seen].sort()).toEqual(
      [
        'callBack',
        'claimed',
        'closed',
        'fallback',
        'grace',
        'left',
        'live',
        'offered',
        'outOfHours',
        'purged',
        'queued',
        'silent',
        'wrapUp'
      ].sort()
    )
  })

  test.each(FAULTS)('a handover in which $fault is found out', ({ spoil, law }) => {
    // It ends with the first life that shows it: so many are only lived where there is nothing to find.
    expect(search(spoil(rules), 50_000)).toBe(law)
  })
})

/** Does these one after another, some of them after a wait in ms. */
function live(first: Partial<HandoverStart>, ...steps: readonly (HandoverEvent | number)[]) {
  const said: string[] = []
  let state = {} as HandoverState
  const walked = steps.map(step => (typeof step === 'number' ? { wait: step } : { do: step }))
  walk(rules, { ...START, ...first }, walked, moment => {
    state = moment.state
    for (const effect of moment.effects) {
      if (effect.type === 'say') said.push([effect.message, effect.name].filter(Boolean).join(' '))
      if (effect.type === 'sayWhoIsThere') said.push('who is there')
      if (effect.type === 'notice') said.push(`NOTICE ${effect.notice}`)
    }
  })
  return { view: state.view, said }
}
const MINUTE = 60_000
const claim = (by = SAM): HandoverEvent => ({ type: 'CLAIM', by })
const heard = (more: Partial<Extract<HandoverEvent, { type: 'HEARD' }>> = {}): HandoverEvent => ({
  type: 'HEARD',
  urgent: false,
  mayCallBack: false,
  asks: false,
  ...more
})

describe('somebody who waits', () => {
  test('is asked after five minutes, and told after twenty that nobody may come; a worker may still come', () => {
    const { said, view } = live({}, 21 * MINUTE)
    expect(said).toEqual(['stillWaiting', 'nobodyCame'])
    expect(view.stage).toBe('fallback')
    expect(live({}, 21 * MINUTE, claim()).view.worker).toEqual(SAM)
  })

  test('is offered to be contacted later only where a safe way was given', () => {
    const later: HandoverEvent = { type: 'CALL_BACK' }
    expect(live({}, 6 * MINUTE, later).view.stage).toBe('offered')
    const agreed = live({ mayCallBack: true }, 6 * MINUTE, later)
    expect(agreed.said).toEqual(['stillWaitingOrLater', 'callBackAgreed'])
    expect(agreed.view.stage).toBe('callBack')
    expect(live({ mayCallBack: true }, 6 * MINUTE, heard(), later).view.stage).toBe('offered')
  })

  test('who stays is asked again, and is never left with a please hold', () => {
    expect(live({}, 6 * MINUTE, { type: 'STAY' }, 6 * MINUTE).said).toEqual(['stillWaiting', 'stillWaiting'])
  })

  test('is told when the line closes and when it opens again', () => {
    const { said, view } = live({}, { type: 'DESK_CLOSED' }, { type: 'DESK_OPENED' })
    expect(said).toEqual(['who is there', 'who is there'])
    expect(view.stage).toBe('queued')
  })

  test('out of hours is asked for a call-back only once they have given a safe way', () => {
    expect(live({ open: false }, heard()).said).toEqual([])
    expect(live({ open: false }, heard({ mayCallBack: true }), heard({ mayCallBack: true })).said).toEqual([
      'laterOffer'
    ])
  })
})

describe('somebody in danger', () => {
  test('rings until it is seen; after a minute supervisors and whoever is on call are told, after two once more', () => {
    expect(live({ urgent: true }).view.alert).toBe('ringing')
    const twoMinutes = live({ urgent: true }, 2 * MINUTE + 1)
    expect(twoMinutes.said).toEqual(['NOTICE urgent.unacknowledged', 'NOTICE urgent.unacknowledged'])
    expect(twoMinutes.view.alert).toBe('onCall')
    expect(live({ urgent: true }, 30_000, { type: 'SEEN', by: ADA }, 50_000).said).toEqual([])
  })

  test('rings again when it was seen and nobody took it', () => {
    expect(live({ urgent: true }, { type: 'SEEN', by: ADA }, 61_000).view.alert).toBe('supervisor')
  })

  test('goes straight to whoever is on call when the line is closed', () => {
    expect(live({ urgent: true, open: false }).said).toEqual(['NOTICE urgent.unacknowledged'])
  })

  test('rings from the moment it is said', () => {
    expect(live({}, heard({ urgent: true })).view.alert).toBe('ringing')
  })
})

describe('a worker', () => {
  test('who claims second gets nothing', () => {
    expect(live({}, claim(SAM), claim(KIM)).view.worker).toEqual(SAM)
  })

  test('whose console falls silent keeps them for the grace, and then they are first in the queue', () => {
    const back = live({}, claim(), { type: 'WORKER_GONE' }, 40_000, { type: 'WORKER_BACK' })
    expect([back.said, back.view.worker]).toEqual([['workerAway Sam', 'workerBack Sam'], SAM])
    const lost = live({}, claim(), { type: 'WORKER_GONE' }, 46_000)
    expect(lost.said).toEqual(['workerAway Sam', 'workerLost Sam', 'NOTICE worker.lost'])
    expect(lost.view).toMatchObject({ stage: 'queued', front: true, last: SAM, worker: null })
  })

  test('stays the owner until the colleague accepts', () => {
    const asked: HandoverEvent = { type: 'TRANSFER', by: SAM, to: KIM }
    expect(live({}, claim(), asked).view).toMatchObject({ worker: SAM, transfer: { to: KIM } })
    expect(live({}, claim(), asked, { type: 'ACCEPT', by: ADA }).view.worker).toEqual(SAM)
    const taken = live({}, claim(), asked, { type: 'ACCEPT', by: KIM })
    expect([taken.view.worker, taken.view.last, taken.said]).toEqual([KIM, SAM, ['transferred Kim']])
    expect(live({}, claim(), asked, 3 * MINUTE, { type: 'ACCEPT', by: KIM }).view.worker).toEqual(SAM)
    expect(live({}, claim(), { type: 'ACCEPT', by: KIM }).view.worker).toEqual(SAM)
  })

  test('may ask whoever is there', () => {
    const asked: HandoverEvent = { type: 'TRANSFER', by: SAM, to: null }
    expect(live({}, claim(), asked, { type: 'ACCEPT', by: ADA }).view.worker).toEqual(ADA)
  })

  test('is shown when the person is quiet, then away; by text much later', () => {
    expect(live({}, claim(), 4 * MINUTE).view.presence).toBe('quiet')
    expect(live({}, claim(), 14 * MINUTE).view.presence).toBe('away')
    expect(live({ channel: 'sms' }, claim(), 14 * MINUTE).view.presence).toBe('present')
    expect(live({}, claim(), 14 * MINUTE, heard()).view.presence).toBe('present')
  })

  test('who has said nothing yet is shown', () => {
    expect(live({}, claim(), 61_000).view.stage).toBe('silent')
    expect(live({}, claim(), { type: 'SPOKE', by: SAM }, 61_000).view.stage).toBe('live')
  })
})

describe('a supervisor', () => {
  test('joins in before the eyes of the person, and steps out again', () => {
    const { said, view } = live(
      {},
      claim(),
      { type: 'SUPERVISOR_JOINS', by: ADA },
      { type: 'SUPERVISOR_LEAVES', by: ADA }
    )
    expect(said).toEqual(['supervisorJoined Ada', 'supervisorLeft Ada'])
    expect(view).toMatchObject({ worker: SAM, helpers: [] })
  })
})

test('a clock that was started again means nothing at its old moment', () => {
  const begun = rules.begin(START, NOON)
  const claimed = rules.step(begun.state, claim(), NOON)
  if (!claimed) throw new Error('not claimed')
  const quiet = Object.keys(claimed.state.due).find(timer => timer.includes('quiet')) ?? ''
  const later = rules.step(claimed.state, heard(), new Date(NOON.getTime() + MINUTE))
  const atOldMoment = new Date(claimed.state.due[quiet] ?? 0)
  expect(later && rules.step(later.state, { type: 'TIMER', timer: quiet }, atOldMoment)).toBeNull()
})

describe("an operator's timings", () => {
  test('are read over the defaults', () => {
    expect(readTimings('offerAfter=3m, workerGrace = 90s')).toEqual({
      ...TIMINGS,
      offerAfter: 180_000,
      workerGrace: 90_000
    })
    expect(readTimings('')).toEqual(TIMINGS)
  })
  test.each(['offerAfter=0s', 'offerafter=3m', 'offerAfter=3h', 'offerAfter', '=3m'])(
    'that cannot be read are named: %s',
    text => {
      expect(() => readTimings(text)).toThrow(`cannot read "${text}"`)
    }
  )
})
