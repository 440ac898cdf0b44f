import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { QUESTION_IDS, QUESTIONS } from '../../src/questions/catalogue.ts'
import { compareLocales, type Locale, lintWords, readLocale } from './lint-locale.ts'
import { readSources, unusedKeys } from './unused-keys.ts'

const checkout = dirname(dirname(import.meta.dirname))
const folder = join(checkout, 'locales')
const names = readdirSync(folder)
const english = readLocale(join(folder, 'en'))

/** Staff read English, and an answer is given only in a language in which it was signed: a translation has every area but theirs. */
const forPeople: Locale = new Map([...english].filter(([area]) => !area.startsWith('staff') && area !== 'answers'))

/** One text of one area, as a locale of its own. */
const oneText = (area: string, key: string, text: string): Locale => new Map([[area, new Map([[key, text]])]])

/** The words for somebody who writes about another person stand beside the plain ones. */
const ABOUT_ANOTHER = /_(friend|professional)$/

/** A page is named as a whole: its title, text and short form come with it. */
const nameOf = (area: string, key: string): string => (area === 'pages' ? key.replace(/\..*/, '') : key)

describe('every locale', () => {
  it('is there at all', () => {
    expect(names).toContain('en')
    expect([...forPeople.keys()].sort()).toEqual([
      'checks',
      'meanings',
      'messages',
      'page',
      'pages',
      'questions',
      'rails',
      'ready'
    ])
  })

  it.each(names.filter(name => name !== 'en'))(
    '%s has exactly the keys and placeholders of what people read in English',
    name => {
      expect(compareLocales(forPeople, readLocale(join(folder, name)))).toEqual([])
    }
  )

  it.each(names)('%s has no empty text and no stray spaces', name => {
    expect(lintWords(readLocale(join(folder, name)))).toEqual([])
  })

  it('has words for every question and every option, and for no others', () => {
    const worded = [...(english.get('questions')?.keys() ?? [])]
    const wanted = QUESTION_IDS.flatMap(id => [
      `${id}.text`,
      ...QUESTIONS[id].options.map(option => `${id}.options.${option}`)
    ])
    expect(wanted.filter(key => !worded.includes(key))).toEqual([])
    const plain = worded.map(key => key.replace(ABOUT_ANOTHER, ''))
    expect(plain.filter(key => !/\.(sms|why)$/.test(key) && !wanted.includes(key))).toEqual([])
  })

  it('says what an answer means for options there are, and for no others', () => {
    const options: readonly string[] = QUESTION_IDS.flatMap(id =>
      QUESTIONS[id].options.map(option => `${id}.${option}`)
    )
    const meant = [...(english.get('meanings')?.keys() ?? [])].map(key => key.replace(ABOUT_ANOTHER, ''))
    expect(meant.filter(key => !options.includes(key))).toEqual([])
  })

  it('asks about another person by text as it does on the page', () => {
    const worded = english.get('questions') ?? new Map()
    const apart = [...worded.keys()].filter(key => /\.text_/.test(key)).map(key => key.replace('.text_', '.sms_'))
    expect(apart.filter(key => worded.has(key.replace(ABOUT_ANOTHER, '')) && !worded.has(key))).toEqual([])
  })

  it('has no words that nothing says', () => {
    const sources = readSources(checkout, ['src', 'flows'])
    for (const area of [...english.keys()].filter(
      name => !['questions', 'rails', 'answers', 'meanings'].includes(name)
    )) {
      const keys = [...(english.get(area)?.keys() ?? [])].map(key => nameOf(area, key))
      expect(unusedKeys(area, [...new Set(keys)], sources), area).toEqual([])
    }
  })
})

describe('a slip in the words is found:', () => {
  const source = oneText('messages', 'hello', 'Hello {{name}}')
  it.each([
    ['a key is missing', new Map([['messages', new Map()]]) as Locale, 'messages:hello is missing'],
    [
      'a key is too many',
      new Map([...source, ['page', new Map([['x', 'X']])]]) as Locale,
      'page:x is not in the source'
    ],
    ['a placeholder is lost', oneText('messages', 'hello', 'Witaj'), 'placeholders [], not [name]'],
    ['a placeholder is renamed', oneText('messages', 'hello', 'Witaj {{imie}}'), 'placeholders [imie]']
  ])('%s', (_what, other, fault) => {
    expect(compareLocales(source, other).join()).toContain(fault)
  })

  it.each([
    ['', 'is empty'],
    ['Go  on', 'stray spaces']
  ])('"%s"', (text, fault) => {
    expect(lintWords(oneText('messages', 'x', text)).join()).toContain(fault)
  })

  it('a key that nothing names', () => {
    const template = ['`band-', '{band}`'].join('$')
    const sources = `words.staff('used'); words.staff(${template})`
    expect(unusedKeys('staff', ['used', 'band-high', 'idle'], sources)).toEqual(['idle'])
  })
})
