// What a friend or a professional answers about the one they worry about raises the same flags. Triage specification, section 2.
import { describe, expect, test } from 'vitest'
import type { Answers, Channel } from '../../src/questions/answer.ts'
import { CONCERNS, type Concern, questionAbout } from '../../src/questions/concern.ts'
import { holds } from '../../src/questions/condition.ts'
import { assess } from '../../src/triage/band.ts'
import { concern } from '../../src/triage/concern.ts'
import { anyFlag, HIGH, IMMEDIATE, MEDIUM, raised } from '../../src/triage/flags.ts'
import { match } from '../../src/triage/match.ts'
import { POLICY } from '../../src/triage/policy.ts'

const FLAGS = [...IMMEDIATE, ...HIGH, ...MEDIUM]
const OTHERS = ['friend', 'professional'] as const

/** For each concern, answers that say so, and the flags they raise about anybody. */
const SAYS_SO: Readonly<Record<Concern, readonly (readonly [answer: string | readonly string[], flag: string])[]>> = {
  suicide: [
    ['mightAct', 'I-suicide'],
    ['atTimes', 'H-suicide']
  ],
  neck: [
    ['lastFewDays', 'H-neck'],
    ['before', 'H-neck']
  ],
  weapon: [
    ['hereNow', 'I-weapon'],
    ['before', 'H-weapon']
  ],
  kill: [
    [['me'], 'H-kill'],
    [['child'], 'H-kill'],
    [['someoneElse'], 'H-kill']
  ],
  childHarmed: [
    ['now', 'I-child'],
    ['before', 'H-child']
  ],
  unsafe: [['yes', 'I-danger']],
  selfHarm: [
    ['mightAct', 'I-suicide'],
    ['atTimes', 'H-suicide']
  ],
  theirSuicide: [[['themselves'], 'M-theirsuicide']],
  travel: [
    ['inDays', 'I-travel'],
    ['maybe', 'H-travel']
  ],
  physical: [
    ['thisWeek', 'M-physical'],
    ['before', 'M-physical']
  ],
  sexual: [['yes', 'H-sexual']],
  honour: [['yes', 'H-honour']],
  stalking: [['yes', 'M-stalk']],
  control: [['yes', 'M-control']],
  pregnant: [['yes', 'M-preg']],
  immigration: [['yes', 'M-immigration']],
  tech: [['yes', 'M-tech']]
}

const ABOUT = CONCERNS.flatMap(of => SAYS_SO[of].map(([answer, flag]) => ({ of, answer, flag })))
const factsOf = (answers: Answers, channel: Channel = 'web') => ({ answers, channel })
const flagsOf = (answers: Answers): string[] => raised(FLAGS, factsOf(answers))

describe.each(OTHERS)('what a %s reports', audience => {
  test.each(ABOUT)('of $of raises the flag it raises about oneself: $answer', ({ of, answer, flag }) => {
    const question = questionAbout(of)
    const reported: Answers = { audience, [question]: answer }
    expect(flagsOf(reported)).toContain(flag)
    expect(flagsOf(reported)).toEqual(flagsOf({ audience: 'survivor', [question]: answer }))
    expect(holds(anyFlag, factsOf(reported))).toBe(true)
    expect(concern(assess(factsOf(reported)).band)).toBeGreaterThanOrEqual(
      concern(assess(factsOf({ audience: 'survivor', [question]: answer })).band)
    )
  })

  test('counts for the more serious of the two where they had also named what they saw, and takes nothing back', () => {
    const seen: Answers = { audience, dangerNow: 'no', signsSeen: ['weapon', 'neckGrabbed'] }
    expect(flagsOf(seen)).toEqual(['H-neck', 'H-weapon'])
    expect(flagsOf({ ...seen, weapon: 'hereNow' })).toEqual(['I-weapon', 'H-neck', 'H-weapon'])
    expect(flagsOf({ ...seen, weapon: 'no', neck: 'no' })).toEqual(['H-neck', 'H-weapon'])
    expect(flagsOf({ ...seen, signsSeen: ['none'], neck: 'before' })).toEqual(['H-neck'])
  })

  test('is not counted as known of the one it is about, as what they have seen is not', () => {
    const asked = Object.fromEntries(POLICY.keyQuestions.map(question => [question, 'no']))
    expect(assess(factsOf({ audience, signsSeen: ['hurt', 'neckGrabbed'], dangerNow: 'no' })).known).toBe(1)
    expect(assess(factsOf({ ...asked, audience })).known).toBe(1)
    // All quiet, and told by somebody else: never "standard".
    expect(assess(factsOf({ ...asked, audience })).band).toBe('not_enough_known')
    expect(assess(factsOf({ ...asked, audience: 'survivor' }))).toMatchObject({ known: 11, band: 'standard' })
    expect(assess(factsOf({ audience, dangerNow: 'unsure' })).known).toBe(0)
  })

  test('brings the helplines that fit', () => {
    const area = 'fareham'
    const services = (answers: Answers) =>
      match(factsOf({ audience, area, dangerNow: 'no', ...answers }), false).services
    expect(services({ suicide: 'atTimes' })).toContain('ext.samaritans')
    expect(services({ suicide: 'mightAct' })).toEqual(expect.arrayContaining(['ext.999', 'ext.samaritans']))
    expect(services({ stalking: 'yes' })).toContain('ext.stalking')
    expect(services({ honour: 'yes' })).toContain('ext.karma')
    expect(services({ sexual: 'yes' })).toContain('ext.rapecrisis')
  })
})
