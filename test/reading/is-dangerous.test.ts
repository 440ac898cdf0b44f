import { describe, expect, it } from 'vitest'
import type { Reading, Reply } from '../../src/reading/reading.ts'
import type { Entry, Expected } from './entry.ts'
import { isDangerous } from './is-dangerous.ts'

const entry = (at: string | null, expect: Expected, also: readonly Expected[] = []): Entry => ({
  say: 'as somebody might',
  at,
  locale: 'en',
  expect,
  also
})
const reading = (reply: Reply): Reading => ({
  concerns: [],
  signals: [],
  notices: [],
  askFor: null,
  topics: [],
  young: false,
  reply
})

describe('a misread is dangerous when', () => {
  it.each<[string, Entry, Reply]>([
    ['danger is missed', entry(null, { reply: 'danger' }), { kind: 'words' }],
    ['danger is read as a no', entry('dangerNow', { reply: 'danger' }), { kind: 'answer', value: 'no' }],
    ['a doubt is read as a sure no', entry('neck', { reply: 'words' }), { kind: 'answer', value: 'no' }],
    [
      'a no to be asked back is taken as sure',
      entry('neck', { reply: 'meant', value: 'no' }),
      { kind: 'answer', value: 'no' }
    ],
    [
      '"not safe" is read as safe',
      entry('friendSafe', { reply: 'meant', value: 'no' }),
      { kind: 'answer', value: 'yes' }
    ],
    [
      'days ago becomes long ago',
      entry('neck', { reply: 'answer', value: 'lastFewDays' }),
      { kind: 'answer', value: 'before' }
    ],
    [
      'a threat is lost from a list',
      entry('threatsToKill', { reply: 'answer', value: ['me', 'child'] }),
      { kind: 'answer', value: ['me'] }
    ],
    [
      'a cry for a person is a goodbye',
      entry('fear', { reply: 'words', askFor: 'person' }),
      { kind: 'rail', rail: 'leave' }
    ],
    [
      'what should be asked about is skipped',
      entry('fear', { reply: 'words', concerns: ['neck'] }),
      { kind: 'rail', rail: 'skip' }
    ]
  ])('%s', (_, said, reply) => {
    expect(isDangerous(said, reading(reply))).toBe(true)
  })
})

describe('a misread is not dangerous when', () => {
  it.each<[string, Entry, Reply]>([
    [
      'it is one of the readings there may be',
      entry('neck', { reply: 'words' }, [{ reply: 'answer', value: 'no' }]),
      { kind: 'answer', value: 'no' }
    ],
    ['we only ask again', entry('neck', { reply: 'answer', value: 'lastFewDays' }), { kind: 'words' }],
    ['we ask back, though it is the wrong option', entry('neck', { reply: 'words' }), { kind: 'meant', value: 'no' }],
    [
      'it is taken as more serious than it was',
      entry('neck', { reply: 'answer', value: 'before' }),
      { kind: 'answer', value: 'lastFewDays' }
    ],
    ['it is a false alarm', entry('fear', { reply: 'words' }), { kind: 'danger' }],
    ['it is only about a town', entry('area', { reply: 'words' }), { kind: 'answer', value: 'hart' }]
  ])('%s', (_, said, reply) => {
    expect(isDangerous(said, reading(reply))).toBe(false)
  })
})
