import { describe, expect, it } from 'vitest'
import words from '../../locales/en/staff-triage.json' with { type: 'json' }
import { DIRECTORY } from '../../src/triage/directory/directory.ts'
import { HIGH, IMMEDIATE, MEDIUM } from '../../src/triage/policy.ts'
import { PROMPTS } from '../../src/triage/prompts/prompts.ts'
import { RULES } from '../../src/triage/rules/all.ts'
import type { BlockedBecause, NoteId, UnmetNeed } from '../../src/triage/rules/rule.ts'

const NOTES: Record<NoteId, true> = {
  'location-seeking': true,
  'safeguarding-lead': true,
  'safeguarding-16-17': true,
  'hrda-route': true,
  'marac-prompt': true,
  'out-of-area-first': true,
  'gender-not-known': true,
  'unmet-dispersed-southampton': true,
  'no-sanctuary-in-area': true,
  'sanctuary-blocked': true,
  'local-housing-team': true,
  'immigration-advice-first': true
}
const BLOCKED: Record<BlockedBecause, true> = {
  livesWith: true,
  livesWithUnknown: true,
  man: true,
  son16Plus: true,
  genderUnknown: true,
  genderOwnWords: true,
  notCouncilTenant: true,
  tenureUnknown: true,
  notWoman: true
}
const UNMET: Record<UnmetNeed, true> = { dispersed: true, sanctuary: true, housingTeam: true, localServices: true }
const BANDS = ['immediate', 'high', 'medium', 'not_enough_known', 'standard', 'not_banded']

const wanted = [
  ...[...IMMEDIATE, ...HIGH, ...MEDIUM].map(({ id }) => `flag-${id}`),
  ...BANDS.map(band => `band-${band}`),
  ...Object.keys(NOTES).map(id => `note-${id}`),
  ...RULES.map(({ id }) => `why-${id}`),
  ...Object.keys(BLOCKED).map(id => `blocked-${id}`),
  ...Object.keys(UNMET).map(id => `unmet-${id}`),
  ...PROMPTS.map(({ id }) => `prompt-${id}`)
]

describe('what a worker reads about risk and services', () => {
  it('has a sentence for every flag, band, note, rule, block, need and prompt, and for nothing else', () => {
    expect(Object.keys(words).sort()).toEqual([...wanted].sort())
    expect(new Set(wanted).size).toBe(wanted.length)
  })

  it('is whole sentences', () => {
    expect(Object.entries(words).filter(([, text]) => !/^["A-Z].*[.]$/.test(text))).toEqual([])
  })

  it('calls nobody by a label, and never calls a risk low', () => {
    const texts = [
      ...Object.values(words),
      ...[...DIRECTORY.values()].filter(row => !row.staffOnly).map(row => row.name)
    ]
    expect(texts.filter(text => /\b(victim|perpetrator|client|abuser|low risk|unfortunately)/i.test(text))).toEqual([])
  })
})
