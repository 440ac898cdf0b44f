// What holds for every text there can be.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUESTION_IDS } from '../../src/questions/catalogue.ts'
import { fold, wordsOf } from '../../src/reading/fold.ts'
import { hear, read } from '../../src/reading/read.ts'
import { lexiconsOf, openAt, readAt, wordbook } from './read-english.ts'

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }))
const anyPlace = fc.constantFrom(null, ...QUESTION_IDS)
const anyLocale = fc.constantFrom(...wordbook.locales)

describe('whatever somebody types', () => {
  it('is read without a fault, and twice the same', () => {
    fc.assert(
      fc.property(anyText, anyPlace, anyLocale, (text, at, locale) => {
        const once = read(text, openAt(at, locale), lexiconsOf(locale))
        expect(read(text, openAt(at, locale), lexiconsOf(locale))).toEqual(once)
        expect(() => hear(text, lexiconsOf(locale))).not.toThrow()
      })
    )
  })

  it('folds to words that fold to themselves', () => {
    fc.assert(
      fc.property(anyText, text => {
        const words = wordsOf(text)
        expect(wordsOf(words.join(' '))).toEqual(words)
        const { sentences, clauses } = fold(text)
        expect([sentences.length, clauses.length]).toEqual([words.length, words.length])
      })
    )
  })
})

describe('the letters work in every language and at every question', () => {
  it.each([
    ['x', 'leave'],
    ['p', 'person'],
    ['999', 'emergency'],
    ['b', 'back'],
    ['s', 'skip'],
    ['r', 'repeat']
  ])('%s is %s', (letter, rail) => {
    fc.assert(
      fc.property(anyPlace, anyLocale, fc.constantFrom('', ' ', '.', '!', '\n'), (at, locale, around) => {
        for (const said of [letter, letter.toUpperCase()]) {
          const { reply } = read(`${around}${said}${around}`, openAt(at, locale), lexiconsOf(locale))
          expect(reply).toEqual({ kind: 'rail', rail })
        }
      })
    )
  })
})

describe('danger', () => {
  const polite = fc.array(fc.constantFrom('please', 'thank you', 'sorry', 'hi', 'ok', 'no', 'yes', 'x'), {
    maxLength: 5
  })

  it('stays danger amid polite words', () => {
    fc.assert(
      fc.property(
        polite,
        fc.constantFrom('hes kicking the door in', 'he is strangling me', 'she has a knife right now'),
        polite,
        anyPlace,
        (before, danger, after, at) => {
          // An x before all else is the exit: they leave because of it, in silence, and the desk is told.
          const kinds = before.includes('x') ? ['danger', 'leaving'] : ['danger']
          expect(kinds).toContain(readAt([...before, danger, ...after].join(' '), at).reply.kind)
        }
      )
    )
  })
})

describe('a yes or no about something that is no question of the catalogue', () => {
  const plain = { kind: 'one', field: '', options: ['yes', 'no'], skip: false, masked: false } as const
  const open = { id: null, question: plain, labels: ['Yes', 'No'] }

  it.each([
    ['yep', 'answer', 'yes'],
    ['no', 'answer', 'no'],
    ['2', 'answer', 'no'],
    ['yse', 'meant', 'yes']
  ])('%s is %s: %s', (text, kind, value) => {
    expect(read(text, open, lexiconsOf('en')).reply).toEqual({ kind, value })
  })

  it('is not answered by a maybe', () => {
    expect(read('yes and no', open, lexiconsOf('en')).reply.kind).toBe('words')
  })
})
