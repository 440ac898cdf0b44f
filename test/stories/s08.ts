// Wants to stay, but he lives there.
import { expect } from 'vitest'
import { neverOffers, neverSays, says, type Telling, workerReads } from '../telling/claims.ts'
import { answers, type Story, skipsTheRest, until, says as writes } from '../telling/story.ts'

const story: Story = {
  id: 'S08',
  title: 'wants to stay, but he lives there',
  channel: 'web',
  steps: [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'survivor', personNear: 'soon', deviceWatched: 'no' }),
    answers({ ageBand: '18plus', privacyLimits: 'ok', wantsNow: 'questions' }),
    writes('can u just fit a lock on the bedroom'),
    answers({ wants: 'stayHomeSafely', area: 'basingstokeAndDeane' }),
    until('livesWith'),
    answers({ livesWith: 'yes', fear: 'very' }),
    until('control'),
    answers({ control: 'yes' }),
    skipsTheRest
  ]
}

export const tellings: readonly Telling[] = [
  {
    story,
    must: {
      'it is said plainly when that help works': says(
        /That help works when the person does not live with you\. A person here can talk through what could help now\./
      ),
      'the worker sees why nothing was offered': workerReads(/Not offered: the person causing harm lives there/),
      'and reads what she asked for': workerReads(/"can u just fit a lock on the bedroom"/),
      'the note': ({ match }) => expect(match.notes).toEqual(['sanctuary-blocked'])
    },
    mustNot: {
      'a match for sanctuary': neverOffers(/sanctuary|dove|blue_lamp/),
      'that she changes locks, or asks him to go': neverSays(/\block(s|ed)?\b|ask (him|them) to (go|leave)/i)
    }
  }
]
