// Exactly what a worker reads beside a match: one prompt too many is read past, and the next one with it.
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/questions/answer.ts'
import { match } from '../../../src/triage/match.ts'

const promptsOf = (answers: Answers): string[] => match({ answers, channel: 'web' }).prompts.map(({ id }) => id)

const place: Answers = { area: 'southampton', wants: 'safePlace', gender: 'woman' }
const IN_SOUTHAMPTON = ['R-REF-2', 'R-REF-DECLINED', 'R-WORK', 'R-BNB']
const withBarriers = ['R-REF-2', 'R-REF-DECLINED', 'R-WORK', 'R-REF-BARRIERS', 'R-BNB']
const specialist = ['R-REF-2', 'R-REF-DECLINED', 'R-WORK', 'R-SPECIALIST', 'R-BNB']
const stays: Answers = { area: 'southampton', wants: 'stayHomeSafely', livesWith: 'no', tenure: 'council' }

describe('beside a match a worker reads exactly', () => {
  it.each<[string, Answers, string[]]>([
    ['for a woman who wants a place in Southampton', place, IN_SOUTHAMPTON],
    ['with no right to public funds', { ...place, noRecourse: 'yes' }, [...withBarriers, 'R-NRPF']],
    ['with an unsure right to public funds', { ...place, noRecourse: 'unsure' }, [...withBarriers, 'R-NRPF']],
    [
      'with a disability',
      { ...place, needs: ['disabledOrIll'] },
      ['R-REF-2', 'R-REF-DECLINED', 'R-WORK', 'R-REF-BARRIERS', 'R-SPECIALIST', 'R-BNB']
    ],
    ['for who is LGBT+', { ...place, needs: ['lgbtq'] }, specialist],
    ['for who needs a place for a faith or culture', { ...place, needs: ['faithOrCulture'] }, specialist],
    ['for who is deaf', { ...place, needs: ['deaf'] }, specialist],
    [
      'for who is over 60',
      { ...place, needs: ['over60'] },
      ['R-REF-2', 'R-REF-DECLINED', 'R-WORK', 'R-HOSTEL', 'R-BNB']
    ],
    [
      'for who has several needs',
      { ...place, needs: ['drinkOrDrugs', 'mentalHealth'] },
      ['R-REF-2', 'R-REF-DECLINED', 'R-WORK', 'R-REF-BARRIERS', 'R-HOSTEL', 'R-BNB', 'R-FLO']
    ],
    ['for a man', { ...place, gender: 'man' }, ['R-REF-2', 'R-SPECIALIST', 'R-BNB']],
    ['for own words for gender', { ...place, gender: 'otherWords' }, ['R-REF-2', 'R-REF-4', 'R-BNB']],
    ['for a grown son', { ...place, movingWith: ['son16Plus'] }, ['R-REF-2', 'R-REF-SON', 'R-BNB']],
    ['for a council tenant who wants to leave', { ...place, tenure: 'council' }, [...IN_SOUTHAMPTON, 'R-HOU-2']],
    [
      'for a council tenant who may lose the home',
      { area: 'southampton', homeAtRisk: 'yes', tenure: 'council' },
      ['R-BNB', 'R-HOU-2']
    ],
    [
      'for a council tenant in the county who may lose the home',
      { area: 'hart', homeAtRisk: 'yes', tenure: 'council' },
      ['R-BNB', 'R-HOU']
    ],
    [
      'in a hostel, wanting a home',
      { area: 'hart', wants: 'housing', tenure: 'hostelOrSupported' },
      ['R-2ND', 'R-HOSTEL', 'R-BNB', 'R-HOU']
    ],
    [
      'in a hostel, wanting a place',
      { area: 'elsewhere', wants: 'safePlace', tenure: 'hostelOrSupported' },
      ['R-REF-2', 'R-2ND', 'R-HOSTEL', 'R-BNB', 'R-GAP']
    ],
    ['for who wants to stay, alone in the home', stays, ['R-SAN-WAITS', 'R-SAN-DOVE', 'R-STAY-OR-GO']],
    ['for who wants to stay, but not alone', { ...stays, livesWith: 'yes' }, ['R-SAN-1', 'R-STAY-OR-GO']],
    ['for an owner who wants to stay', { ...stays, tenure: 'own' }, ['R-SAN-WAITS', 'R-SAN-4', 'R-STAY-OR-GO']],
    ['for an owner in the county', { ...stays, area: 'hart', tenure: 'own' }, ['R-SAN-WAITS', 'R-STAY-OR-GO']],
    ['about a court in Southampton', { area: 'southampton', wants: 'legal' }, ['R-LEGAL-COURT']],
    ['about threats with a visa', { immigrationThreat: 'yes' }, ['R-NRPF']],
    ['about honour', { honour: 'yes' }, ['R-HBA']],
    ['on the Isle of Wight', { area: 'isleOfWight' }, ['R-GAP']],
    ['in Portsmouth', { area: 'portsmouth' }, ['R-GAP']],
    ['elsewhere', { area: 'elsewhere' }, ['R-GAP']]
  ])('%s', (_who, answers, prompts) => {
    expect(promptsOf(answers)).toEqual(prompts)
  })

  it.each<[string, Answers]>([
    ['own words for gender', { gender: 'otherWords' }],
    ['a grown son', { movingWith: ['son16Plus'] }],
    ['a man', { gender: 'man', needs: ['lgbtq', 'over60', 'drinkOrDrugs', 'mentalHealth'] }],
    ['a council tenant', { area: 'hart', tenure: 'council' }],
    ['a council tenant of Southampton', { area: 'southampton', tenure: 'council' }],
    ['a court in the county', { area: 'hart', wants: 'legal' }]
  ])('nothing about places for who wants none: %s', (_who, answers) => {
    expect(promptsOf({ area: 'hart', ...answers })).toEqual([])
  })
})
