import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answer, SKIP } from '../../src/questions/answer.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '../../src/questions/catalogue.ts'
import { asText } from '../../src/summary/as-text.ts'
import { summarise } from '../../src/summary/build.ts'
import type { Line } from '../../src/summary/line.ts'
import { type Summary, summarySchema } from '../../src/summary/schema.ts'
import { sectionOf } from '../../src/summary/sections.ts'
import { contextFor, english, readingOf, type Told } from './readings.ts'

/** Words that stand nowhere else: where they turn up, a person's words turned up. */
const marker = (question: QuestionId, n: number) => `zq-${question}-${n}`

const someAnswer = (question: QuestionId): fc.Arbitrary<Answer> => {
  const { kind, options } = QUESTIONS[question] as { kind: string; options: readonly string[] }
  if (kind === 'text') return fc.constantFrom(marker(question, 0), SKIP)
  const option = fc.constantFrom(...options, SKIP)
  if (kind !== 'many') return option
  return fc.oneof(fc.constant(SKIP), fc.subarray([...options], { minLength: 1 }))
}

interface Piece {
  readonly story: readonly Told[]
  readonly withheld: boolean
}

/** What somebody does at one question: answers, skips, writes, changes their mind, or walks another path. */
const pieceOf = (question: QuestionId): fc.Arbitrary<Piece> =>
  fc.record({
    withheld: fc.boolean(),
    story: fc.oneof(
      someAnswer(question).map((value): Told[] => [{ question, value }]),
      someAnswer(question).map((value): Told[] => [{ question, value, inForce: false }]),
      fc
        .tuple(someAnswer(question), fc.constantFrom<'named' | 'unnamed'>('named', 'unnamed'))
        .map(([value, said]): Told[] => [
          { question, value: null, verbatim: marker(question, 1), said },
          { question, value, verbatim: QUESTIONS[question].kind === 'text' ? String(value) : marker(question, 2), said }
        ]),
      fc
        .constantFrom<'named' | 'unnamed'>('named', 'unnamed')
        .map((said): Told[] => [{ question, value: null, verbatim: marker(question, 3), said }])
    )
  })

const pieces = fc
  .subarray(QUESTION_IDS, { maxLength: 30 })
  .chain(questions => fc.tuple(...questions.map(pieceOf)) as fc.Arbitrary<Piece[]>)

const cases = fc.record({
  pieces,
  channel: fc.constantFrom<'web' | 'sms'>('web', 'sms'),
  status: fc.constantFrom<'open' | 'left' | 'closed'>('open', 'left', 'closed')
})

interface Case {
  readonly summary: Summary
  readonly text: string
  readonly story: readonly Told[]
  readonly withheld: readonly QuestionId[]
  readonly left: boolean
}

/** Runs a check over many random conversations. */
function always(check: (made: Case) => void): void {
  fc.assert(
    fc.property(cases, ({ pieces, channel, status }) => {
      const story = pieces.flatMap(piece => piece.story)
      const withheld = pieces
        .flatMap(piece => (piece.withheld ? piece.story.slice(0, 1) : []))
        .map(told => told.question)
      const { reading, facts } = readingOf(story, { channel, withheld, conversation: { status } })
      const summary = summarise(reading, contextFor(facts))
      check({ summary, text: asText(summary, english), story, withheld, left: status === 'left' })
    }),
    { numRuns: 150 }
  )
}

const SECTIONS = [
  'safeContact',
  'contact',
  'person',
  'situation',
  'risk',
  'childrenAndOthers',
  'needs',
  'verbatim',
  'consent',
  'referrer'
] as const
const linesOf = (summary: Summary): Line[] => SECTIONS.flatMap(name => summary[name]?.lines ?? [])

test('every summary keeps to its own schema', () => {
  always(({ summary }) => {
    expect(summarySchema.parse(summary)).toEqual(summary)
  })
})

test('every question has one place in the summary', () => {
  for (const question of QUESTION_IDS) expect(SECTIONS).toContain(sectionOf(question))
  always(({ summary }) => {
    const questions = linesOf(summary).map(line => line.question)
    expect(new Set(questions).size).toBe(questions.length)
  })
})

test('everything somebody said has its question, time, wording and language beside it', () => {
  always(({ summary, story, withheld }) => {
    const byQuestion = new Map(linesOf(summary).map(line => [line.question, line]))
    for (const { question } of story) {
      if (withheld.includes(question)) continue
      const line = byQuestion.get(question)
      const sayings = line && 'at' in line ? [line, ...line.earlier] : (line?.earlier ?? [])
      expect(sayings).toHaveLength(story.filter(told => told.question === question).length)
      for (const saying of sayings) {
        expect(saying.wordingVersion).toMatch(/^[0-9a-f]{8}$/)
        expect(saying).toMatchObject({ locale: 'en', source: 'self', at: expect.stringMatching(/Z$/) })
        if (saying.value === null && !QUESTIONS[question].masked) expect(saying.confirmed).toBe(false)
      }
    }
  })
})

test('not asked, skipped, unsure and own words are never made the same', () => {
  always(({ summary, story }) => {
    for (const line of linesOf(summary)) {
      const told = story.filter(({ question }) => question === line.question)
      const current = told.findLast(({ value, inForce }) => value !== null && inForce !== false)
      if (current) {
        const state = current.value === SKIP ? 'skipped' : current.value === 'unsure' ? 'unsure' : 'answered'
        expect(line.state).toBe(state)
      } else expect(line.state).toBe(told.some(({ value }) => value === null) ? 'ownWords' : 'notAsked')
    }
  })
})

test('what is kept from the worker is nowhere: no line, no value, no words', () => {
  always(({ summary, text, withheld }) => {
    const everything = JSON.stringify(summary)
    const present = new Set(linesOf(summary).map(line => line.question))
    for (const question of withheld) {
      expect(present.has(question)).toBe(false)
      expect(everything).not.toContain(`zq-${question}-`)
      expect(text).not.toContain(`zq-${question}-`)
      for (const reason of summary.risk.reasons) expect(reason.because).not.toContain(question)
    }
  })
})

test('a number or a safe word is nowhere, kept back or not', () => {
  always(({ summary, text }) => {
    const everything = JSON.stringify(summary) + text
    for (const question of ['contactDetail', 'safeWord', 'decoyWord'] as const) {
      expect(everything).not.toContain(`zq-${question}-`)
    }
  })
})

test('the ten-second box has at most eight lines and none of the free text that names hide in', () => {
  always(({ summary }) => {
    expect(summary.tenSeconds.length).toBeLessThanOrEqual(8)
    expect(summary.tenSeconds.map(({ text }) => text).join()).not.toMatch(/zq|\n/)
  })
})

test('the first thing in the text is whether they may be contacted, and it is no unless they made it yes', () => {
  always(({ summary, text, left }) => {
    const { mayContact, permission, sentence } = summary.safeContact
    expect(text.split('\n')[0]).toBe(sentence)
    expect(sentence).toMatch(mayContact ? /^You may contact them/ : /Do not contact\./)
    if (left) expect(sentence).toMatch(/^Left by quick exit at \d\d:\d\d\. Do not contact\.$/)
    if (!mayContact) return
    expect(left).toBe(false)
    expect(permission.times.length).toBeGreaterThan(0)
    const state = (question: QuestionId) => linesOf(summary).find(line => line.question === question)?.state
    expect([state('contactMethod'), state('contactDetail'), state('contactTimes')]).toEqual(Array(3).fill('answered'))
  })
})
