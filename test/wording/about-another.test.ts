// Every concern has its plain question for whoever writes about another person. Own words, section 3.
import { describe, expect, it } from 'vitest'
import { prompt } from '../../src/conversation/prompts.ts'
import { QUESTIONS, type QuestionId } from '../../src/questions/catalogue.ts'
import { CONCERNS, questionAbout } from '../../src/questions/concern.ts'
import { isGsm7, segmentsOf } from '../../src/wording/segments.ts'
import { everyText, wordbook } from './every-text.ts'

const CHANNELS = ['web', 'sms'] as const
const OTHERS = ['friend', 'professional'] as const
/** Asked of everybody in the same words: it speaks of no one in particular, and tells whoever writes that they can call 999. */
const ANYBODY: readonly QuestionId[] = ['dangerNow']
/** What a concern is asked with, and what follows it where a doctor may be needed. */
const ASKED: readonly QuestionId[] = [...new Set(CONCERNS.map(questionAbout)), 'neckSymptoms']

/** The one who writes is not the one who was hurt. */
const ONE_WHO_WRITES = /\b(you|your|yours|I|me|my|mine)\b/i
/** Somebody else is. */
const SOMEBODY_ELSE = /\b(they|them|their|the person|the person's)\b/i
/** The same in Polish: by its pronouns, and by "the person", who is always named. */
const ONE_WHO_WRITES_IN_POLISH =
  /(?<!\p{L})(Cię|Ciebie|Tobie|Ci|Tobą|Twój|Twoje|Twoja|Twoją|mnie|jesteś|masz)(?!\p{L})/iu
const SOMEBODY_ELSE_IN_POLISH = /osob[aieęyą]/i

const wordsOf = (locale: string, question: QuestionId, channel: 'web' | 'sms', about: (typeof OTHERS)[number]) => {
  const { text, options } = wordbook.in(locale).question(question, channel, about)
  return { text, labels: options.map(({ label }) => label) }
}

describe.each(OTHERS)('a %s who speaks of it', about => {
  it.each(ASKED.map(question => [question] as const))('is asked about the other person: %s', question => {
    for (const channel of CHANNELS) {
      const { text, labels } = wordsOf('en', question, channel, about)
      if (ANYBODY.includes(question)) continue
      expect([text, ...labels].filter(words => ONE_WHO_WRITES.test(words))).toEqual([])
      expect(text).toMatch(SOMEBODY_ELSE)
      const polish = wordsOf('pl', question, channel, about)
      expect([polish.text, ...polish.labels].filter(words => ONE_WHO_WRITES_IN_POLISH.test(words))).toEqual([])
      expect(polish.text).toMatch(SOMEBODY_ELSE_IN_POLISH)
    }
  })

  it.each(ASKED.map(question => [question] as const))('gets it in one text, with its digits: %s', question => {
    const { text } = prompt(wordbook.in('en'), question, 'sms', about)
    expect(text).toMatch(new RegExp(`${QUESTIONS[question].options.length + 1} Skip\\.$`))
    expect([isGsm7(text), segmentsOf(text)]).toEqual([true, 1])
  })

  it('finds no option that would be about themselves', () => {
    const words = wordbook.in('en')
    expect(words.option('threatsToKill', 'me', about)).toBe('The one they scare')
    expect(words.option('suicide', 'mightAct', about)).toBe('Yes, they might act on it')
    expect(words.option('weapon', 'hereNow', about)).toBe('Yes, it is there now')
  })

  it('is told why in words about the other person too, where the reason is about them', () => {
    const reasons = ASKED.map(question => wordbook.in('en').question(question, 'web', about).why)
    const ofThemselves = /\b(harm|help|need|think about|travel|expert advice for) you\b|\byour (phone|care)\b|you both/i
    expect(reasons.filter(why => ofThemselves.test(why))).toEqual([])
  })
})

it('what is said of it to a friend or a professional speaks of the other person', () => {
  const words = wordbook.in('en')
  const keys = ['suicideOther', 'medicalOther', 'neckNowOther', 'seeDoctorOther', 'sorryHappenedOther'] as const
  const ofThemselves = /\b(if|even if) you (may|might|feel)\b|\byour fault\b|\byou matter\b|\bbelieve you\b/i
  for (const channel of CHANNELS) {
    const said = [...keys, 'concernOther' as const].map(key => words.message(key, {}, channel))
    expect(said.filter(text => ofThemselves.test(text))).toEqual([])
    expect(keys.map(key => words.message(key, {}, channel)).filter(text => !SOMEBODY_ELSE.test(text))).toEqual([])
    expect(words.message('suicide', {}, channel)).toMatch(ofThemselves)
  }
})

it('words about the one who writes would be found', () => {
  const own = ASKED.filter(question => !ANYBODY.includes(question)).map(question => ({
    question,
    said: [
      wordbook.in('en').question(question, 'web').text,
      ...wordbook
        .in('en')
        .question(question, 'web')
        .options.map(({ label }) => label)
    ]
  }))
  const speaksOfThem = own.filter(({ said }) => said.some(words => ONE_WHO_WRITES.test(words)))
  // Whether a weapon was used, and whether a child was hurt, is asked of everybody without saying of whom.
  expect(own.filter(one => !speaksOfThem.includes(one)).map(({ question }) => question)).toEqual([
    'weapon',
    'childrenHarmed'
  ])
})

it('in every language whatever is asked about another person is among the texts that are counted', () => {
  for (const locale of wordbook.locales) {
    const { short } = everyText(locale)
    const asked = OTHERS.flatMap(about => ASKED.map(id => prompt(wordbook.in(locale), id, 'sms', about).text))
    expect(asked.filter(text => !short.includes(text))).toEqual([])
  }
})
