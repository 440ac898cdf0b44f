import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLocale, textsOf } from './lint-locale.ts'
import { grade, gradesOf, longestSentence } from './reading-ease.ts'

const english = readLocale(join(dirname(dirname(import.meta.dirname)), 'locales', 'en'))

/** School year that a tired, frightened child of nine or ten has reached. */
const GRADE = 5
/** Words in a sentence. */
const LONGEST = 23
/** A list of symptoms: each is a word a doctor needs, and none may be left out. */
const MAY_BE_HARDER = /^questions:neckSymptoms\.(text|sms)(_friend|_professional)?$/

describe('a tired, frightened person can read', () => {
  it('everything that is said to them', () => {
    const graded = gradesOf(english)
    expect(graded.length).toBeGreaterThan(250)
    expect(graded.filter(one => one.grade > GRADE && !MAY_BE_HARDER.test(one.where))).toEqual([])
  })

  it('every sentence in one breath', () => {
    const shown = textsOf(english).filter(([key]) => /^(messages|page|pages|questions|checks|ready):/.test(key))
    expect(shown.filter(([, text]) => longestSentence(text) > LONGEST)).toEqual([])
  })

  it('every page at a glance: four to eight sentences in two to four paragraphs', () => {
    const pages = [...(english.get('pages') ?? [])].filter(([key]) => key.endsWith('.text'))
    const sizes = pages.map(([key, text]) => ({
      key,
      paragraphs: text.split('\n').length,
      sentences: text.split(/[.?](?:\s|$)/).filter(Boolean).length
    }))
    expect(
      sizes.filter(({ paragraphs, sentences }) => paragraphs < 2 || paragraphs > 4 || sentences < 4 || sentences > 8)
    ).toEqual([])
  })
})

describe('a hard text is found:', () => {
  it('a sentence that winds on', () => {
    expect(longestSentence('One two. Three four five.')).toBe(3)
  })

  it('long words', () => {
    expect(grade('We sit and eat. We go to bed.')).toBeLessThan(1)
    expect(grade('Accommodation availability necessitates administrative consideration.')).toBeGreaterThan(20)
    const hard = gradesOf(
      new Map([['messages', new Map([['x', 'Your situation necessitates professional advocacy.']])]])
    )
    expect(hard.map(({ where }) => where)).toEqual(['messages:x'])
    expect(hard[0]?.grade).toBeGreaterThan(GRADE)
  })
})
