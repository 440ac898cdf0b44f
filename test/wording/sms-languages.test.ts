// What people are texted in the languages beside English: two segments at most, with its digits.
import { describe, expect, it } from 'vitest'
import { checkPrompt, prompt } from '../../src/conversation/prompts.ts'
import { sentence } from '../../src/conversation/sentence.ts'
import { QUESTION_IDS, QUESTIONS } from '../../src/questions/catalogue.ts'
import { byText } from '../../src/wording/by-text.ts'
import { LOCALES } from '../../src/wording/folder.ts'
import type { MessageKey, PageId, ReadyKey } from '../../src/wording/keys.ts'
import { isGsm7, segmentsOf } from '../../src/wording/segments.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'
import { BY_TEXT } from './every-text.ts'
import { readLocale } from './lint-locale.ts'

const wordbook = await Wordbook.open(LOCALES, missing => expect.fail(`missing ${missing.key}`), 'all')
const english = readLocale(`${LOCALES}/en`)
const keysOf = (area: string): string[] => [...(english.get(area)?.keys() ?? [])]
const ABOUT = ['self', 'friend', 'professional'] as const
const tooLong = (texts: readonly string[]): string[] => texts.filter(text => segmentsOf(text) > 2)

describe.each(wordbook.locales.filter(locale => locale !== 'en'))('by text message in %s', locale => {
  const words = wordbook.in(locale)

  it('every question is two segments at most, asked about anybody', () => {
    expect(tooLong(ABOUT.flatMap(about => QUESTION_IDS.map(id => prompt(words, id, 'sms', about).text)))).toEqual([])
  })

  it('every fixed sentence is two segments at most', () => {
    const values = { open: 'Wednesday 09:00', name: 'Alexandra' }
    const keys = keysOf('messages').filter(key => !key.endsWith('_web')) as MessageKey[]
    expect(tooLong(keys.map(key => sentence(words, 'sms', 'said', key, values).text))).toEqual([])
  })

  it('the question of the second ear is two segments at most, its digits in it', () => {
    expect(tooLong(ABOUT.map(about => words.on('sms', words.check('ear', {}, about))))).toEqual([])
  })

  it('everything a worker can send ready-made is one segment', () => {
    const keys = keysOf('ready').filter(key => !key.endsWith('_web')) as ReadyKey[]
    expect(keys.filter(key => segmentsOf(words.ready(key, { name: 'Alexandra' }, 'sms')) > 1)).toEqual([])
  })

  it('every page is two segments at most', () => {
    const pages = [...new Set(keysOf('pages').map(key => key.replace(/\..*/, '')))] as PageId[]
    expect(tooLong(pages.map(page => words.on('sms', words.info(page, 'sms').paragraphs.join(' '))))).toEqual([])
  })

  it('what may have been meant is asked back in two segments at most', () => {
    const asked = QUESTION_IDS.flatMap(question =>
      QUESTIONS[question].options.map(value => checkPrompt({ kind: 'meant', question, value }, BY_TEXT(words)).text)
    )
    expect(asked.length).toBeGreaterThan(200)
    expect(tooLong(asked)).toEqual([])
  })
})

describe('Polish', () => {
  const words = wordbook.in('pl')

  it('is texted without its strokes, and stands on the page with them', () => {
    expect(byText('pl', 'Zażółć gęślą jaźń, ŁÓDŹ')).toBe('Zazolc gesla jazn, LODZ')
    expect(prompt(words, 'dangerNow', 'sms').text).toMatch(
      /niebezpieczenstwie.*999\. 1 Tak, 2 Nie, 3 Nie wiem, 4 Pomin\.$/
    )
    expect(prompt(words, 'dangerNow', 'web').text).toContain('niebezpieczeństwie')
    expect(isGsm7(sentence(words, 'sms', 'card', 'emergencyTeamTold').text)).toBe(true)
  })

  it('leaves the accents of other languages alone', () => {
    expect(byText('en', 'café')).toBe('café')
  })

  it('names the numbers exactly as English does', () => {
    const polish = readLocale(`${LOCALES}/pl`)
    const numbers = (text = '') =>
      (text.match(/\b(999|55|116 123|0800 1111|0808 2000 247|03300 165 112)\b/g) ?? []).sort()
    const areas = ['messages', 'pages', 'questions', 'ready']
    const differ = areas.flatMap(area =>
      keysOf(area).filter(key => `${numbers(english.get(area)?.get(key))}` !== `${numbers(polish.get(area)?.get(key))}`)
    )
    expect(differ).toEqual([])
  })
})
