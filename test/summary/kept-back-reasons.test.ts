// Two promises meet: the band counts every answer, and a withheld answer is gone for the worker.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WithholdRecord } from '../../src/questions/answer.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import { holds } from '../../src/questions/condition.ts'
import { summarise } from '../../src/summary/build.ts'
import type { Summary } from '../../src/summary/schema.ts'
import { POLICY } from '../../src/triage/policy.ts'
import { CHOICES, oneAnswer, someAnswers } from '../triage/random-facts.ts'
import { contextFor, english, readingOf, START, type Told } from './readings.ts'
import { RENDERINGS } from './renderings.ts'

const at = START.toISOString()
const keep = (...questions: QuestionId[]): WithholdRecord[] =>
  questions.map(question => ({ question, withheld: true, at }))
const AGREED: WithholdRecord = { mayKnow: true, at }

function summaryAfter(story: readonly Told[], withheld: readonly WithholdRecord[]): Summary {
  const { reading, facts } = readingOf(story)
  return summarise({ ...reading, withheld }, contextFor(facts))
}

const STORY: readonly Told[] = [
  { question: 'neck', value: 'before' },
  { question: 'honour', value: 'yes' },
  { question: 'suicide', value: 'mightAct' }
]
const NEUTRAL = 'Something they asked us to keep back'
const flagsOf = ({ risk }: Summary) => risk.reasons.map(({ flag }) => flag)

describe('a reason that stands on what is kept back', () => {
  test('is left out, and the band stays what it is', () => {
    const { risk, tenSeconds } = summaryAfter(STORY, keep('honour', 'suicide'))
    expect(risk).toMatchObject({ band: 'immediate', known: 1, basedOn: '2026-11-22T14:00:00.000Z' })
    expect(risk.reasons.map(({ flag }) => flag)).toEqual(['H-neck'])
    expect(tenSeconds[0]?.text).toBe('Immediate; Neck grabbed or breathing stopped. Answered 1 of 11.')
  })

  test('is one neutral reason where they agreed, last, and the same whatever and however much it hides', () => {
    const two = summaryAfter(STORY, [...keep('honour', 'suicide'), AGREED])
    expect(flagsOf(two)).toEqual(['H-neck', 'kept back'])
    expect(two.risk.reasons.at(-1)).toEqual({ flag: 'kept back', label: NEUTRAL, explained: null, because: [] })
    expect(two.tenSeconds[0]?.text).toContain(`Neck grabbed or breathing stopped; ${NEUTRAL}.`)
    const one = summaryAfter(STORY, [...keep('suicide'), AGREED])
    expect(flagsOf(one)).toEqual(['H-neck', 'H-honour', 'kept back'])
  })

  test('is not claimed where what they keep back raises nothing', () => {
    const pets: Told = { question: 'pets', value: ['dog'] }
    expect(flagsOf(summaryAfter([...STORY, pets], [...keep('pets'), AGREED]))).not.toContain('kept back')
  })

  test('keeps from the worker that somebody is worried about their own behaviour, if they keep that back', () => {
    const harmer: readonly Told[] = [{ question: 'audience', value: 'harmer' }]
    expect(flagsOf(summaryAfter(harmer, keep('audience')))).toEqual([])
    expect(flagsOf(summaryAfter(harmer, []))).toEqual(['harmer route'])
  })

  test.each(Object.keys(RENDERINGS))('is nowhere in the summary as %s: no id, no label, no sentence', async ending => {
    for (const agreed of [[], [AGREED]]) {
      const made = (await RENDERINGS[ending]?.(summaryAfter(STORY, [...keep('honour', 'suicide'), ...agreed]))) ?? ''
      expect(made).toContain('H-neck')
      for (const flag of ['H-honour', 'I-suicide'] as const) {
        expect(made).not.toContain(flag)
        expect(made).not.toContain(english.staff(`referralFlag-${flag}`))
        expect(made).not.toContain(english.triage(`flag-${flag}`))
      }
      expect(made.includes(NEUTRAL)).toBe(agreed.length > 0)
    }
  })
})

test('whatever anybody keeps back, the band never falls, and no reason names more than what is left to see', () => {
  fc.assert(
    fc.property(someAnswers(), oneAnswer(CHOICES), fc.boolean(), (answers, more, agreed) => {
      const story = Object.entries({ ...answers, ...more }).map(([question, value]) => ({
        question: question as QuestionId,
        value
      }))
      const kept = Object.keys(more) as QuestionId[]
      const whole = summaryAfter(story, [])
      const less = summaryAfter(story, [...keep(...kept), ...(agreed ? [AGREED] : [])])
      expect(less.risk.band).toBe(whole.risk.band)
      expect(less.risk.bandInForce).toBe(whole.risk.bandInForce)
      const visible = Object.fromEntries(Object.entries(answers).filter(([question]) => !(question in more)))
      const { immediate, high, medium } = POLICY
      const raised = [...immediate, ...high, ...medium].filter(({ when }) =>
        holds(when, { answers: visible, channel: 'web' })
      )
      const known = [...raised.map(({ id }) => id), 'harmer route', 'kept back']
      expect(flagsOf(less).filter(flag => !known.includes(flag))).toEqual([])
      expect(flagsOf(less).includes('kept back')).toBe(
        agreed && flagsOf(whole).some(flag => !flagsOf(less).includes(flag))
      )
    }),
    { numRuns: 300 }
  )
})
