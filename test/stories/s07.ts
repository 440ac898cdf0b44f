// A council tenant who wants to stay.
import { expect } from 'vitest'
import { bannerReads, neverSays, offers, says, type Telling } from '../telling/claims.ts'
import { answers, confirms, type Story, skipsTheRest, until, says as writes } from '../telling/story.ts'

const story: Story = {
  id: 'S07',
  title: 'a council tenant who wants to stay',
  channel: 'sms',
  steps: [
    writes('hi'),
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'survivor', personNear: 'no', deviceWatched: 'no' }),
    answers({ ageBand: '18plus', privacyLimits: 'ok', wantsNow: 'questions' }),
    writes('he moved out in june but bangs on windows. its my council flat not leavin it'),
    confirms('no'),
    answers({ wants: 'stayHomeSafely', area: 'southampton' }),
    until('livesWith'),
    answers({ livesWith: 'no', fear: 'aBit', physical: 'before' }),
    until('tenure'),
    writes('1'),
    until('contactMethod'),
    answers({
      contactMethod: 'text',
      contactDetail: '07700 900123',
      textFirst: 'setTimes',
      contactTimes: ['weekdayMorning']
    }),
    skipsTheRest
  ]
}

export const tellings: readonly Telling[] = [
  {
    story,
    must: {
      'it is medium': ({ band }) => expect(band.band).toBe('medium'),
      'Dove before Blue Lamp': offers('soton.pippa', 'soton.community_medium', 'soton.dove', 'soton.blue_lamp'),
      "the tone of 'you don't have to move to be safe'": says(/You should not have to move to be safe\./),
      'texts only inside the set times': bannerReads(
        /You may contact them by text, only at these times: Weekday mornings\./i
      ),
      "'housing' was only near: she says no, and is asked again": ({ facts }) =>
        expect(facts.answers.wants).toBe('stayHomeSafely')
    },
    mustNot: {
      'a refuge first': neverSays(/refuge|place to go is/i),
      'a promise to text': neverSays(/we will (text|call)/i)
    }
  }
]
