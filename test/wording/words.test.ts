import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { perspectiveOf } from '../../src/questions/perspective.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'
import type { Words } from '../../src/wording/words.ts'

const locales = join(dirname(dirname(import.meta.dirname)), 'locales')

let words: Words
beforeAll(async () => {
  words = (await Wordbook.open(locales, missing => expect.fail(`missing ${missing.key}`))).in('en')
})

describe('somebody who writes', () => {
  it('about another person is asked about that person', () => {
    expect(words.question('wants', 'sms', 'friend').text).toBe('What would help them most?')
    expect(words.question('area', 'web', 'professional').text).toContain('the person')
    expect(words.check('injuryNow', {}, 'friend')).toBe('Are they badly hurt right now?')
    expect(words.option('contactMethod', 'none', 'professional')).toContain('them')
  })

  it.each([
    ['friend', ['wants', 'area']],
    [
      'professional',
      [
        ...([
          'area',
          'livesWith',
          'tenure',
          'pregnantOrBaby',
          'gender',
          'movingWith',
          'pets',
          'noRecourse',
          'needs'
        ] as const),
        ...(['accessNeeds', 'contactMethod', 'contactDetail', 'textFirst', 'voicemail', 'ifOtherAnswers'] as const)
      ]
    ]
  ] as const)('as a %s is never called "you" where the other person is meant', (about, questions) => {
    for (const channel of ['web', 'sms'] as const) {
      const spoken = questions.map(question => words.question(question, channel, about))
      const texts = spoken.flatMap(({ text, options }) => [text, ...options.map(({ label }) => label)])
      expect(texts.filter(text => /\b(you|your|I|me)\b/i.test(text))).toEqual([])
    }
  })

  it('about themselves is never asked about "them"', () => {
    expect(words.question('wants', 'sms').text).toBe('What would help most?')
    expect(words.check('injuryNow')).toBe('Are you badly hurt right now?')
  })

  it('as a friend gives their own safe contact, a professional that of the person referred', () => {
    expect(words.question('contactMethod', 'web', 'friend')).toEqual(words.question('contactMethod', 'web'))
    expect(words.question('contactMethod', 'web', 'professional').text).toContain('reach them')
  })

  it('about another person is asked in plain words where nothing else is written', () => {
    expect(words.question('dangerNow', 'sms', 'friend')).toEqual(words.question('dangerNow', 'sms'))
  })

  it('in other words answers another wording', () => {
    const versions = (['self', 'friend', 'professional'] as const).map(
      about => words.question('area', 'web', about).version
    )
    expect(new Set(versions).size).toBe(3)
  })

  it.each([
    [{}, 'self'],
    [{ audience: 'skip' }, 'self'],
    [{ audience: 'survivor' }, 'self'],
    [{ audience: 'harmer' }, 'self'],
    [{ audience: 'friend' }, 'friend'],
    [{ audience: 'professional' }, 'professional']
  ] as const)('and answered %j is taken to write about: %s', (answers, about) => {
    expect(perspectiveOf(answers)).toBe(about)
  })
})

describe('an information page', () => {
  it('is a few paragraphs on the web, and one text by SMS', () => {
    const onPage = words.info('housing', 'web')
    const byText = words.info('housing', 'sms')
    expect(onPage.title).toBe('Housing')
    expect(onPage.paragraphs.length).toBeGreaterThan(1)
    expect(byText.paragraphs).toHaveLength(1)
    expect(byText.paragraphs[0]).not.toBe(onPage.paragraphs[0])
  })

  it('says of the housing page that no place is promised, on both', () => {
    for (const channel of ['web', 'sms'] as const) {
      expect(words.info('housing', channel).paragraphs.join(' ')).toContain("can't promise a place")
    }
  })
})

describe('a plain question', () => {
  it('repeats what was meant, whatever it holds', () => {
    expect(words.check('meantShort', { label: 'Housing' })).toBe('Do you mean: Housing?')
    expect(words.check('meantShort', { label: '{{x}} $t(y)' })).toBe('Do you mean: {{x}} $t(y)?')
    const means = words.check('means', { statement: 'it is' })
    expect(words.check('youWrote', { quote: '{{means}} $t(y)', means })).toBe(
      'You wrote: "{{means}} $t(y)" Does that mean it is?'
    )
  })
})
