import { expect, test } from 'vitest'
import type { CameOfIt, Recorded, Writing } from '../../src/conversation/recorded.ts'
import { workerRecordOf } from '../../src/summary/record-of.ts'
import { NOTHING_RECORDED } from '../../src/summary/worker-record.ts'
import { minutesLater } from './readings.ts'

const recorded = (...written: readonly Writing[]) =>
  workerRecordOf({
    workerBands: [],
    records: written.map((one, minute): Recorded => ({ ...one, by: 'Sam', at: minutesLater(minute).toISOString() }))
  })
const came = (service: string, cameOfIt: CameOfIt): Writing => ({ kind: 'service', service, cameOfIt })

test('where nobody wrote anything, nothing is recorded', () => {
  expect(recorded()).toEqual(NOTHING_RECORDED)
})

test('of a service the last word counts, and one that was taken back is no decision', () => {
  const { decisions } = recorded(
    came('hants.refuge', 'noSpace'),
    came('hants.sanctuary', 'accepted'),
    came('hants.dispersed', 'risk'),
    came('hants.refuge', 'accepted'),
    came('hants.dispersed', 'notSpokenOf')
  )
  expect(decisions).toMatchObject([
    { service: 'hants.sanctuary', accepted: true, reason: null },
    { service: 'hants.refuge', accepted: true, reason: null, by: 'Sam', at: minutesLater(3).toISOString() }
  ])
})

test('each kind of action has its own place in the summary', () => {
  expect(
    recorded(
      { kind: 'action', action: 'done', text: 'talked through a plan' },
      { kind: 'action', action: 'shared', text: 'Children services' },
      { kind: 'action', action: 'calledBack', text: 'rang the number on their site' },
      { kind: 'action', action: 'withdrawn', text: 'said so at the end' },
      { kind: 'withoutConsent', reason: 'a child is at risk', approvedBy: 'Ada' },
      { kind: 'outcome', outcome: 'signposted', closedBecause: 'another district' }
    )
  ).toMatchObject({
    actions: ['talked through a plan', 'rang the number on their site', 'said so at the end'],
    sharedWith: ['Children services'],
    verifiedByCallBack: true,
    withdrawnAt: minutesLater(3).toISOString(),
    withoutConsent: { reason: 'a child is at risk', approvedBy: 'Ada' },
    outcome: 'signposted',
    closedReason: 'another district'
  })
})

test('a second safeguarding action does not make the first one disappear, nor does a second sharing', () => {
  const record = recorded(
    { kind: 'action', action: 'safeguarding', text: 'rang the lead' },
    { kind: 'withoutConsent', reason: 'the first reason', approvedBy: 'Ada' },
    { kind: 'action', action: 'safeguarding', text: 'rang the council' },
    { kind: 'withoutConsent', reason: 'the second reason', approvedBy: 'Bo' }
  )
  expect(record.safeguarding?.action).toBe('rang the council')
  expect(record.withoutConsent?.reason).toBe('the second reason')
  expect(record.actions).toEqual(['rang the lead', 'the first reason (Ada)'])
})
