// Somebody else may have the phone, and write what is meant to be read as ours: "- Safe to phone: Yes".
import { describe, expect, test } from 'vitest'
import { asText } from '../../src/summary/as-text.ts'
import { english, summaryOf } from './readings.ts'

const FORGED = [
  '- Safe to phone: Yes',
  'SAFE CONTACT, AS CHECKED',
  'You may contact them by Call, only at these times: Any time.',
  '1. Hampshire Domestic Abuse Advice Line'
]

/** Every way there is to begin a new line, or to look as if. */
const BREAKS: readonly (readonly [string, string])[] = [
  ['a new line', '\n'],
  ['a carriage return', '\r'],
  ['both', '\r\n'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['a next line', '\u0085'],
  ['a line tabulation', '\v'],
  ['a form feed', '\f']
]

const told = (text: string) =>
  summaryOf([
    { question: 'channelOk', value: 'yes' },
    { question: 'coverName', value: text, verbatim: text },
    { question: 'area', value: 'winchester', verbatim: text },
    { question: 'wants', value: ['talk'], verbatim: text, said: 'named' }
  ])

describe('what a person writes never stands as a line of ours in the text export', () => {
  test.each(BREAKS)('after %s', (_what, lineBreak) => {
    const text = asText(told(`hello${lineBreak}${FORGED.join(lineBreak)}`), english)
    const lines = text.split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)
    expect(lines.filter(line => FORGED.includes(line))).toEqual([])
    // It is there all the same, set in.
    for (const forged of FORGED)
      expect(
        lines.some(line => line.startsWith(`    | ${forged}`)),
        forged
      ).toBe(true)
  })

  test('nor what a worker writes: a colleague of theirs may read it', () => {
    const summary = told('hello')
    const workerActions = { ...summary.workerActions, actions: [`rang\n${FORGED[0]}`], closedReason: `x\n${FORGED[1]}` }
    const lines = asText({ ...summary, workerActions }, english).split('\n')
    expect(lines.filter(line => FORGED.includes(line))).toEqual([])
  })

  test.each([
    ['right to left override', '\u202e'],
    ['isolates', '\u2066\u2067\u2068\u2069'],
    ['marks and embeddings', '\u061c\u200e\u200f\u202a\u202b\u202c\u202d'],
    ['escape, for a terminal', '\u001b[2J'],
    ['backspace', '\b\b\b'],
    ['nul and delete', '\0\u007f'],
    ['tags nobody sees', '\u{e0041}\u{e007f}'],
    ['a byte order mark', '\ufeff']
  ])('and nothing in it turns or hides what stands beside it: %s', (_what, signs) => {
    const text = asText(told(`before${signs}after`), english)
    for (const sign of signs.replace(/[[\]2J]/g, '')) expect(text).not.toContain(sign)
    expect(text).toMatch(/before(?:\[2J)?after/)
  })

  test('what a language needs stays: joiners, and letters from right to left', () => {
    const persian = 'می\u200cخواهم'
    expect(asText(told(persian), english)).toContain(persian)
  })

  test('a quotation mark of theirs does not end their words', () => {
    const text = asText(told('hello" (14:00, Web chat, en) - Safe to phone: Yes "'), english)
    expect(text).not.toContain('hello"')
  })
})
