import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerTo, BY_WHO_IS_THERE, type Situation } from '../../src/conversation/answer-to.ts'
import { oftenAsked } from '../../src/conversation/often-asked.ts'
import { Answers } from '../../src/wording/answers.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'

const locales = join(dirname(dirname(import.meta.dirname)), 'locales')
const words = (await Wordbook.open(locales, missing => expect.fail(`missing ${missing.key}`))).in('en')

const AT_HOME: Situation = {
  channel: 'sms',
  short: false,
  about: 'self',
  path: null,
  availability: { onDuty: true, open: true, opensAt: null },
  waiting: false,
  read: false,
  day: '2026-12-01'
}
const CLOSED = { onDuty: false, open: false, opensAt: 'Monday 09:00' }
const NOBODY = { onDuty: false, open: true, opensAt: null }

const keyOf = (topic: Parameters<typeof answerTo>[0], situation: Partial<Situation> = {}) =>
  answerTo(topic, { ...AT_HOME, ...situation }, words.answers)?.key ?? null
const said = (topic: Parameters<typeof answerTo>[0], situation: Partial<Situation> = {}): string => {
  const answer = answerTo(topic, { ...AT_HOME, ...situation }, words.answers)
  return answer ? words.topic(answer.key, answer.values) : ''
}

describe('somebody who asks whether anyone is there', () => {
  it.each([
    ['while a person is on duty', {}, 'anyoneThere_onDuty'],
    ['while it is closed', { availability: CLOSED }, 'anyoneThere_closed'],
    ['while nobody is on duty', { availability: NOBODY }, 'anyoneThere_nobody'],
    [
      'while it is closed, nobody knows until when',
      { availability: { ...CLOSED, opensAt: null } },
      'anyoneThere_nobody'
    ],
    ['while they wait and nobody has read it', { waiting: true }, 'anyoneThere_waiting'],
    ['while they wait and somebody has read it', { waiting: true, read: true }, 'anyoneThere_read']
  ] as const)('%s is told just that', (_when, situation, key) => {
    expect(keyOf('anyoneThere', situation)).toBe(key)
  })

  it('is told when it opens', () => {
    expect(said('anyoneThere', { availability: CLOSED })).toContain('We open at Monday 09:00.')
  })

  it('is never told that somebody is on duty when nobody is', () => {
    for (const topic of BY_WHO_IS_THERE)
      for (const short of [true, false])
        for (const channel of ['web', 'sms'] as const)
          for (const availability of [CLOSED, NOBODY])
            for (const waiting of [true, false])
              expect(said(topic, { availability, waiting, short, channel })).not.toMatch(/on duty now|has seen/)
  })

  it('is told the hours also while they wait', () => {
    expect(keyOf('hours', { waiting: true, availability: CLOSED })).toBe('hours_closed')
  })
})

describe('somebody with a deadline', () => {
  it.each(['courtTomorrow', 'getsOut'] as const)('(%s) is offered the person who is here, and no promise', topic => {
    expect(said(topic)).toContain('You can ask for one')
    expect(said(topic, { availability: NOBODY })).toContain('No one is here right now')
  })
})

describe('the words', () => {
  it('are those of the channel', () => {
    expect(keyOf('history')).toBe('history')
    expect(keyOf('history', { channel: 'web' })).toBe('history_web')
    expect(keyOf('thanks', { channel: 'web' })).toBe('thanks')
  })

  it('are neutral in short mode', () => {
    expect(keyOf('refugeSpace', { short: true })).toBe('any_short')
    expect(keyOf('haveToAnswer', { short: true, channel: 'web' })).toBe('haveToAnswer_short_web')
    expect(keyOf('howLong', { short: true, waiting: true })).toBe('any_waiting_short')
  })

  it('are those for who is writing, where the own ones would be wrong', () => {
    expect(keyOf('haveToLeave', { about: 'friend' })).toBe('haveToLeave_friend')
    expect(keyOf('socialServices', { about: 'professional' })).toBe('socialServices_professional')
    expect(keyOf('cost', { about: 'friend' })).toBe('cost')
  })

  it('of a home reach no child but in words of its own, and nobody who says that they harm', () => {
    expect(keyOf('whereWouldIGo', { path: 'young' })).toBe('whereWouldIGo_young')
    expect(keyOf('pet', { path: 'young' })).toBe(null)
    expect(keyOf('tellMum', { path: 'young' })).toBe('tellMum')
    for (const topic of ['refugeSpace', 'whereWouldIGo', 'rent', 'tracker', 'hideThis'] as const)
      expect(keyOf(topic, { path: 'harmer' })).toBe(null)
    expect(keyOf('private', { path: 'harmer' })).toBe('private')
  })
})

describe('the page of questions', () => {
  it('gives the same answers as typed words', () => {
    const shown = oftenAsked('self', '2026-12-01', words.answers).flatMap(({ questions }) => questions)
    expect(shown.length).toBeGreaterThan(30)
    for (const { question, answer } of shown) {
      const topic = question.replace('_asked', '') as Parameters<typeof answerTo>[0]
      expect(answer.key).toBe(keyOf(topic, { channel: 'web' }))
    }
  })

  it.each(['self', 'friend', 'professional'] as const)('has something for: %s', about => {
    const parts = oftenAsked(about, '2026-12-01', words.answers)
    expect(parts.flatMap(({ questions }) => questions).length).toBeGreaterThan(6)
  })

  it('is empty when nothing is signed', () => {
    expect(oftenAsked('self', '2029-01-01', words.answers)).toEqual([])
    expect(oftenAsked('self', '2026-12-01', new Answers({ who: 'x', who_asked: 'y' }, {}))).toEqual([])
  })
})
