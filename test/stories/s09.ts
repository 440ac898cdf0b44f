// Threatened over a visa, in Polish without its marks. Where there is no Polish yet, English answers.
import { expect } from 'vitest'
import { neverSays, offers, type Telling, workerReads } from '../telling/claims.ts'
import { answers, type Story, skipsTheRest, until, says as writes } from '../telling/story.ts'

const story: Story = {
  id: 'S09',
  title: 'threatened over a visa',
  channel: 'web',
  locale: 'pl',
  steps: [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'survivor', personNear: 'no', deviceWatched: 'no' }),
    answers({ ageBand: '18plus', privacyLimits: 'ok', wantsNow: 'questions' }),
    writes('mowi ze mnie deportuja jak zadzwonie na policje'),
    answers({ immigrationThreat: 'yes', wants: 'safePlace', area: 'southampton', safeTonight: 'yes' }),
    until('fear'),
    answers({ gender: 'woman', fear: 'very', physical: 'before', control: 'yes', children: 'yes' }),
    until('noRecourse'),
    writes('він забрав passport, боюся'),
    answers({ noRecourse: 'unsure' }),
    skipsTheRest
  ]
}

export const tellings: readonly Telling[] = [
  {
    story,
    must: {
      'it is high, by four smaller ones': ({ band }) => expect([band.band, band.reasons]).toEqual(['high', ['H-many']]),
      'PIPPA, an advocate, a refuge, refuges elsewhere, and help for the child': offers(
        'soton.pippa',
        'soton.idva',
        'soton.refuge',
        'uk.refuge_national',
        'soton.cyp'
      ),
      'the threat is asked about because it was written': ({ asked }) =>
        expect(asked.indexOf('immigrationThreat')).toBeLessThan(asked.indexOf('wants')),
      'free expert advice comes before any form': ({ reading }) =>
        expect(reading.messages.map(({ key }) => key)).toContain('visaAdvice'),
      'the worker is told to ask before police contact is taken as safe': workerReads(
        /Do not assume that contact with the police is safe for their status: ask them\./
      ),
      'the words are kept, without their marks, and in both languages': workerReads(
        /"mowi ze mnie deportuja jak zadzwonie na policje"[\s\S]*"він забрав passport, боюся"/
      ),
      'the language stays what it was, whatever they write in': ({ reading }) =>
        expect(new Set(reading.messages.map(({ locale }) => locale)).size).toBe(1)
    },
    mustNot: {
      "'apply for MVDAC'": neverSays(/MVDAC|apply for/i),
      "'police won't share your status'": neverSays(/police|policj/i)
    }
  }
]
