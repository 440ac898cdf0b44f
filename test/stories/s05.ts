// A housing officer whose tenant wants locks.
import { expect } from 'vitest'
import { datasetRow } from '../../src/summary/dataset-row.ts'
import { neverSays, offers, says, type Telling, workerReads } from '../telling/claims.ts'
import { answers, confirms, presses, type Story, skipsTheRest, until, says as writes } from '../telling/story.ts'

const story: Story = {
  id: 'S05',
  title: 'a housing officer, a tenant who wants locks',
  channel: 'web',
  steps: [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'professional', deviceWatched: 'no' }),
    answers({ privacyLimits: 'ok', wantsNow: 'questions', referrerRole: 'housing', referralConsent: 'yes' }),
    writes("Tenant's ex moved out in Aug, keeps coming back. She consents. Standard on my DASH. wants locks + chain."),
    answers({ stalking: 'yes' }),
    confirms('yes'),
    answers({ signsSeen: ['followed'] }),
    answers({ area: 'eastleigh', referrerRisk: 'standard' }),
    until('livesWith'),
    answers({ livesWith: 'no', tenure: 'housingAssociation' }),
    skipsTheRest
  ]
}

/** A health visitor who tells more than the form asks. */
const asked: Story = {
  id: 'S05-asked',
  title: 'a health visitor: what they tell is asked about plainly',
  channel: 'web',
  steps: [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'professional', deviceWatched: 'no' }),
    answers({ privacyLimits: 'ok', wantsNow: 'questions' }),
    writes('her family are taking her to Pakistan to get married next week. she says she wants to die'),
    // The card stands alone; what they told is asked about when they go on.
    presses('goOn'),
    answers({ suicide: 'atTimes', takenAway: 'inDays', honour: 'yes' }),
    answers({ referrerRole: 'health', area: 'eastleigh' }),
    skipsTheRest
  ]
}

export const tellings: readonly Telling[] = [
  {
    story,
    must: {
      'the route for professionals, sanctuary and Blue Lamp': offers(
        'hants.professional_referral',
        'hants.sanctuary',
        'soton.blue_lamp',
        'ext.stalking'
      ),
      'the reminder of a safety plan': says(/make a safety plan with the person/),
      'the worker is reminded too': workerReads(/Remind them: a safety plan and a risk assessment/),
      'the referrer counts as housing': ({ facts, reading }) => {
        const { channel, locale } = reading.conversation
        const ended = { ended: 'closed', endedAt: new Date(), requestedAt: null, acceptedAt: null } as const
        const row = datasetRow({ channel, locale, answers: facts.answers, withheld: new Set(), ...ended })
        expect(row.referrerType).toBe('housing')
      },
      'what was seen is marked as reported by a professional': workerReads(
        /about any of these\? Being followed .*reported by a professional/
      )
    },
    mustNot: {
      "a client's name": ({ said }) => {
        expect(said.join('\n')).toMatch(/send no names or addresses here/)
        expect(said.join('\n')).not.toMatch(/(what is|tell us) (the|their|her|his) (full )?name|client/i)
      },
      "'victim'": neverSays(/victim|perpetrator/i)
    }
  },
  {
    story: asked,
    must: {
      'it is asked about the person': says(
        /Does the person feel like that\?[\s\S]*Is anyone planning to take them away soon\?/
      ),
      'it raises what it would raise of oneself': ({ band }) =>
        expect(band.reasons).toEqual(['I-travel', 'H-suicide', 'H-honour']),
      'and is marked as reported by a professional': workerReads(
        /Does the person feel like that\? Yes, at times .*reported by a professional/
      ),
      'and the helplines fit': ({ match }) =>
        expect(match.services).toEqual(expect.arrayContaining(['ext.samaritans', 'ext.karma']))
    },
    mustNot: {
      'anybody is asked about themselves': neverSays(/Do you feel like that|take you away/)
    }
  }
]
