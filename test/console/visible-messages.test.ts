import { describe, expect, test } from 'vitest'
import { visibleMessages } from '../../src/console/visible-messages.ts'
import type { Message } from '../../src/conversation/conversation.ts'
import type { Reading } from '../../src/conversation/ports.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'

const at = new Date('2026-05-04T12:00:00Z')
const says = (text: string, question?: QuestionId): Partial<Message> => ({
  from: 'person',
  kind: 'said',
  text,
  ...(question ? { question } : {})
})
const joined: Partial<Message> = { from: 'assistant', kind: 'status', key: 'workerJoined', text: 'Sam has joined you.' }

const reading = (messages: Partial<Message>[], more: Partial<Reading> = {}): Reading =>
  ({
    messages: messages.map((message, index) => ({ seq: index + 1, at, locale: 'en', ...message })),
    answers: [],
    withheld: [],
    workerBands: [],
    records: [],
    notes: [],
    ...more
  }) as unknown as Reading

const record = (question: QuestionId, value: string | null, verbatim: string | null = null) => ({
  question,
  value,
  verbatim,
  wordingVersion: '0',
  locale: 'en',
  source: 'self' as const,
  channel: 'web' as const,
  at: at.toISOString(),
  confirmed: true
})
const texts = (given: Reading) => visibleMessages(given).map(message => message.text)

describe('what a worker sees of the chat', () => {
  test('a number that was given stays hidden, also where it was repeated before', () => {
    const given = reading([says('07700 900123', 'contactDetail'), says('it is 07700900123, please be careful')], {
      answers: [record('contactDetail', '07700 900123')]
    })
    expect(texts(given).join(' ')).not.toMatch(/900\s?123/)
    expect(texts(given)[1]).toContain('please be careful')
  })

  test('what is said to a worker in the chat itself is shown as it was said', () => {
    const given = reading([joined, says('call me on 07700 900123')], {
      answers: [record('contactDetail', '07700 900123')]
    })
    expect(texts(given)).toContain('call me on 07700 900123')
  })

  test('a withheld line is gone with its question, and comes back when it is given back', () => {
    const messages = [
      { from: 'assistant', kind: 'ask', text: 'How scared are you of them?', question: 'fear' },
      says('I hide my keys', 'fear'),
      says('I hide my keys'),
      says('something else')
    ] as Partial<Message>[]
    const answers = [record('fear', null, 'I hide my keys')]
    const decisions = (...kept: boolean[]) =>
      kept.map(withheld => ({ question: 'fear' as const, withheld, at: at.toISOString() }))
    expect(texts(reading(messages, { answers, withheld: decisions(true) }))).toEqual(['something else'])
    expect(texts(reading(messages, { answers, withheld: decisions(true, false) }))).toHaveLength(4)
  })
})
