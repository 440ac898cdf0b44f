import { describe, expect, test } from 'vitest'
import { asText } from '../../src/summary/as-text.ts'
import { NOTHING_RECORDED } from '../../src/summary/worker-record.ts'
import { DIRECTORY } from '../../src/triage/directory/directory.ts'
import { complete } from '../../src/triage/directory/entry.ts'
import { english, minutesLater, summaryOf, type Told } from './readings.ts'

const wantsAPlace: Told[] = [
  { question: 'audience', value: 'survivor' },
  { question: 'wants', value: 'safePlace' },
  { question: 'area', value: 'fareham' },
  { question: 'gender', value: 'woman' }
]
const wantsToStay: Told[] = [
  { question: 'audience', value: 'survivor' },
  { question: 'wants', value: 'stayHomeSafely' },
  { question: 'area', value: 'fareham' },
  { question: 'livesWith', value: 'yes' }
]

describe('a worker reads which services may fit', () => {
  test('in order, each with its rule, its reason and the line it stands on', () => {
    const { needs } = summaryOf(wantsAPlace)
    expect(needs.matches.map(({ service }) => service)).toEqual([
      'hants.advice_line',
      'hants.refuge',
      'uk.refuge_national'
    ])
    for (const { by } of needs.matches) {
      for (const { why, sources } of by) {
        expect(why).toMatch(/^[A-Z].*\.$/)
        expect(sources.length).toBeGreaterThan(0)
      }
    }
    expect(asText(summaryOf(wantsAPlace), english)).toMatch(
      /^- 2\. Refuges in Hampshire: .*\[R-REF-1\] \(Hampshire page, line 12: "The Hampshire refuges are shared/m
    )
  })

  test('and which do not, and why, with what to think of', () => {
    const summary = summaryOf(wantsToStay)
    expect(summary.needs.blocked.map(({ service }) => service)).toContain('hants.sanctuary')
    expect(summary.needs.notes.map(({ note }) => note)).toEqual(['sanctuary-blocked'])
    const text = asText(summary, english)
    expect(text.indexOf('Not offered, and why:')).toBeGreaterThan(text.indexOf('Before anything else:'))
    expect(text).toContain('To think of:')
  })

  test('and which needs nobody meets', () => {
    const alone: Told[] = [...wantsAPlace.slice(0, 2), { question: 'area', value: 'southampton' }]
    const { needs } = summaryOf([...alone, { question: 'gender', value: 'man' }])
    expect(needs.unmet).toMatchObject([{ need: 'dispersed', groups: ['man'] }])
  })
})

test('what the person keeps back is not given away by a service that fits', () => {
  const story: Told[] = [...wantsAPlace.slice(0, 3), { question: 'gender', value: 'man' }]
  const found = (withheld: 'gender'[]) => JSON.stringify(summaryOf(story, { withheld }).needs)
  expect(found([])).toContain('ext.mens')
  expect(found(['gender'])).not.toMatch(/mens|"man"|R-REF-3/)
})

test('an operator cannot name a secret place into a summary', () => {
  const row = DIRECTORY.get('hants.refuge')
  const named = complete({ ...structuredClone(row ?? complete({} as never)), name: 'Rose House, 4 Elm Road' })
  const directory = new Map([...DIRECTORY, ['hants.refuge', named]])
  const summary = summaryOf(wantsAPlace, {}, { directory })
  expect(JSON.stringify(summary)).not.toContain('Elm Road')
  expect(summary.needs.matches[1]?.name).toBe('Refuges in Hampshire')
})

test("a worker's decision stands beside the service it is about", () => {
  const at = minutesLater(30).toISOString()
  const declined = { service: 'hants.refuge', accepted: false, reason: 'noSpace', by: 'Sam', at } as const
  const summary = summaryOf(wantsAPlace, {}, { worker: { ...NOTHING_RECORDED, decisions: [declined] } })
  expect(summary.needs.matches[1]?.decision).toEqual({ accepted: false, reason: 'noSpace', by: 'Sam', at })
  expect(summary.needs.matches[0]?.decision).toBeNull()
  expect(asText(summary, english)).toContain('Declined (Sam). No space.')
})
