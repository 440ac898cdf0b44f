// Planning to leave, two children, a phone he checks.
import { expect } from 'vitest'
import {
  bannerReads,
  isAsked,
  listReads,
  neverSays,
  offers,
  says,
  showsNoBand,
  type Telling,
  workerReads
} from '../telling/claims.ts'
import {
  answers,
  confirms,
  presses,
  type Story,
  silence,
  skipsTheRest,
  until,
  says as writes
} from '../telling/story.ts'

const story: Story = {
  id: 'S01',
  title: 'planning to leave, two children',
  channel: 'web',
  steps: [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'survivor', personNear: 'no' }),
    writes('he checks my phone so i cant b long'),
    confirms('yes'),
    answers({ ageBand: '18plus', privacyLimits: 'ok' }),
    until('wantsNow'),
    answers({ wantsNow: 'questions', wants: 'safePlace', area: 'fareham', safeTonight: 'yes' }),
    answers({ relationship: 'partner', livesWith: 'yes' }),
    writes('he choked me last yr not since'),
    answers({ neck: 'before' }),
    answers({ fear: 'very', physical: 'before', separation: 'thinkingTheyMayKnow', control: 'yes' }),
    until('children'),
    writes('kids 4 and 7'),
    confirms('yes'),
    answers({ gender: 'woman', movingWith: ['children'] }),
    skipsTheRest
  ]
}

/** She presses Exit at `safeTonight`. What the browser does then is seen in test/browser/exit.test.ts and trace.test.ts. */
const exit: Story = {
  id: 'S01-exit',
  title: 'leaves in the middle',
  channel: 'web',
  steps: [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'survivor', personNear: 'no', deviceWatched: 'yes' }),
    answers({ ageBand: '18plus', privacyLimits: 'ok', wantsNow: 'questions', wants: 'safePlace', area: 'fareham' }),
    until('safeTonight'),
    presses('leave'),
    silence(40)
  ]
}

export const tellings: readonly Telling[] = [
  {
    story,
    must: {
      'it is high': ({ band }) => expect(band.band).toBe('high'),
      'a refuge, then refuges elsewhere': offers('hants.advice_line', 'hants.refuge', 'uk.refuge_national'),
      'she is told about a phone that is checked': says(/one they never use is safer/),
      'her choking is asked about because she wrote of it, and counts only then': ({ transcript, band }) => {
        expect(transcript).toMatch(/he choked me[^\n]*\nUS[^\n]*\nUS +Have they ever grabbed your neck/)
        expect(band.reasons).toContain('H-neck')
      },
      "the worker reads 'choked' in her own words": workerReads(/"he choked me last yr not since"/),
      'and all the rest as she wrote it': workerReads(/"he checks my phone so i cant b long"[\s\S]*"kids 4 and 7"/),
      'no way to reach her stands unless she gives one': bannerReads(
        /Do not contact\. No safe way to reach them was given\./
      ),
      'she is asked whether the children were hurt': isAsked('childrenHarmed')
    },
    mustNot: {
      "'you should leave'": neverSays(/should (leave|go|stay)|you (must|have to) /i),
      'a band': showsNoBand
    }
  },
  {
    story: exit,
    must: {
      'the part she told is kept': workerReads(/Wants: Safe place to go/),
      'she stands in the staff list, though she asked for nobody': listReads(
        /Left by quick exit at (?:\d+ \w+, )?\d\d:\d\d\. Do not contact\./
      ),
      'with how worried to be': listReads(/Not enough known yet: treat as at least medium/),
      'marked as left by quick exit, do not contact': bannerReads(/Left by quick exit at .* Do not contact\./),
      'the conversation is over': ({ reading }) => expect(reading.conversation.status).toBe('left')
    },
    mustNot: {
      'a word after that': ({ transcript }) => expect(transcript).toMatch(/\(left\)\n +\(40 minutes of silence\)\n$/)
    }
  }
]
