import { describe, expect, it } from 'vitest'
import { isAfterSilence, isOpening, isPictureOnly, isTooEarly } from '../../src/conversation/by-text.ts'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import { aText } from './texting.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const NOON = new Date('2026-07-01T11:00:00Z')
const later = (ms: number): Date => new Date(NOON.getTime() + ms)

describe('by text', () => {
  const typed = (more: object = {}): PersonEvent => ({ type: 'typed', text: '1', at: NOON, ...more })

  it('only the first text of all opens a conversation', () => {
    const seqs = [0, 1, 9].map(lastSeq => isOpening(aText({}, { lastSeq })))
    expect([...seqs, isOpening(aText({}, { lastSeq: 0, channel: 'web' }))]).toEqual([true, false, false, false])
  })

  it.each<[string, PersonEvent, Date | null | undefined, boolean]>([
    ['before the question had left at all', typed(), null, true],
    ['before it left', typed(), later(1), true],
    ['as it left', typed(), NOON, false],
    ['after it left', typed(), later(-1), false],
    ['when nothing was ever asked', typed(), undefined, false],
    ['at no known time', typed({ at: undefined }), null, false],
    ['as a button, which shows what it is for', { type: 'answer', question: 'channelOk', value: 'yes' }, null, false]
  ])('an answer written %s', (_, event, spokenAt, tooEarly) => {
    const known = { ...aText({}), ...(spokenAt === undefined ? {} : { spokenAt }) }
    expect(isTooEarly(event, known)).toBe(tooEarly)
    expect(isTooEarly(event, { ...known, channel: 'web' })).toBe(false)
  })

  it.each([
    ['an hour and a moment later', 60 * MINUTE + 1, {}, true],
    ['an hour later', 60 * MINUTE, {}, false],
    ['long after, but it was never said that writing is all right', 9 * DAY, { state: 'returned' }, false],
    ['long after on the web', 9 * DAY, { channel: 'web' } as const, false],
    ['long after a conversation in which nothing was said', 9 * DAY, { lastSeq: 0 }, false]
  ])('whoever writes %s may be somebody else', (_, ms, known, silence) => {
    expect(isAfterSilence(aText({ channelOk: 'yes' }, { heardAt: NOON, ...known }), later(ms))).toBe(silence)
  })

  it('a picture without a word is told from one with', () => {
    const events = [typed({ text: ' \n', picture: true }), typed({ picture: true }), typed({ text: '' })]
    expect(events.map(isPictureOnly)).toEqual([true, false, false])
  })
})
