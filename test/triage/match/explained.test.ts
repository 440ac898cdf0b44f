import { describe, expect, it } from 'vitest'
import type { Answers, Signal } from '../../../src/questions/answer.ts'
import { match } from '../../../src/triage/match.ts'

const of = (answers: Answers, signals: Signal[] = []) => match({ answers, channel: 'web', signals })
const rulesOf = (answers: Answers, service: string): string[] | undefined =>
  of(answers)
    .matched.find(one => one.service === service)
    ?.by.map(({ rule }) => rule)
const blockedIn = (answers: Answers): string[] =>
  of(answers).blocked.map(({ service, because }) => `${service}: ${because}`)
const promptsOf = (answers: Answers): string[] => of(answers).prompts.map(({ id }) => id)

const woman: Answers = { area: 'fareham', wants: 'safePlace', gender: 'woman' }
const stays: Answers = { area: 'southampton', wants: 'stayHomeSafely', livesWith: 'no', tenure: 'council' }

describe('a match says which rule led to a service', () => {
  it('one, or every one of them', () => {
    expect(rulesOf(woman, 'hants.refuge')).toEqual(['R-REF-1'])
    expect(rulesOf({ ...woman, honour: 'yes' }, 'uk.refuge_national')).toEqual(['R-HBA', 'R-REF-2'])
    expect(match({ answers: { area: 'elsewhere' }, channel: 'web' }, true).matched[0]).toMatchObject({
      service: 'ext.ndah',
      by: [{ rule: 'R-OUT-OF-HOURS' }, { rule: 'R-GAP' }]
    })
  })

  it('and where in the documents it stands', () => {
    const refuge = of(woman).matched.find(one => one.service === 'hants.refuge')
    expect(refuge?.by[0]?.sources[0]).toMatchObject({ file: '000_918efe632bb91e05.txt', lines: [12, 12] })
  })
})

describe('a match says what was blocked, and why', () => {
  it.each<[string, Answers, string[]]>([
    ['a man', { ...woman, gender: 'man' }, ['hants.refuge: man']],
    ['a son over 16', { ...woman, movingWith: ['son16Plus'] }, ['hants.refuge: son16Plus']],
    ['own words for gender: nobody is refused', { ...woman, gender: 'otherWords' }, ['hants.refuge: genderOwnWords']],
    ['a gender not said, with a dog', { ...woman, gender: 'skip', pets: 'dog' }, ['hants.refuge: genderUnknown']],
    ['a gender not said: both kinds are possible', { ...woman, gender: 'skip' }, []],
    ['a woman', woman, []],
    ['a man in Southampton', { ...woman, area: 'southampton', gender: 'man' }, ['soton.refuge: man']],
    ['a gender not said in Southampton', { area: 'southampton', wants: 'safePlace' }, ['soton.refuge: genderUnknown']],
    ['nobody who wants no place', { area: 'fareham', gender: 'man' }, []],
    [
      'a home that is shared',
      { ...stays, livesWith: 'sometimes' },
      ['soton.dove: livesWith', 'soton.blue_lamp: livesWith']
    ],
    [
      'a home nobody spoke of',
      { area: 'hart', wants: 'stayHomeSafely' },
      ['hants.sanctuary: livesWithUnknown', 'soton.blue_lamp: livesWithUnknown']
    ],
    ['a home in another area', { area: 'portsmouth', wants: 'stayHomeSafely' }, []],
    ['a private tenant', { ...stays, tenure: 'privateRent' }, ['soton.dove: notCouncilTenant']],
    ['a tenancy not said', { ...stays, tenure: 'skip' }, ['soton.dove: tenureUnknown']],
    [
      'a man with several needs',
      { area: 'southampton', gender: 'man', needs: ['drinkOrDrugs', 'mentalHealth'] },
      ['soton.floating_support: notWoman']
    ],
    [
      'several needs, no gender',
      { area: 'southampton', needs: ['drinkOrDrugs', 'mentalHealth'] },
      ['soton.floating_support: genderUnknown']
    ]
  ])('%s', (_who, answers, blocked) => {
    expect(blockedIn(answers)).toEqual(blocked)
  })
})

describe('a match says which needs nobody meets', () => {
  it.each<[string, Answers, object[]]>([
    [
      'self-contained places in Southampton, and for whom',
      { area: 'southampton', wants: 'safePlace', gender: 'man', pets: 'cat', needs: ['lgbtq'] },
      [{ need: 'dispersed', groups: ['man', 'lgbtq', 'pets'] }]
    ],
    [
      'sanctuary outside the two areas',
      { ...stays, area: 'isleOfWight' },
      [{ need: 'localServices' }, { need: 'sanctuary' }]
    ],
    [
      'a housing team outside the two areas',
      { area: 'elsewhere', wants: 'housing' },
      [{ need: 'localServices' }, { need: 'housingTeam' }]
    ],
    ['nothing in Hampshire', woman, []]
  ])('%s', (_what, answers, unmet) => {
    const found = of(answers).unmet
    expect(found).toMatchObject(unmet)
    expect(found).toHaveLength(unmet.length)
  })
})

describe('a rule that stops', () => {
  it.each<[string, Answers, Signal[], string]>([
    ['is named: it is not OK to write', { channelOk: 'no' }, [], 'R-QUIET'],
    ['is named: they look for somebody', {}, ['locationSeeking'], 'R-LOCATION'],
    ['is named: own behaviour', { audience: 'harmer' }, [], 'R-PERP'],
    ['is named: under 16', { ageBand: 'under16' }, [], 'R-UNDER-16'],
    ['is named: a private landlord', { audience: 'professional', referrerRole: 'privateLandlord' }, [], 'R-LAND'],
    ['is named: a social landlord', { audience: 'professional', referrerRole: 'socialLandlord' }, [], 'R-SOC']
  ])('%s', (_what, answers, signals, rule) => {
    expect(of({ ...woman, honour: 'yes', ...answers }, signals).stoppedBy).toBe(rule)
  })

  it('is none for most people', () => {
    expect(of(woman).stoppedBy).toBeNull()
  })
})

describe('beside a match a worker reads', () => {
  it.each<[string, Answers, string[]]>([
    ['about refuges in Southampton', { ...woman, area: 'southampton' }, ['R-REF-DECLINED', 'R-WORK']],
    ['about barriers there', { ...woman, area: 'southampton', needs: ['disabledOrIll'] }, ['R-REF-BARRIERS']],
    ['about own words for gender', { ...woman, gender: 'otherWords' }, ['R-REF-4']],
    ['about a council transfer', { ...woman, area: 'southampton', tenure: 'council' }, ['R-HOU-2']],
    ['about sanctuary without a council tenancy', { ...stays, tenure: 'own' }, ['R-SAN-4', 'R-SAN-WAITS']],
    ['about second stage and hostels', { ...woman, tenure: 'hostelOrSupported' }, ['R-2ND', 'R-HOSTEL']],
    ['about specialist places', { ...woman, needs: ['lgbtq'] }, ['R-SPECIALIST']],
    ['about bed and breakfast', woman, ['R-BNB']],
    ['about visas', { noRecourse: 'unsure' }, ['R-NRPF']],
    ['about honour', { honour: 'yes' }, ['R-HBA']],
    ['about a safety plan', { audience: 'professional' }, ['R-PRO']],
    ['about landlords', { audience: 'professional', referrerRole: 'privateLandlord' }, ['R-PRO', 'R-LAND']],
    ['about those who harm', { audience: 'harmer', wants: 'safePlace' }, ['R-PERP']],
    ['about an area without services', { area: 'portsmouth' }, ['R-GAP']]
  ])('%s', (_what, answers, prompts) => {
    expect(promptsOf(answers)).toEqual(expect.arrayContaining(prompts))
  })

  it('nothing that does not concern this person', () => {
    expect(promptsOf({ area: 'fareham' })).toEqual([])
    expect(promptsOf({ audience: 'harmer', wants: 'safePlace', area: 'southampton' })).toEqual(['R-PERP'])
    expect(promptsOf({ channelOk: 'no', audience: 'professional' })).toEqual([])
    expect(promptsOf(stays)).not.toContain('R-SAN-4')
  })

  it('always with a source, and with the service it belongs to', () => {
    const { prompts, services } = of({
      ...woman,
      area: 'southampton',
      needs: ['drinkOrDrugs', 'mentalHealth', 'over60']
    })
    expect(prompts.length).toBeGreaterThan(4)
    for (const { beside, sources } of prompts) {
      expect(sources.length).toBeGreaterThan(0)
      if (beside !== null) expect(services).toContain(beside)
    }
  })
})
