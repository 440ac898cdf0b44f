// An older disabled woman, at night, who does not want to wake up.
import { expect } from 'vitest'
import { bannerReads, neverSays, says, type Telling, workerReads } from '../telling/claims.ts'
import { answers, type Story, skipsTheRest, until, says as writes } from '../telling/story.ts'

const story: Story = {
  id: 'S12',
  title: 'an older disabled woman, at night',
  channel: 'web',
  outOfHours: true,
  steps: [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'survivor', personNear: 'no', deviceWatched: 'no' }),
    answers({ ageBand: '18plus', privacyLimits: 'ok', wantsNow: 'questions' }),
    writes("My son has my cards. I am so tired. Some nights I don't want to wake up"),
    answers({ suicide: 'atTimes', wants: 'money', area: 'newForest', relationship: 'myChild', control: 'yes' }),
    until('needs'),
    answers({ needs: ['over60', 'disabledOrIll'] }),
    skipsTheRest
  ]
}

export const tellings: readonly Telling[] = [
  {
    story,
    must: {
      'she is thanked, at once': ({ transcript }) =>
        expect(transcript).toMatch(
          /PERSON +Yes, at times\nUS +Thank you for telling us\. If you may act on it, call 999\./
        ),
      'Samaritans, and the line that is open day and night': says(/116 123 is free, day and night[\s\S]*0808 2000 247/),
      'it is high': ({ band }) => expect([band.band, band.reasons]).toEqual(['high', ['H-suicide']]),
      'what waits acts only through a safe way': ({ handover }) => expect(handover).toBe('queued_safe_contact_only'),
      'and none was given': bannerReads(/Do not contact\. No safe way to reach them was given\./),
      'no one watches, and that is said': says(/No one is here right now\./),
      'the worker reads her words': workerReads(/Some nights I don't want to wake up/)
    },
    mustNot: {
      'the chat ends': ({ reading, view }) => {
        expect(reading.conversation.status).toBe('open')
        expect(view.place.kind).toBe('waiting')
      },
      "a promise to call back, 'Monday' or ever": neverSays(/call (you )?back|\bring you|monday|we will call/i),
      'that a person will join': neverSays(/will join you|in the queue for a person/i)
    }
  }
]
