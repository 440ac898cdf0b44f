import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, SKIP } from '../../src/questions/answer.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '../../src/questions/catalogue.ts'
import { datasetRow, type EndedContact } from '../../src/summary/dataset-row.ts'
import { LANGUAGE_GROUPS, languageGroup } from '../../src/summary/language-group.ts'
import { NOTHING_RECORDED } from '../../src/summary/worker-record.ts'
import { KINDS } from '../../src/triage/directory/entry.ts'
import { minutesLater, START } from './readings.ts'

const contact = (more: Partial<EndedContact> = {}): EndedContact => ({
  channel: 'web',
  locale: 'en',
  answers: {},
  withheld: new Set(),
  requestedAt: null,
  acceptedAt: null,
  ended: 'closed',
  endedAt: START,
  ...more
})
const rowOf = (more: Partial<EndedContact> = {}) => datasetRow(contact(more))

describe('a contact is counted', () => {
  test('by what was chosen, with skipped and not asked kept apart', () => {
    const row = rowOf({
      answers: {
        audience: 'survivor',
        area: 'fareham',
        ageBand: SKIP,
        gender: 'woman',
        wants: 'safePlace',
        needs: ['deaf']
      }
    })
    expect(row).toMatchObject({
      quarter: '2026-Q4',
      area: 'fareham',
      audience: 'survivor',
      ageBand: 'skipped',
      gender: 'woman',
      needs: ['deaf'],
      tenure: 'notAsked',
      wanted: 'safePlace',
      harmerRoute: false,
      offered: 'notRecorded',
      declinedBecause: null
    })
    expect(row.matchedKinds).toContain('refuge')
  })

  test('in the quarter it ended in, by the clock in London', () => {
    expect(rowOf({ endedAt: new Date('2026-12-31T23:59:00Z') }).quarter).toBe('2026-Q4')
    expect(rowOf({ endedAt: new Date('2026-06-30T23:30:00Z') }).quarter).toBe('2026-Q3')
  })

  test.each([
    ['nobody was asked for', null, null, 'nobodyAskedFor'],
    ['nobody came', 0, null, 'nobodyCame'],
    ['somebody came at once', 0, 4, 'under5'],
    ['somebody came after a while', 0, 5, '5to20'],
    ['somebody came late', 0, 59, '20to60'],
    ['somebody came very late', 0, 60, 'over60']
  ])('by how long they waited, in classes: %s', (_what, asked, came, expected) => {
    const at = (minutes: number | null) => (minutes === null ? null : minutesLater(minutes))
    expect(rowOf({ requestedAt: at(asked), acceptedAt: at(came) }).timeToPerson).toBe(expected)
  })

  test('with the need nobody meets, for the commissioner', () => {
    const answers = { audience: 'survivor', area: 'southampton', wants: 'safePlace', gender: 'man' }
    expect(rowOf({ answers }).unmetNeeds).toContain('dispersed')
  })

  test('with sanctuary only where it was matched', () => {
    const answers = { audience: 'survivor', area: 'fareham', wants: 'stayHomeSafely', livesWith: 'no' }
    expect(rowOf({ answers }).sanctuaryMatched).toBe(true)
    expect(rowOf({ answers: { ...answers, livesWith: 'yes' } }).sanctuaryMatched).toBe(false)
  })

  test('with what a worker decided', () => {
    const declined = { service: 'hants.refuge', accepted: false, reason: 'noSpace', by: 'Sam', at: '' } as const
    const band = { band: 'high', reason: 'my call', worker: 'Sam', at: '' } as const
    const worker = { ...NOTHING_RECORDED, bands: [band], decisions: [declined] }
    expect(rowOf({ worker })).toMatchObject({ workerBand: 'high', offered: 'declined', declinedBecause: 'noSpace' })
    const accepted = { ...declined, accepted: true, reason: null }
    const both = { ...worker, decisions: [declined, accepted] }
    expect(rowOf({ worker: both })).toMatchObject({ offered: 'accepted', declinedBecause: null })
  })

  test('without a place when somebody worries about their own behaviour', () => {
    expect(rowOf({ answers: { audience: 'harmer', area: 'hart' } })).toMatchObject({
      harmerRoute: true,
      area: 'notKept'
    })
  })

  test('as if it had been skipped, where the person keeps a line from the worker', () => {
    const answers = { audience: 'survivor', gender: 'woman', needs: ['lgbtq'] }
    const row = rowOf({ answers, withheld: new Set<QuestionId>(['gender', 'needs']) })
    expect(row).toMatchObject({ gender: 'skipped', needs: [] })
  })

  test('by groups of languages, never by one', () => {
    expect(languageGroup('pl')).toBe('easternEurope')
    expect(languageGroup('pa-PK')).toBe('southAsia')
    expect(languageGroup('tlh')).toBe('other')
  })
})

/** Words that are no option of any question. */
const marker = (question: string) => `zq-${question}`

const anyAnswer = (question: QuestionId): fc.Arbitrary<Answer> => {
  const { kind, options } = QUESTIONS[question] as { kind: string; options: readonly string[] }
  if (kind === 'text') return fc.constant(marker(question))
  const option = fc.constantFrom(...options, SKIP, marker(question))
  return kind === 'many' ? fc.oneof(option, fc.subarray([...options, marker(question)], { minLength: 1 })) : option
}

const anyAnswers = fc
  .subarray(QUESTION_IDS)
  .chain(questions => fc.record(Object.fromEntries(questions.map(question => [question, anyAnswer(question)]))))

/** Every word a row may hold: ids of the vocabulary and of the classes. Anything else came from a person. */
const VOCABULARY = new Set<string>([
  ...Object.values(QUESTIONS).flatMap(({ options }): readonly string[] => options),
  ...LANGUAGE_GROUPS,
  ...KINDS,
  ...['skipped', 'notAsked', 'notKept', 'web', 'sms', 'left', 'closed', 'expired', 'notRecorded', '2026-Q4'],
  ...['immediate', 'high', 'medium', 'standard', 'not_enough_known', 'not_banded'],
  ...['nobodyAskedFor', 'nobodyCame', 'under5', '5to20', '20to60', 'over60'],
  ...['dispersed', 'sanctuary', 'housingTeam', 'localServices']
])

test('whatever somebody says, a row holds no word of theirs, no id and no moment', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom('en', 'ar', 'x-zq-own'), (answers, locale) => {
      const row = rowOf({ answers, locale, requestedAt: minutesLater(3), acceptedAt: minutesLater(9) })
      for (const value of Object.values(row).flat()) {
        if (typeof value === 'string') expect(VOCABULARY).toContain(value)
        else expect(['boolean', 'number', 'object']).toContain(typeof value)
      }
      expect(row.policyVersion).toBeLessThan(100)
      expect(JSON.stringify(row)).not.toContain('zq')
    }),
    { numRuns: 500 }
  )
})
