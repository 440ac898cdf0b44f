// Fourteen years old.
import { expect } from 'vitest'
import { bannerReads, neverSays, says, type Telling, workerReads } from '../telling/claims.ts'
import { answers, type Story, skipsTheRest, says as writes } from '../telling/story.ts'

const story: Story = {
  id: 'S10',
  title: 'fourteen years old',
  channel: 'web',
  steps: [
    answers({ channelOk: 'yes' }),
    writes('im 14 dads hurting mum n me a bit. dont tell any1 pls'),
    answers({ dangerNow: 'no', audience: 'survivor', personNear: 'no', deviceWatched: 'no', ageBand: 'under16' }),
    answers({ privacyLimits: 'ok', youngChoice: 'both', area: 'southampton' }),
    skipsTheRest
  ]
}

export const tellings: readonly Telling[] = [
  {
    story,
    must: {
      'thanks, not your fault, and an honest limit': says(
        /Thank you for telling us\. It is not your fault\. We can't promise to keep it secret if you are not safe\. We will try to tell you first\./
      ),
      Childline: says(/0800 1111/),
      'the safeguarding lead is called now': ({ handover, reading }) => {
        expect(handover).toBe('urgent_safeguarding')
        expect(reading.conversation.owner.kind).toBe('queue')
      },
      'and the worker is told so': workerReads(/Tell the safeguarding lead now\. No contact with a parent/),
      'no question about what happened': ({ asked }) =>
        // How old they are is asked as soon as they have written it.
        expect(asked.slice(asked.indexOf('ageBand') + 1)).toEqual([
          'dangerNow',
          'audience',
          'personNear',
          'deviceWatched',
          'privacyLimits',
          'youngChoice',
          'area',
          'youngNickname',
          'accessNeeds'
        ]),
      'nothing the child wrote is asked about': ({ transcript }) =>
        expect(transcript).not.toMatch(/hurt your body|We read that as|children\?/),
      'the child is not contacted': bannerReads(/Do not contact\. They are under 16\. Speak to the safeguarding lead\./)
    },
    mustNot: {
      "'I promise'": neverSays(/(?<!can't )\bpromise\b/i),
      'a school, a surname, an address': neverSays(/school|surname|full name|date of birth|what is your address/i),
      'contact with a parent': neverSays(/(call|tell|talk to|contact) your (mum|dad|parent)/i)
    }
  }
]
