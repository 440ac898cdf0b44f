import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { prompt } from '../../src/conversation/compose.ts'
import { QUESTION_IDS, QUESTIONS } from '../../src/questions/catalogue.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'
import { lintEnglish, lintFirstSight } from './lint-english.ts'
import { compareLocales, type Locale, lintWords, readLocale, textsOf } from './lint-locale.ts'
import { grade, longestSentence } from './reading-ease.ts'
import { isGsm7, segmentsOf } from './sms-segments.ts'
import { readSources, unusedKeys } from './unused-keys.ts'

const checkout = dirname(dirname(import.meta.dirname))
const folder = join(checkout, 'locales')
const names = readdirSync(folder)
const english = readLocale(join(folder, 'en'))

/** One text of one area, as a locale of its own. */
const oneText = (area: string, key: string, text: string): Locale => new Map([[area, new Map([[key, text]])]])

/** The words for somebody who writes about another person stand beside the plain ones. */
const ABOUT_ANOTHER = /_(friend|professional)$/

/** Written ahead of the flows and channels that will say them. Whoever uses one strikes it off. */
const WRITTEN_AHEAD: Readonly<Record<string, readonly string[]>> = {
  messages: [
    ...['friendOwnSafety', 'friendOwnSafety_web', 'sayLess', 'professionalHello', 'harmerHello'],
    ...['deviceCare', 'deviceCare_web', 'stayTone', 'stayAway', 'noPromise', 'counts', 'sorryHappened', 'sorryLong'],
    ...['visaAdvice', 'safetyPlanReminder', 'riskCheckReminder', 'childrenReminder', 'infoShort', 'shelf', 'shelf_web'],
    ...['wordNoMatch', 'welcomeBack', 'missedTwice']
  ],
  checks: ['meant', 'spoke'],
  pages: ['thisCounts', 'stayingSafer', 'thisPhone', 'talking', 'helping', 'referring', 'riskCheck']
}

/** A page is named as a whole: its title, text and short form come with it. */
const nameOf = (area: string, key: string): string => (area === 'pages' ? key.replace(/\..*/, '') : key)

describe('every locale', () => {
  it('is there at all', () => {
    expect(names).toContain('en')
    const forPeople = [...english.keys()].filter(area => !area.startsWith('staff'))
    expect(forPeople.sort()).toEqual(['checks', 'messages', 'page', 'pages', 'questions', 'rails'])
  })

  it.each(names)('%s has exactly the keys and placeholders of English', name => {
    expect(compareLocales(english, readLocale(join(folder, name)))).toEqual([])
  })

  it.each(names)('%s is calm: no empty text, raised voice, emoji or product name', name => {
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

  it('has no words that nothing says', () => {
    const sources = readSources(checkout, ['src', 'flows'])
    for (const area of [...english.keys()].filter(name => !['questions', 'rails'].includes(name))) {
      const keys = [...(english.get(area)?.keys() ?? [])].map(key => nameOf(area, key))
      expect(unusedKeys(area, [...new Set(keys)], sources), area).toEqual(WRITTEN_AHEAD[area] ?? [])
    }
  })
})

describe('the English words', () => {
  it('never say what the domain guide forbids', () => {
    expect(lintEnglish(english)).toEqual([])
  })

  it('give nothing away at first sight', () => {
    expect(lintFirstSight(english)).toEqual([])
  })

  it('put every question by SMS in one segment', async () => {
    const words = (await Wordbook.open(folder, missing => expect.fail(`missing ${missing.key}`))).in('en')
    const long = QUESTION_IDS.map(id => ({ id, text: prompt(words, id, 'sms').text })).filter(
      ({ text }) => !isGsm7(text) || segmentsOf(text) !== 1
    )
    expect(long).toEqual([])
  })

  it('say every fixed sentence in one segment, or two where it must be', () => {
    const filled = [...(english.get('messages') ?? [])].map(([key, text]): [string, string] => [
      key,
      text.replace('{{open}}', 'Wednesday 09:00').replace('{{name}}', 'Alexandra')
    ])
    expect(filled.filter(([, text]) => !isGsm7(text) || segmentsOf(text) > 2)).toEqual([])
    const two = filled.filter(([, text]) => segmentsOf(text) === 2).map(([key]) => key)
    // Said only to those who ask for more.
    expect(two).toEqual(['privacyMore'])
  })

  it('are short and plain', () => {
    const shown = textsOf(english).filter(([key]) => /^(messages|page|questions):/.test(key))
    expect(shown.filter(([, text]) => longestSentence(text) > 23)).toEqual([])
    const hard = shown.filter(([, text]) => text.split(' ').length >= 8 && grade(text) > 10)
    expect(hard).toEqual([])
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
    ['You did it!', 'raises its voice'],
    ['Well done \u{1f44d}', 'has an emoji'],
    ['Go  on', 'stray spaces'],
    ['Welcome to Sidedoor', 'names the product']
  ])('"%s"', (text, fault) => {
    expect(lintWords(oneText('messages', 'x', text)).join()).toContain(fault)
  })

  it.each([
    'Unfortunately we are closed.',
    'We help victims.',
    'This is confidential.',
    'We promise to help.',
    'No one will know.',
    'You will find a place.',
    'We answer within 5 minutes.',
    'You should leave now.',
    'Please report him.',
    'Take screenshots of it.',
    'Have you tried couple counselling?',
    'Your risk level is set.',
    'You are at low risk.',
    'Why did you stay?',
    'What is your full name?',
    'Are you still there?',
    'Call 999 and text 55.',
    'Clear your history now.',
    'Reply STOP to end.',
    '03300 165 112 is free.'
  ])('"%s"', text => {
    expect(lintEnglish(oneText('messages', 'x', text))).toHaveLength(1)
  })

  it('a first text that names the topic', () => {
    expect(lintFirstSight(oneText('questions', 'channelOk.sms', 'This is the domestic abuse line.'))).toHaveLength(1)
  })

  it('a text that takes more segments than it looks', () => {
    expect([segmentsOf('a'.repeat(160)), segmentsOf('a'.repeat(161)), segmentsOf('a'.repeat(306))]).toEqual([1, 2, 2])
    expect([segmentsOf(`${'a'.repeat(70)}ł`), segmentsOf(`${'a'.repeat(69)}ł`)]).toEqual([2, 1])
    expect([segmentsOf('€'.repeat(80)), segmentsOf('€'.repeat(81))]).toEqual([1, 2])
  })

  it('a key that nothing names', () => {
    const template = ['`band-', '{band}`'].join('$')
    const sources = `words.staff('used'); words.staff(${template})`
    expect(unusedKeys('staff', ['used', 'band-high', 'idle'], sources)).toEqual(['idle'])
  })

  it('a sentence that winds on', () => {
    expect(longestSentence('One two. Three four five.')).toBe(3)
    expect(grade('We sit and eat. We go to bed.')).toBeLessThan(1)
    expect(grade('Accommodation availability necessitates administrative consideration beforehand.')).toBeGreaterThan(
      20
    )
  })
})
