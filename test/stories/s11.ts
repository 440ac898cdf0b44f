// Worried about his own behaviour.
import { expect } from 'vitest'
import { neverOffers, neverSays, offers, says, showsNoBand, type Telling, workerReads } from '../telling/claims.ts'
import { answers, type Story, skipsTheRest, says as writes } from '../telling/story.ts'

const story: Story = {
  id: 'S11',
  title: 'worried about his own behaviour',
  channel: 'web',
  steps: [
    answers({ channelOk: 'yes', dangerNow: 'no' }),
    writes('i scare my gf when i shout. i pushed her. dont want to be my dad'),
    answers({ audience: 'harmer', deviceWatched: 'no', privacyLimits: 'ok', area: 'southampton' }),
    skipsTheRest
  ]
}

export const tellings: readonly Telling[] = [
  {
    story,
    must: {
      'respect, no blame, no excuse': says(/Asking is a good step\. How you act is yours to change\./),
      '999 if there is danger': says(/If someone is in danger, call 999\./),
      'Hampton Trust, Respect, and the worker for men who harm': offers(
        'soton.hampton_trust',
        'ext.respect',
        'soton.male_engagement'
      ),
      'a queue of their own': ({ handover, reading }) => {
        expect(handover).toBe('harmer_queue')
        expect(reading.conversation.owner.kind).toBe('queue')
      },
      'the worker reads his words': workerReads(/"i scare my gf when i shout\. i pushed her\. dont want to be my dad"/)
    },
    mustNot: {
      'couple counselling': neverSays(/couple|counsel|together|mediat/i),
      "anything of survivors' services": told => {
        neverOffers(/refuge|sanctuary|advice_line|pippa|idva|dispersed/)(told)
        expect(told.view.help.map(({ service }) => service).filter(id => /refuge|pippa|idva|line/.test(id))).toEqual([])
        neverSays(/refuge|hurting you|03300/i)(told)
      },
      'a band': told => {
        showsNoBand(told)
        expect(told.band.band).toBe('not_banded')
      },
      'a question about what she wrote of as a survivor': ({ transcript }) =>
        expect(transcript).not.toMatch(/Have they hurt|How scared/)
    }
  }
]
