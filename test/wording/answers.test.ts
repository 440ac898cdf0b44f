import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerTo, BY_WHO_IS_THERE, type Situation } from '../../src/conversation/answer-to.ts'
import { OFTEN_ASKED } from '../../src/conversation/often-asked.ts'
import { TOPICS, type Topic } from '../../src/questions/topic.ts'
import { Answers, answerLines } from '../../src/wording/answers.ts'
import { isGsm7, segmentsOf } from '../../src/wording/segments.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'
import { readLocale } from './lint-locale.ts'
import { grade, longestSentence } from './reading-ease.ts'

const locales = join(dirname(dirname(import.meta.dirname)), 'locales')
const wordbook = await Wordbook.open(locales, missing => expect.fail(`missing ${missing.key}`), 'all')
const words = wordbook.in('en')
const DAY = '2026-12-01'
/** Signs: it rides in one message with the open question, of two segments at most. */
const ROOM = 140
/** As everything that is said to people: test/wording/plain.test.ts. */
const GRADE = 5
const LONGEST = 23

const texts = [...(readLocale(join(locales, 'en')).get('answers') ?? [])].map(
  ([key, text]) => [key, text.replace('{{open}}', 'Wednesday 09:00')] as const
)
const byText = texts.filter(([key]) => !/^about_|_(web|asked)$/.test(key))
const OFTEN = Object.values(OFTEN_ASKED)
  .flat()
  .flatMap(({ topics }) => topics)
const sentences = (text: string): number => text.split(/[.?](?:\s|$)/).filter(Boolean).length

const PRESENCES: readonly Partial<Situation>[] = [
  { availability: { onDuty: true, open: true, opensAt: null } },
  { availability: { onDuty: false, open: false, opensAt: 'Wednesday 09:00' } },
  { availability: { onDuty: false, open: true, opensAt: null } },
  { waiting: true },
  { waiting: true, read: true }
]
const SITUATIONS: readonly Situation[] = (['web', 'sms'] as const).flatMap(channel =>
  [true, false].flatMap(short =>
    (['self', 'friend', 'professional'] as const).flatMap(about =>
      ([null, 'young', 'harmer'] as const).flatMap(path =>
        PRESENCES.map(presence => ({
          channel,
          short,
          about,
          path,
          availability: { onDuty: false, open: false, opensAt: null },
          waiting: false,
          read: false,
          day: DAY,
          ...presence
        }))
      )
    )
  )
)

describe('an answer to what people ask', () => {
  it('is there for every topic, in every situation of somebody who speaks for themselves', () => {
    const own = SITUATIONS.filter(({ path }) => path === null)
    const missing = TOPICS.filter(topic => own.some(situation => answerTo(topic, situation, words.answers) === null))
    expect(missing).toEqual([])
  })

  it('is short enough to ride with a question by text', () => {
    expect(byText.length).toBeGreaterThan(130)
    expect(byText.filter(([, text]) => !isGsm7(text) || text.length > ROOM || segmentsOf(text) > 1)).toEqual([])
  })

  it('can be read by somebody who is tired and frightened', () => {
    const shown = texts.filter(([key]) => !/^about_|_asked$/.test(key))
    expect(shown.filter(([, text]) => text.split(' ').length >= 8 && grade(text) > GRADE)).toEqual([])
    expect(shown.filter(([, text]) => longestSentence(text) > LONGEST)).toEqual([])
  })

  it('is four short sentences at most, on the page too', () => {
    expect(texts.filter(([, text]) => sentences(text) > 4)).toEqual([])
  })

  it('has no words that no situation brings', () => {
    const given = TOPICS.flatMap(topic =>
      SITUATIONS.map(situation => answerTo(topic, situation, words.answers)?.key as string)
    )
    const parts = Object.values(OFTEN_ASKED).flat()
    const asked = parts.flatMap(({ heading, topics }) => [heading, ...topics.map(topic => `${topic}_asked`)])
    const said = new Set<string | null>([...given, ...asked])
    expect(texts.map(([key]) => key).filter(key => !said.has(key))).toEqual([])
  })

  it('in short mode gives nothing away', () => {
    const TELLS =
      /abus|violen|refuge|hurt|police|court|prison|visa|passport|tracker|safe to|domestic|advice|child|husband|partner|scare|bruise|helpline|worker/i
    const short = texts.filter(([key]) => /_short(_web)?$/.test(key))
    expect(short.length).toBeGreaterThan(30)
    expect(short.filter(([, text]) => TELLS.test(text))).toEqual([])
  })

  it('names a key of the phone only by text, and a button only on the page', () => {
    const phone = /\b[PXSB] (asks|=|for|to)|\btext [A-Z]\b/
    expect(texts.filter(([key, text]) => key.endsWith('_web') && phone.test(text))).toEqual([])
    const alone = byText.filter(([key, text]) => phone.test(text) && !words.answers.has(`${key}_web`))
    expect(alone).toEqual([])
  })

  it('never says that help is on its way, nor that anything is safe', () => {
    const NEVER =
      /help is (coming|on)|on (the|its|their) way|will (be with|join|come|reply|answer|help|call)|this is safe|you are safe/i
    expect(texts.filter(([, text]) => NEVER.test(text))).toEqual([])
  })

  it('is not on the page when it is true only at this moment', () => {
    expect(OFTEN.filter(topic => BY_WHO_IS_THERE.includes(topic))).toEqual([])
  })

  it('has its question on the page', () => {
    expect(OFTEN.filter(topic => !words.answers.has(`${topic}_asked`))).toEqual([])
  })
})

describe('who signed', () => {
  const own = { who: 'We are here.' }
  const signed = (until: unknown, on = '2026-11-30', by = 'practice lead') =>
    new Answers(own, { who: { by, on, until } })
  const given = (answers: Answers, day: string) =>
    answerTo('who', { ...(SITUATIONS[0] as Situation), short: false, channel: 'sms', day }, answers)?.key ?? null

  it('is somebody for every answer that is shipped', () => {
    expect(TOPICS.filter(topic => !words.answers.isGiven(topic, DAY))).toEqual([])
  })

  it('decides from when until when an answer is given', () => {
    const answers = signed('2027-11-30')
    expect(given(answers, '2026-11-29')).toBe(null)
    expect(given(answers, '2026-11-30')).toBe('who')
    expect(given(answers, '2027-11-30')).toBe('who')
    expect(given(answers, '2027-12-01')).toBe(null)
  })

  it.each([
    ['nobody', new Answers(own, {})],
    ['no day', signed(undefined)],
    ['a day there is not', signed('2027-02-30')],
    ['no role', signed('2027-11-30', '2026-11-30', ' ')]
  ])('as %s has signed nothing', (_what, answers) => {
    expect(given(answers, DAY)).toBe(null)
  })

  it('as product team is told at every start, as is what is not given', () => {
    expect(words.answers.unsignedByPracticeLead()).toHaveLength(TOPICS.length)
    expect(answerLines(words.answers, DAY).join()).toContain(`${TOPICS.length} answers`)
    expect(answerLines(words.answers, DAY)).toHaveLength(1)
    expect(answerLines(words.answers, '2028-01-01').join()).toContain('someoneDied')
    const all = Object.fromEntries(
      TOPICS.map((topic: Topic) => [topic, { by: 'practice lead', on: '2026-11-30', until: '2027-11-30' }])
    )
    expect(answerLines(new Answers(own, all), DAY)).toEqual([])
  })

  it('signed for one language: in another nothing is given', () => {
    expect(TOPICS.filter(topic => wordbook.in('pl').answers.isGiven(topic, DAY))).toEqual([])
  })
})
