import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../src/questions/answer.ts'
import { CONCERNS, questionAbout } from '../../src/questions/concern.ts'
import { all, type Facts, is, not } from '../../src/questions/condition.ts'
import { assess } from '../../src/triage/band.ts'
import { byConcern, concern } from '../../src/triage/concern.ts'
import { raised } from '../../src/triage/flags.ts'
import { POLICY, type Policy } from '../../src/triage/policy.ts'
import { shortOr } from '../long-forms.ts'
import { CHOICES, oneAnswer, someAnswers } from './random-facts.ts'

const CASES = shortOr(10_000, 200_000)
/** Damage is looked for until it shows: the rarest takes 12,000 people on average, and a search that gives up is a red run. */
const PATIENCE = 1_000_000
const ASKED = CHOICES.filter(id => id !== 'audience')

const factsOf = (answers: Answers): Facts => ({ answers, channel: 'web' })
const flagsOf = (answers: Answers, { immediate, high, medium }: Policy): string[] =>
  raised([...immediate, ...high, ...medium], factsOf(answers))
const concernOf = (answers: Answers, policy: Policy): number => concern(assess(factsOf(answers), policy).band)

/** Law 4, hard rule (a): an answer that raises a flag never lowers the order of concern. */
const aFlagNeverLowers = (policy: Policy, who: Answers = {}) =>
  fc.property(someAnswers(ASKED), oneAnswer(ASKED), (answers, more) => {
    // The answer is new: what was said before about the same question is taken away first.
    const before: Answers = { ...Object.fromEntries(Object.entries(answers).filter(([id]) => !(id in more))), ...who }
    const after: Answers = { ...before, ...more }
    const known = flagsOf(before, policy)
    if (flagsOf(after, policy).every(flag => known.includes(flag))) return true
    return concernOf(after, policy) >= concernOf(before, policy)
  })

const aSkipNeverLowers = (policy: Policy, who: Answers = {}) =>
  fc.property(someAnswers(ASKED), fc.constantFrom(...ASKED), (answers, id) => {
    const before: Answers = { ...Object.fromEntries(Object.entries(answers).filter(([other]) => other !== id)), ...who }
    return concernOf({ ...before, [id]: 'skip' }, policy) >= concernOf(before, policy)
  })

/** What a friend or a professional has seen, and what they are asked of it plainly because they spoke of it. */
const REPORTED = [...new Set([...CONCERNS.map(questionAbout), 'signsSeen' as const])]

/** Whatever they have reported already, in either way, and one report more. */
const aReportNeverLowers = (policy: Policy, who: Answers) =>
  fc.property(someAnswers(REPORTED), oneAnswer(REPORTED), (answers, more) => {
    const before: Answers = { ...Object.fromEntries(Object.entries(answers).filter(([id]) => !(id in more))), ...who }
    const after: Answers = { ...before, ...more }
    // Even one that raises nothing: "no" to the question takes back nothing that was seen, nor the other way round.
    return concernOf(after, policy) >= concernOf(before, policy)
  })

/** The policy with one H flag that something else can take back. */
const takenBack = (id: string, by: Parameters<typeof not>[0]): Policy => ({
  ...POLICY,
  high: POLICY.high.map(flag => (flag.id === id ? { ...flag, when: all(flag.when, not(by)) } : flag))
})

describe('(a) concern is never lowered', () => {
  test('by an answer that raises a flag', { timeout: 600_000 }, () => {
    fc.assert(aFlagNeverLowers(POLICY), { numRuns: CASES })
  })

  test('by a skip: it is never read as safe', { timeout: 600_000 }, () => {
    fc.assert(aSkipNeverLowers(POLICY), { numRuns: CASES })
  })

  test.each(['friend', 'professional'])(
    'by anything a %s reports, seen or asked of them plainly',
    {
      timeout: 600_000
    },
    audience => {
      fc.assert(aReportNeverLowers(POLICY, { audience }), { numRuns: CASES })
      fc.assert(aFlagNeverLowers(POLICY, { audience }), { numRuns: CASES })
      fc.assert(aSkipNeverLowers(POLICY, { audience }), { numRuns: CASES })
    }
  )

  test('and a policy that does so is caught', { timeout: 120_000 }, () => {
    const calmedByControl = takenBack('H-neck', is('control', 'yes'))
    expect(fc.check(aFlagNeverLowers(calmedByControl), { numRuns: PATIENCE }).failed).toBe(true)
    const calmedBySkip = takenBack('H-kill', is('children', 'skip'))
    expect(fc.check(aSkipNeverLowers(calmedBySkip), { numRuns: PATIENCE }).failed).toBe(true)
    const friend = { audience: 'friend' }
    const calmedByTheirNo = takenBack('H-neck', is('neck', 'no'))
    expect(fc.check(aReportNeverLowers(calmedByTheirNo, friend), { numRuns: PATIENCE }).failed).toBe(true)
    const calmedByNothingSeen = takenBack('H-kill', is('signsSeen', 'none'))
    expect(fc.check(aReportNeverLowers(calmedByNothingSeen, friend), { numRuns: PATIENCE }).failed).toBe(true)
  })
})

test('in the queue, of two alike the one we know too little about comes first', () => {
  const ordered = ['immediate', 'high', 'not_enough_known', 'medium', 'standard', 'not_banded'] as const
  expect(ordered.map(concern)).toEqual([4, 3, 2, 2, 1, 0])
  // In whichever order they came: a stable sort would hide two that count as alike.
  const bands = ['standard', 'medium', 'not_banded', 'immediate', 'not_enough_known', 'high'] as const
  for (const came of [bands, bands.toReversed()]) expect([...came].sort(byConcern)).toEqual(ordered)
})
