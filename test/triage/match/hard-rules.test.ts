import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../src/questions/condition.ts'
import { match } from '../../../src/triage/match.ts'
import { RULES } from '../../../src/triage/rules/all.ts'
import { block, note, offer, type Rule } from '../../../src/triage/rules/rule.ts'
import { shortOr } from '../../long-forms.ts'
import { someFacts } from '../random-facts.ts'
import { broken, HARD_RULES } from './hard-rules.ts'

const CASES = shortOr(10_000, 200_000)
/** Damage is looked for until it shows. */
const PATIENCE = 40_000

/** The hard rules whose name begins so hold for a list of matching rules. */
const holds = (rules: readonly Rule[], named = '') =>
  fc.property(someFacts, fc.boolean(), (facts: Facts, outOfHours) => {
    const found = broken(facts, match(facts, outOfHours, rules)).filter(name => name.startsWith(named))
    if (found.length > 0) throw new Error(found.join('\n'))
  })

describe('the hard rules of matching', () => {
  it(`hold for ${CASES} random people`, { timeout: 600_000 }, () => {
    fc.assert(holds(RULES), { numRuns: CASES })
  })
})

/** The rules with one of them written differently. */
const changed = (id: string, find: Rule['find']): Rule[] =>
  RULES.map(rule => (rule.id === id ? { ...rule, find } : rule))
const without = (id: string): Rule[] => RULES.filter(rule => rule.id !== id)
const original = (id: string): Rule['find'] => RULES.find(rule => rule.id === id)?.find ?? (() => [])
/** The rules with one that forgets to stop. */
const goesOn = (id: string): Rule[] => changed(id, s => original(id)(s).filter(finding => !('stop' in finding)))

const FAULTS: [string, string, readonly Rule[]][] = [
  [
    '(b)',
    'sanctuary is offered to whoever did not answer',
    changed('R-SAN-2', s => (s.wantsToStay && s.region === 'hampshire' ? offer('hants.sanctuary') : []))
  ],
  [
    '(b)',
    'Dove asks for the tenancy alone',
    changed('R-SAN-3', s => (s.wantsToStay && s.region === 'southampton' ? offer('soton.dove') : []))
  ],
  [
    '(b)',
    '"sometimes" counts as living apart',
    RULES.map(rule => ({ ...rule, find: s => rule.find({ ...s, livesApart: s.livesApart || !s.isWoman }) }))
  ],
  [
    '(c)',
    'gender is not looked at in Hampshire',
    changed('R-REF-1', s => (s.wantsPlace && s.region === 'hampshire' && !s.hasGrownSon ? offer('hants.refuge') : []))
  ],
  [
    '(c)',
    'gender is not looked at in Southampton',
    changed('R-REF-SOUTHAMPTON', s => (s.wantsPlace && s.region === 'southampton' ? offer('soton.refuge') : []))
  ],
  [
    '(d)',
    'sons are not looked at',
    RULES.map(rule => ({ ...rule, find: s => rule.find({ ...s, hasGrownSon: false }) }))
  ],
  ['(e)', 'the route of those who harm does not stop', goesOn('R-PERP')],
  ['(f)', 'the route of the young does not stop', goesOn('R-UNDER-16')],
  ['(g)', 'somebody who is looked for is forgotten', without('R-LOCATION')],
  ['(g)', 'the search for somebody does not stop', goesOn('R-LOCATION')],
  ['(11)', 'a rule loses its sources', RULES.map(rule => (rule.id === 'R-REF-2' ? { ...rule, sources: [] } : rule))],
  [
    '(11)',
    'a rule rests on our own word',
    RULES.map(rule => (rule.id === 'R-DIS' ? { ...rule, sources: [{ beyond: 'we think so' }] } : rule))
  ],
  ['who said', 'channelOk is forgotten', without('R-QUIET')],
  ['prompts', 'the route of those who harm does not stop', goesOn('R-PERP')],
  ['every service', 'a service is misspelt', changed('R-LINE', () => offer('hants.adviceline'))],
  ['nothing is both', 'a block contradicts an offer', changed('R-CYP', () => block('man', 'uk.refuge_national'))],
  [
    "Southampton's",
    'the units of the county are offered in the city',
    changed('R-DIS', s => (s.wantsPlace && s.dispersedGroups.length > 0 ? offer('hants.dispersed') : []))
  ],
  [
    'who said',
    'a note is left for somebody who said no',
    [{ ...RULES[0], find: () => [note('marac-prompt')] } as Rule, ...RULES]
  ]
]

describe('a damaged list of rules is caught:', () => {
  it.each(FAULTS)('%s, when %s', (rule, _what, rules) => {
    expect(fc.check(holds(rules, rule), { numRuns: PATIENCE }).failed).toBe(true)
  })

  it('so that every hard rule is seen to fail', () => {
    const caught = new Set(FAULTS.map(([rule]) => rule))
    const uncaught = Object.keys(HARD_RULES).filter(name => ![...caught].some(rule => name.startsWith(rule)))
    expect(uncaught).toEqual([])
  })
})
