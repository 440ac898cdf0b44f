// A father of two daughters.
import { expect } from 'vitest'
import { neverSays, offers, says, type Telling, workerNeverReads, workerReads } from '../telling/claims.ts'
import { answers, type Story, skipsTheRest, until, says as writes } from '../telling/story.ts'

const story: Story = {
  id: 'S06',
  title: 'a dad with two daughters',
  channel: 'web',
  steps: [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'survivor', personNear: 'no', deviceWatched: 'no' }),
    answers({ ageBand: '18plus', privacyLimits: 'ok', wantsNow: 'questions' }),
    writes('dont laugh. my wife hits me. girls r 8 and 10 saw it. need out'),
    answers({ physical: 'thisWeek', wants: 'safePlace', area: 'havant', safeTonight: 'yes', relationship: 'partner' }),
    until('fear'),
    answers({ fear: 'aBit', believesSerious: 'maybe', separation: 'thinking', control: 'yes', children: 'yes' }),
    until('gender'),
    answers({ gender: 'man', movingWith: ['children'] }),
    skipsTheRest
  ]
}

export const tellings: readonly Telling[] = [
  {
    story,
    must: {
      'he is believed': says(/We believe you\. It is not your fault\./),
      'it is high, by the cluster': ({ band }) => expect([band.band, band.reasons[0]]).toEqual(['high', 'H-cluster']),
      'dispersed first, refuges elsewhere, and a line for men': offers(
        'hants.advice_line',
        'hants.dispersed',
        'uk.refuge_national',
        'ext.mens'
      ),
      'the worker reads him as he wrote it': workerReads(
        /"dont laugh\. my wife hits me\. girls r 8 and 10 saw it\. need out"/
      )
    },
    mustNot: {
      'the Male Engagement Worker': workerNeverReads(/male engagement/i),
      "'what did you do first'": neverSays(/what did you do|did you (hit|start|provoke)/i),
      'a refuge in Hampshire': ({ match }) => expect(match.services).not.toContain('hants.refuge')
    }
  }
]
