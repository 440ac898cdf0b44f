import { expect, test } from 'vitest'
import { referralForm } from '../../src/summary/referral-form.ts'
import { quoteFault } from '../triage/directory/seeds.ts'
import { english, summaryOf } from './readings.ts'

const professional = summaryOf([
  { question: 'audience', value: 'professional' },
  { question: 'referrerRole', value: 'housing' },
  { question: 'referralConsent', value: 'yes' },
  { question: 'safetyPlan', value: 'skip' },
  { question: 'referrerWants', value: 'sanctuary' },
  { question: 'area', value: 'eastleigh' },
  { question: 'referrerContact', value: 'the housing desk, Tuesdays' }
])

const field = (id: string) => referralForm(professional, english)?.find(one => one.id === id)

test('a professional finds on the form what they said', () => {
  expect(field('who')?.answers).toEqual([
    'What is your role? Housing',
    'What work phone or email can we use to reach you? the housing desk, Tuesdays'
  ])
  expect(field('wanted')?.answers).toEqual(['What do they need? Stay home safely'])
})

test('and how far things stand where they said nothing', () => {
  expect(field('plan')?.answers).toEqual(['Is there a safety plan? skipped'])
  expect(field('risk')?.answers[0]).toMatch(/not asked$/)
})

test('every field stands on a line of the page, or says that it is ours', () => {
  const fields = referralForm(professional, english) ?? []
  expect(fields.length).toBeGreaterThan(10)
  for (const { source } of fields) {
    if ('beyond' in source) expect(source.beyond).toMatch(/^our own question/)
    else expect(quoteFault(source)).toBeNull()
  }
})

test('nobody but a professional fills it in', () => {
  expect(referralForm(summaryOf([{ question: 'audience', value: 'survivor' }]), english)).toBeNull()
})

test('what they told beside the form stands on it with its answer, and leaves no gap where they did not', () => {
  const told = summaryOf([
    { question: 'audience', value: 'professional' },
    { question: 'referrerRole', value: 'health' },
    { question: 'neck', value: 'before' },
    { question: 'sexual', value: 'skip' }
  ])
  const risk = referralForm(told, english)?.find(({ id }) => id === 'risk')?.answers ?? []
  expect(risk).toContain("Has anyone ever grabbed the person's neck or stopped them breathing? Yes, before")
  expect(risk).toContain('Has anyone made the person do sexual things they did not want? skipped')
  expect(risk.filter(answer => /weapon|track|danger/.test(answer))).toEqual([])
})
