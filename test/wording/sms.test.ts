import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { prompt } from '../../src/conversation/prompts.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '../../src/questions/catalogue.ts'
import type { Perspective } from '../../src/questions/perspective.ts'
import type { CheckKey, MessageKey, PageId, ReadyKey } from '../../src/wording/keys.ts'
import { isGsm7, segmentsOf } from '../../src/wording/segments.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'
import type { Words } from '../../src/wording/words.ts'
import { readLocale } from './lint-locale.ts'

const locales = join(dirname(dirname(import.meta.dirname)), 'locales')
const english = readLocale(join(locales, 'en'))
const ABOUT: readonly Perspective[] = ['self', 'friend', 'professional']
const keysOf = (area: string): string[] => [...(english.get(area)?.keys() ?? [])]

let words: Words
beforeAll(async () => {
  words = (await Wordbook.open(locales, missing => expect.fail(`missing ${missing.key}`))).in('en')
})

const fits = (segments: number) => (text: string) => isGsm7(text) && segmentsOf(text) <= segments
const numbered = (labels: readonly string[]): string =>
  `${labels.map((label, index) => `${index + 1} ${label}`).join(', ')}.`

/** A question about somebody, with its digits as `prompt` writes them. */
function asked(question: QuestionId, about: Perspective): string {
  if (about === 'self') return prompt(words, question, 'sms').text
  const { text, options } = words.question(question, 'sms', about)
  if (options.length === 0 || question === 'area') return text
  return `${text} ${numbered([...options.map(({ label }) => label), ...(QUESTIONS[question].skip ? [words.page('skip')] : [])])}`
}

describe('by text message', () => {
  it.each(ABOUT)('every question is one segment with its digits, asked of: %s', about => {
    expect(QUESTION_IDS.map(id => asked(id, about)).filter(text => !fits(1)(text))).toEqual([])
  })

  it('every fixed sentence is one segment, but for what only those who ask for more are told', () => {
    const values = { open: 'Wednesday 09:00', name: 'Alexandra' }
    const keys = keysOf('messages').filter(key => !key.endsWith('_web')) as MessageKey[]
    const long = keys.filter(key => !fits(1)(words.message(key, values, 'sms')))
    expect(long).toEqual(['privacyMore'])
    expect(long.filter(key => !fits(2)(words.message(key, values, 'sms')))).toEqual([])
  })

  it('everything a worker can send ready-made is one segment', () => {
    const keys = keysOf('ready').filter(key => !key.endsWith('_web')) as ReadyKey[]
    expect(keys.length).toBeGreaterThan(10)
    expect(keys.filter(key => !fits(1)(words.ready(key, { name: 'Alexandra' }, 'sms')))).toEqual([])
  })

  it('every yes or no question is one segment with its digits', () => {
    const labels = QUESTION_IDS.flatMap(id => words.question(id, 'sms').options.map(({ label }) => label))
    const label = labels.reduce((longest, one) => (one.length > longest.length ? one : longest))
    const digits = numbered([words.check('yes'), words.check('no'), words.check('skip')])
    const keys = keysOf('checks').filter(
      key => !/^(yes|no|skip|notNow|means|youWrote|ear.*)$|_/.test(key)
    ) as CheckKey[]
    const texts = keys.flatMap(key =>
      ABOUT.map(about => `${words.check(key, { label, question: '' }, about)} ${digits}`)
    )
    expect(texts.length).toBeGreaterThan(15)
    expect(texts.filter(text => !fits(1)(text))).toEqual([])
    // Said in one breath with the question that follows it.
    expect(fits(1)(`${words.message('missedTwice', {}, 'sms')} ${words.check('person')} ${digits}`)).toBe(true)
  })

  it('the question of the second ear is one segment, its digits in it, asked about anybody', () => {
    const texts = ABOUT.map(about => words.check('earByText', {}, about))
    expect(new Set(texts).size).toBe(2)
    expect(texts.filter(text => !fits(1)(text) || !/999/.test(text))).toEqual([])
    expect(texts.map(text => text.match(/\d (?=\p{L})/gu)?.join(''))).toEqual([
      '1 2 3 4 5 ',
      '1 2 3 4 5 6 ',
      '1 2 3 4 5 6 '
    ])
  })

  it('every information page is two segments at most, with the way back', () => {
    const pages = [...new Set(keysOf('pages').map(key => key.replace(/\..*/, '')))] as PageId[]
    const wayBack = numbered([words.page('backToPages')])
    const long = pages.filter(page => !fits(2)(`${words.info(page, 'sms').paragraphs.join(' ')} ${wayBack}`))
    expect(pages.length).toBeGreaterThan(10)
    expect(long).toEqual([])
  })

  it.each([
    ['survivor', ['thisCounts', 'stayingSafer', 'thisPhone', 'children', 'money', 'housing', 'talking', 'questions']],
    ['friend', ['helping', 'thisCounts', 'talking', 'questions']],
    ['professional', ['referring', 'riskCheck', 'safetyPlan', 'questions']]
  ] as const)('the list of pages for a %s is one segment', (_who, pages) => {
    const titles = pages.map(page => words.info(page, 'sms').title)
    expect(fits(1)(`${words.message('shelf', {}, 'sms')} ${numbered([...titles, words.page('skip')])}`)).toBe(true)
  })
})

describe('a text that takes more segments than it looks is found:', () => {
  it('too long, or with a sign outside the basic set', () => {
    expect([segmentsOf('a'.repeat(160)), segmentsOf('a'.repeat(161)), segmentsOf('a'.repeat(306))]).toEqual([1, 2, 2])
    expect([segmentsOf(`${'a'.repeat(70)}ł`), segmentsOf(`${'a'.repeat(69)}ł`)]).toEqual([2, 1])
    expect([segmentsOf('€'.repeat(80)), segmentsOf('€'.repeat(81))]).toEqual([1, 2])
    expect([fits(1)('a'.repeat(161)), fits(1)('ł'), fits(2)('a'.repeat(306))]).toEqual([false, false, true])
  })
})
