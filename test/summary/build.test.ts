import { expect, test } from 'vitest'
import type { Message } from '../../src/conversation/conversation.ts'
import type { AnswerRecord } from '../../src/questions/answer.ts'
import { asText } from '../../src/summary/as-text.ts'
import { summarise } from '../../src/summary/build.ts'
import type { Line } from '../../src/summary/line.ts'
import { answer, contextFor, english, held, minutesLater, readingOf, summaryOf } from './readings.ts'
import { RENDERINGS } from './renderings.ts'

const find = (lines: readonly Line[], question: string) => lines.find(line => line.question === question)
const box = (summary: ReturnType<typeof summaryOf>, item: string) =>
  summary.tenSeconds.find(line => line.item === item)?.text

const opening = [
  answer('channelOk', 'yes'),
  answer('dangerNow', 'no'),
  answer('audience', 'survivor'),
  answer('personNear', 'no'),
  answer('deviceWatched', 'no'),
  answer('ageBand', '18plus'),
  answer('privacyLimits', 'ok'),
  answer('wantsNow', 'questions')
]

test('a worker reads what was said over the whole road, with the words untidied', async () => {
  const { reading, facts } = await held('web', [
    ...opening,
    answer('wants', 'safePlace', 'get me away from Dave'),
    answer('area', 'fareham')
  ])
  const summary = summarise(reading, contextFor(facts))
  expect(find(summary.needs.lines, 'wants')).toMatchObject({
    state: 'answered',
    value: 'safePlace',
    label: 'Safe place to go',
    verbatim: 'get me away from Dave',
    at: minutesLater(9).toISOString(),
    confirmed: true
  })
  expect(summary.verbatim.said).toEqual([
    {
      at: minutesLater(9).toISOString(),
      question: 'wants',
      asked: 'What would help most right now?',
      locale: 'en',
      text: 'get me away from Dave'
    }
  ])
  // The question that is on the screen was put to them; the ones behind it were not.
  expect(find(summary.needs.lines, 'safeTonight')?.state).toBe('unanswered')
  expect(find(summary.risk.lines, 'fear')?.state).toBe('notAsked')
  expect(box(summary, 'wanted')).toBe('Wants: Safe place to go')
})

test('a correction stands beside what was said before', async () => {
  const { reading, facts } = await held('web', [
    ...opening,
    answer('wants', 'money'),
    { type: 'change', question: 'wants' },
    answer('wants', 'talk')
  ])
  const summary = summarise(reading, contextFor(facts))
  const line = find(summary.needs.lines, 'wants')
  expect(line).toMatchObject({ value: 'talk', earlier: [{ value: 'money', at: minutesLater(9).toISOString() }] })
  expect(asText(summary, english)).toMatch(/Talk \(.*\) Before: Money \(/)
  expect(await RENDERINGS['screen.txt']?.(summary)).toMatch(/>Before: Money · said by themselves/)
})

test('an answer whose question is no longer on the path is kept as something said before', () => {
  const summary = summaryOf([
    { question: 'neck', value: 'no' },
    { question: 'neckSymptoms', value: 'yes', inForce: false }
  ])
  expect(find(summary.risk.lines, 'neckSymptoms')).toMatchObject({ state: 'notAsked', earlier: [{ value: 'yes' }] })
  expect(asText(summary, english)).toMatch(/passed out\? no answer now Before: Yes \(/)
})

test('words by SMS that wait for a meaning are tied to the question they were written to', async () => {
  const { reading, facts } = await held('sms', [
    opening[0] ?? answer('channelOk', 'yes'),
    { type: 'typed', text: 'it is hard to say today' }
  ])
  const summary = summarise(reading, contextFor(facts))
  expect(find(summary.risk.lines, 'dangerNow')).toMatchObject({
    state: 'ownWords',
    value: null,
    verbatim: 'it is hard to say today',
    confirmed: false
  })
  expect(summary.verbatim.said).toMatchObject([{ question: 'dangerNow', text: 'it is hard to say today' }])
  expect(box(summary, 'danger')).toBe('Danger now: own words, not confirmed')
})

test('words by SMS leave with the line they belong to', async () => {
  const events = [
    answer('channelOk', 'yes'),
    { type: 'typed', text: 'it is hard to say today' },
    { type: 'withhold', question: 'dangerNow', withheld: true }
  ] as const
  const { reading, facts } = await held('sms', events)
  const summary = summarise(reading, contextFor(facts))
  expect(JSON.stringify(summary)).not.toContain('he is here')
  expect(box(summary, 'danger')).toBeUndefined()
})

test('a number is hidden wherever it is repeated', () => {
  const summary = summaryOf([
    { question: 'contactDetail', value: 'text 07700 900123 after six' },
    { question: 'fear', value: 'very', verbatim: 'ring 0044 7700 900-123 on Sunday', said: 'named' }
  ])
  expect(summary.verbatim.said[0]?.text).toBe('ring •••• on Sunday')
  expect(JSON.stringify(summary)).not.toMatch(/900.?123/)
})

test('words typed to a question about a number, after it was passed, are not shown either', () => {
  const late: Message = {
    seq: 9,
    from: 'person',
    kind: 'said',
    text: 'use 07700 900456',
    locale: 'en',
    at: minutesLater(9),
    question: 'contactDetail'
  }
  const summary = summaryOf([], { messages: [late] })
  expect(summary.verbatim.said).toEqual([])
  expect(JSON.stringify(summary)).not.toContain('900456')
})

test('every reason is explained, with their own answer beside it', () => {
  const text = asText(summaryOf([{ question: 'neck', value: 'before' }]), english)
  const explained = english.triage('flag-H-neck')
  expect(text).toContain(`- H-neck: ${explained} (Have they ever grabbed your neck`)
  expect(text).toContain('stopped you breathing? Yes, before)')
})

test('a flag names every answer it stands on', () => {
  const summary = summaryOf([
    { question: 'separation', value: 'thinking' },
    { question: 'control', value: 'yes' },
    { question: 'physical', value: 'before' }
  ])
  const cluster = summary.risk.reasons.find(reason => reason.flag === 'H-cluster')
  expect(cluster?.because).toEqual(['separation', 'control', 'physical'])
})

test('a worker reads at once that the band is an aid, and what it rests on', () => {
  const text = asText(summaryOf([{ question: 'fear', value: 'not' }]), english)
  expect(text).toContain('Triage aid. Not an assessment. Your judgement decides. Based on what was said at 14:00.')
  expect(text).toMatch(/^Not enough known yet: treat as at least medium\. .* Answered 1 of 11\./m)
})

test('the ten seconds say where they are, in which language, what they need to talk, and how long they wait', () => {
  const summary = summaryOf(
    [
      { question: 'personNear', value: 'soon' },
      { question: 'livesWith', value: 'skip' },
      { question: 'children', value: 'yes' },
      { question: 'accessNeeds', value: ['interpreter', 'bsl'] },
      { question: 'privacyLimits', value: 'ok' }
    ],
    { conversation: { locale: 'pl' } },
    { requestedAt: minutesLater(113) }
  )
  expect(box(summary, 'where')).toBe('The person causing harm is near: May come back soon. Lives with them: skipped')
  expect(box(summary, 'children')).toBe('Children: Yes')
  expect(box(summary, 'reach')).toBe('Web chat, Polish. Access: Interpreter, BSL. Waiting 7 min.')
  expect(box(summary, 'consent')).toBe('Consent: limits of privacy shown at 14:04')
})

test("a professional's summary has its own section and their words; a survivor's has none", () => {
  const professional = summaryOf([
    { question: 'audience', value: 'professional' },
    { question: 'referralConsent', value: 'notAsked' },
    { question: 'referrerRole', value: 'health' },
    { question: 'referrerWants', value: 'housing' }
  ])
  expect(find(professional.referrer?.lines ?? [], 'referrerRole')).toMatchObject({ value: 'health' })
  expect(find(professional.referrer?.lines ?? [], 'safetyPlan')?.state).toBe('notAsked')
  expect(box(professional, 'wanted')).toBe('Wants: Housing advice')
  expect(box(professional, 'consent')).toBe('Consent: Not asked')
  expect(summaryOf([{ question: 'audience', value: 'survivor' }]).referrer).toBeNull()
})

test('what is reported by somebody else says so on its line', () => {
  const { reading, facts } = readingOf([
    { question: 'audience', value: 'friend' },
    { question: 'signsSeen', value: ['hurt', 'weapon'] }
  ])
  const answers = reading.answers.map((record): AnswerRecord => ({ ...record, source: 'other' }))
  const text = asText(summarise({ ...reading, answers }, contextFor(facts)), english)
  expect(text).toMatch(/told about any of these\? .* \(reported by other, 14:01, Web chat, en, [0-9a-f]{8}\)/)
})

test('a worker is warned of what may be somebody else before anything but the banner', () => {
  const { reading, facts } = readingOf([])
  const summary = summarise(reading, contextFor({ ...facts, signals: ['someoneElse'] }))
  const lines = asText(summary, english).split('\n')
  expect(lines[0]).toBe('Do not contact. Somebody else may be using this phone or chat.')
  expect(lines[2]).toBe('Somebody else may be writing. The survivor may be at risk.')
})

test('the worker who took the conversation is named, and nobody is before', () => {
  expect(summaryOf([]).workerActions.acceptedBy).toBeNull()
  const taken = { conversation: { owner: { kind: 'worker', id: 'w1', name: 'Asha' } } } as const
  expect(asText(summaryOf([], taken), english)).toContain('Accepted by Asha.')
})
