import { expect, test } from 'vitest'
import { asText } from '../../src/summary/as-text.ts'
import { summarySchema } from '../../src/summary/schema.ts'
import { NOTHING_RECORDED, type WorkerRecord } from '../../src/summary/worker-record.ts'
import { english, minutesLater, summaryOf } from './readings.ts'

const at = minutesLater(60).toISOString()
const scared = [{ question: 'fear', value: 'very' }] as const
const withRecord = (worker: Partial<WorkerRecord>) =>
  summaryOf(scared, {}, { worker: { ...NOTHING_RECORDED, ...worker } })

test("a worker's own band counts, with its reason, and what the assistant worked out stays beside it", () => {
  const summary = withRecord({ bands: [{ band: 'immediate', reason: 'I heard him shout', worker: 'Sam', at }] })
  expect(summary.risk).toMatchObject({
    band: 'medium',
    bandInForce: 'immediate',
    workerBand: { band: 'immediate', by: 'Sam', reason: 'I heard him shout' }
  })
  expect(summary.tenSeconds[0]?.text).toBe(
    'Immediate, set by a worker. The triage aid said: Medium; Is very scared. Answered 1 of 11.'
  )
  expect(asText(summary, english)).toContain('Set by Sam at 15:00: Immediate. Reason: I heard him shout')
})

test('a band without a reason is no decision', () => {
  const summary = withRecord({ bands: [{ band: 'standard', reason: ' ', worker: 'Sam', at }] })
  expect(summary.risk).toMatchObject({ bandInForce: 'medium', workerBand: null })
})

test('without a worker the assistant is the one that counts', () => {
  expect(summaryOf(scared).risk).toMatchObject({ band: 'medium', bandInForce: 'medium', workerBand: null })
})

test('whom it was shared with, without agreement too, and how it ended, can all be read', () => {
  const summary = withRecord({
    sharedWith: ['Children services'],
    withdrawnAt: at,
    withoutConsent: { reason: 'a child is at risk', approvedBy: 'Ada' },
    safeguarding: { action: 'called the safeguarding lead', by: 'Sam', at },
    actions: ['Talked through a safety plan'],
    outcome: 'safety_plan',
    closedReason: 'they have what they need'
  })
  expect(summarySchema.parse(summary)).toEqual(summary)
  const text = asText(summary, english)
  for (const words of [
    'Shared with: Children services',
    'They took their agreement back on 22 November 2026 15:00. Share nothing more.',
    'Shared without agreement because of serious risk: a child is at risk Approved by Ada.',
    'Safeguarding: called the safeguarding lead (Sam, 22 November 2026 15:00).',
    'Talked through a safety plan',
    'Outcome: Safety plan made',
    'Closed because: they have what they need'
  ]) {
    expect(text).toContain(words)
  }
})
