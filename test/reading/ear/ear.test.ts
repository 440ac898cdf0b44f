// What the second ear raises, what it lets be, and that it can do nothing but add its one question.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EAR_WINDOW_WORDS, READ_MAX, TEXT_MAX } from '../../../src/limits.ts'
import { QUESTION_IDS } from '../../../src/questions/catalogue.ts'
import { raises, score, WEIGHTS, wonders } from '../../../src/reading/ear/ear.ts'
import { stretchesOf } from '../../../src/reading/ear/features.ts'
import { weighable } from '../../../src/reading/ear/weigh.ts'
import type { Reading } from '../../../src/reading/reading.ts'
import { readAt } from '../read-english.ts'
import { explain } from './explain.ts'

const silent: Reading = {
  reply: { kind: 'words' },
  concerns: [],
  signals: [],
  notices: [],
  askFor: null,
  topics: [],
  young: false
}
const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.constantFrom('he', 'knife', 'help', 'me', 'die', 'want', 'tea', 'no', '😭'), { maxLength: 12 })
    .map(w => w.join(' '))
)

describe('a cry is heard:', () => {
  it.each([
    ...['please', 'help him', 'no no no', 'hurry', 'HURRY UP PLEASE', 'get off', 'nooo please', 'mummy', 'scared'],
    ...['😭😭', '😭 😭 😭 😭', '🆘', '🔪', '🩸', '🚪👊', '🆘🆘', '🔪🔪', 'pls 🆘', '💊💊']
  ])('%s', cry => {
    expect(raises(cry)).toBe(true)
  })
})

describe('what nobody foresaw in these words is heard:', () => {
  it.each([
    'hes holdin a blayd up to my dad',
    'whats even the point in me being here',
    'i just want to go to sleep and never get up',
    'im under the bed with my little brother',
    'she has pulled me about by my hair and shes not done',
    'ive swalowed all the pils',
    'they have took me to a house and i cant leave'
  ])('%s', text => {
    expect(raises(text)).toBe(true)
  })
})

describe('quiet words are left alone:', () => {
  it.each([
    ...[
      '',
      '   ',
      '...',
      '?!',
      '\u200b',
      'a bit',
      'my sister in law is a nurse',
      'near totton',
      'spouse visa',
      'we split up'
    ],
    ...[
      '12',
      '2 thanks',
      'lol',
      'qwertyu',
      'thanks so much for your help',
      'he works at the docks',
      'hi, how are you?'
    ],
    ...['👍', '😂', 'my battery is nearly dead', 'i would kill for a bacon roll', 'how long does it take', '🎂🎉']
  ])('%j', text => {
    expect(raises(text)).toBe(false)
  })
})

describe('the second ear', () => {
  it('adds a yes or no and touches nothing that was read', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(null, ...QUESTION_IDS), (text, at) => {
        const reading = freeze(readAt(text, at))
        const before = JSON.stringify(reading)
        expect([true, false]).toContain(wonders(text, reading))
        expect(JSON.stringify(reading)).toBe(before)
        expect(readAt(text, at)).toEqual(reading)
      })
    )
  })

  it('is never asked where the rules heard anything', () => {
    const cry = 'hes hurting me help'
    expect(wonders(cry, silent)).toBe(true)
    // A child who cries out has a question of their own.
    expect(wonders(cry, { ...silent, young: true })).toBe(true)
    const heard: readonly Partial<Reading>[] = [
      { reply: { kind: 'danger' } },
      { reply: { kind: 'rail', rail: 'leave' } },
      { reply: { kind: 'answer', value: 'yes' as never } },
      { reply: { kind: 'meant', value: 'no' as never } },
      { reply: { kind: 'near' } },
      { reply: { kind: 'nothing' } },
      { reply: { kind: 'leaving', why: 'danger' } },
      { concerns: ['neck'] },
      { signals: ['heldNow'] },
      { notices: ['someoneElse'] },
      { askFor: 'person' }
    ]
    for (const part of heard) expect(wonders(cry, { ...silent, ...part }), JSON.stringify(part)).toBe(false)
  })

  it('hears one line in a long story', () => {
    const story = 'we went to the shop and bought some bread and milk and then we walked home past the school. '
    const long = `${story.repeat(9)} hes in the hall with a knife and he says he will kill us. ${story.repeat(9)}`
    expect(raises(story.repeat(18))).toBe(false)
    expect(raises(long)).toBe(true)
  })

  it('looks at every word of a message, however long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), count => {
        const words = Array.from({ length: count }, (_, at) => `w${at}`)
        const stretches = stretchesOf(words.join(' '))
        expect([...new Set(stretches.flat())]).toEqual(words)
        expect(Math.max(...stretches.map(({ length }) => length))).toBeLessThanOrEqual(EAR_WINDOW_WORDS)
      })
    )
  })
})

describe('a text made to keep it busy', () => {
  const HOSTILE: readonly [string, (length: number) => string][] = [
    ['one giant word', length => 'a'.repeat(length)],
    ['words of one letter', length => 'a b '.repeat(length).slice(0, length)],
    [
      'words that all differ',
      length =>
        Array.from({ length }, (_, at) => at.toString(36))
          .join(' ')
          .slice(0, length)
    ],
    ['marks upon marks', length => `e${'\u0301'.repeat(length)}`],
    ['halves of signs', length => '\ud83d'.repeat(length)],
    ['signs that unfold', length => '\ufdfa'.repeat(length)],
    ['pictures', length => '😭'.repeat(length / 2)]
  ]
  /** How often a weight is looked up. */
  const looksAt = (text: string): number =>
    stretchesOf(text).reduce((sum, words) => sum + weighable(words).places.length, 0)
  /** In ms, undisturbed: the shortest of many, for everything else runs on the same machine. */
  const shortest = (text: string): number => {
    let least = Number.POSITIVE_INFINITY
    for (let turn = 0; turn < 30; turn += 1) {
      const start = performance.now()
      score(text)
      least = Math.min(least, performance.now() - start)
    }
    return least
  }

  it.each(HOSTILE)('costs some milliseconds: %s', (_, make) => {
    expect(shortest(make(TEXT_MAX))).toBeLessThan(25)
  })

  it.each(HOSTILE)('costs at most twice as much when it is twice as long: %s', (_, make) => {
    expect(looksAt(make(READ_MAX / 2))).toBeLessThanOrEqual(2.1 * looksAt(make(READ_MAX / 4)) + 500)
  })

  it.each(HOSTILE)('is no more work at a hundred thousand signs than at the most that is read: %s', (_, make) => {
    expect(looksAt(make(100_000))).toBeLessThanOrEqual(1.1 * looksAt(make(READ_MAX)) + 500)
  })
})

describe('why a message is worrying can be said', () => {
  it('by what stands in it: the parts and the base make up the score', () => {
    for (const text of ['hes got a knife', 'thanks x', '😭']) {
      const sum = explain(text).reduce((total, { adds }) => total + adds, WEIGHTS.base)
      expect(sum).toBeCloseTo(score(text), 6)
    }
  })

  it.each([
    ['he has a knife here', 'word knife'],
    ['i want to die', 'word die'],
    ['he is hurting my mum', 'word hurting'],
    ['please help us', 'word help']
  ])('in "%s" what counts is %s', (text, name) => {
    const parts = explain(text)
    expect(parts.find(part => part.name === name)?.adds).toBeGreaterThan(0)
    expect(parts.slice(0, Math.ceil(parts.length / 2)).map(part => part.name)).toContain(name)
  })

  it.each([
    ['thanks for your help', 'word thanks'],
    ['where is the form', 'word form'],
    ['the council rang', 'word council']
  ])('in "%s" %s takes away', (text, name) => {
    expect(explain(text).find(part => part.name === name)?.adds).toBeLessThan(0)
  })
})
