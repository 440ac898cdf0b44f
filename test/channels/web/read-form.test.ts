import { describe, expect, test } from 'vitest'
import { cleanText, readForm } from '../../../src/channels/web/read-form.ts'
import { TEXT_MAX } from '../../../src/limits.ts'

const read = (...fields: [string, string][]) => readForm(new URLSearchParams(fields))

describe('what a person did', () => {
  test('a choice is an answer', () => {
    expect(read(['question', 'fear'], ['answer', 'very'])).toEqual({
      event: { type: 'answer', question: 'fear', value: 'very' }
    })
  })

  test('several choices of a pick-any question are one answer', () => {
    expect(read(['question', 'threatsToKill'], ['answer', 'me'], ['answer', 'child'])).toEqual({
      event: { type: 'answer', question: 'threatsToKill', value: ['me', 'child'] }
    })
  })

  test('Enter in the words sends the words, never the choice beside them', () => {
    expect(read(['question', 'fear'], ['by', 'text'], ['answer', 'not'], ['text', 'all the time'])).toEqual({
      event: { type: 'typed', text: 'all the time', question: 'fear' }
    })
    expect(read(['question', 'fear'], ['by', 'text'], ['answer', 'not'], ['text', ''])).toEqual({
      complaint: 'nothingWritten'
    })
  })

  test('a choice with words beside it is an answer with words', () => {
    expect(read(['question', 'fear'], ['answer', 'very'], ['text', 'since May'])).toEqual({
      event: { type: 'answer', question: 'fear', value: 'very', words: 'since May' }
    })
  })

  test('words without a choice are words', () => {
    expect(read(['question', 'fear'], ['text', 'since May'])).toEqual({
      event: { type: 'typed', text: 'since May', question: 'fear' }
    })
  })

  test('Skip wins over a choice made before it', () => {
    expect(read(['question', 'fear'], ['answer', 'very'], ['answer', 'skip'])).toEqual({
      event: { type: 'skip', question: 'fear' }
    })
  })

  test('the answer to a text question is its text', () => {
    expect(read(['question', 'coverName'], ['text', ' Jo '])).toEqual({
      event: { type: 'answer', question: 'coverName', value: 'Jo' }
    })
  })

  test.each(['goOn', 'back', 'person', 'emergency'])('the rail %s', type => {
    expect(read(['do', type])).toEqual({ event: { type } })
  })

  test('an answer is changed, kept back and given back', () => {
    expect(read(['change', 'fear'])).toEqual({ event: { type: 'change', question: 'fear' } })
    expect(read(['withhold', 'fear'])).toEqual({ event: { type: 'withhold', question: 'fear', withheld: true } })
    expect(read(['giveBack', 'fear'])).toEqual({ event: { type: 'withhold', question: 'fear', withheld: false } })
    expect(read(['mayKnow', 'yes'])).toEqual({ event: { type: 'mayKnow', mayKnow: true } })
    expect(read(['mayKnow', 'perhaps'])).toEqual({ event: { type: 'mayKnow', mayKnow: false } })
  })
})

describe('what cannot be sent on', () => {
  test('nothing chosen and nothing written', () => {
    expect(read(['question', 'fear'])).toEqual({ complaint: 'nothingChosen' })
    expect(read(['text', '  '])).toEqual({ complaint: 'nothingWritten' })
  })

  test('a text that is too long; one that just fits is taken, in any script', () => {
    expect(read(['text', 'x'.repeat(TEXT_MAX + 1)])).toEqual({ complaint: 'tooLong' })
    expect(read(['text', '𐍈'.repeat(TEXT_MAX)])).toHaveProperty('event')
  })

  test.each([
    ['do', 'leaveNow'],
    ['question', 'nosuch'],
    ['change', 'nosuch'],
    ['withhold', '__proto__']
  ])('a form we never made: %s=%s', (name, value) => {
    expect(read([name, value])).toEqual({ complaint: 'notUnderstood' })
  })

  test('two choices where one can be picked', () => {
    expect(read(['question', 'fear'], ['answer', 'not'], ['answer', 'very'])).toEqual({ complaint: 'notUnderstood' })
  })
})

test('words are kept as they are, without control characters', () => {
  expect(cleanText(' a\u0000b\r\nc\u0007 \u202eד e\u0301 ')).toBe('ab\nc \u202eד é')
})
