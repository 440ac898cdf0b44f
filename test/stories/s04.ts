// A sister who asks for somebody who does not know.
import { expect } from 'vitest'
import { isAsked, neverSays, offers, says, type Telling, workerReads } from '../telling/claims.ts'
import { answers, confirms, type Story, skipsTheRest, says as writes } from '../telling/story.ts'

const story: Story = {
  id: 'S04',
  title: 'about a sister, who does not know',
  channel: 'web',
  steps: [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'friend', deviceWatched: 'no' }),
    answers({ privacyLimits: 'ok', wantsNow: 'questions' }),
    writes(
      "My sister. Bruises. He had her by the throat at xmas mum saw. he said he'd bury her. She'd kill me if she knew I was on here"
    ),
    // What touches life is asked about first; then what she meant.
    answers({ neck: 'before', threatsToKill: ['me'] }),
    confirms('yes'),
    answers({ physical: 'before' }),
    answers({ signsSeen: ['hurt', 'neckGrabbed', 'threatToKill'] }),
    answers({ survivorAware: 'no', friendSafe: 'yes', wants: 'talk', area: 'winchester' }),
    skipsTheRest
  ]
}

/** The idiom by itself: it raises nothing, about anybody. */
const idiom: Story = {
  id: 'S04-idiom',
  title: 'a turn of speech is no threat',
  channel: 'web',
  steps: [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'friend', deviceWatched: 'no' }),
    answers({ privacyLimits: 'ok', wantsNow: 'questions' }),
    writes("She'd kill me if she knew I was on here"),
    skipsTheRest
  ]
}

/** What she wrote is asked about in plain words about the sister, not by a list. */
const asked: Story = {
  id: 'S04-asked',
  title: 'about a sister: each thing she tells is asked about plainly',
  channel: 'web',
  steps: [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'friend', deviceWatched: 'no' }),
    answers({ privacyLimits: 'ok', wantsNow: 'questions' }),
    writes('he strangled her on sunday, and he says he will kill her and then himself'),
    answers({ neck: 'lastFewDays', threatsToKill: ['me', 'themselves'] }),
    answers({ friendRelation: 'family', signsSeen: ['weapon'], area: 'winchester' }),
    skipsTheRest
  ]
}

export const tellings: readonly Telling[] = [
  {
    story,
    must: {
      'it is high': ({ band }) => expect(band.band).toBe('high'),
      'the signs are asked about because she wrote of them': ({ transcript }) =>
        expect(transcript).toMatch(
          /She'd kill me[\s\S]*Have you seen or been told about any of these\?[\s\S]*How|Are you safe too/
        ),
      'and count as reported by other': workerReads(
        /Have you seen or been told about any of these\? Hurt, Neck grabbed, Threat to kill .*reported by other/
      ),
      'the threat counts': ({ band }) => expect(band.reasons).toEqual(['H-neck', 'H-kill']),
      'she is told to listen, believe, let them choose and not face him': says(
        /Listen, believe them, and let them choose\. Please don't face the person hurting them/
      ),
      'the line is there for the sister herself': says(/They can talk to us too/),
      'the advice line': offers('hants.advice_line'),
      'how to reach the one who writes': isAsked('contactMethod')
    },
    mustNot: {
      "'tell her to leave'": neverSays(/tell (her|them) to|(she|they) should leave/i),
      "the sister's number": neverSays(/(their|her) (phone|number|email)|reach them|contact them/i),
      'contact with the sister': ({ summary }) => expect(summary.safeContact.mayContact).toBe(false)
    }
  },
  {
    story: idiom,
    must: {
      'the words are kept for the worker': workerReads(/"She'd kill me if she knew I was on here"/)
    },
    mustNot: {
      'a flag for anybody': ({ band }) => expect(band.reasons).toEqual([]),
      'a question because of it': ({ transcript }) => expect(transcript).not.toMatch(/We read that as|kill someone/)
    }
  },
  {
    story: asked,
    must: {
      'it is asked about her sister': says(/Has anyone ever grabbed their neck or stopped them breathing\?/),
      'and nobody is asked about themselves': neverSays(/your neck|stopped you breathing|\bsaid they will kill you\b/),
      'it counts as reported by other': workerReads(
        /grabbed their neck or stopped them breathing\? Yes, last few days .*reported by other/
      ),
      'so does the threat, with whom it is about': workerReads(
        /said they will kill someone\? The one they scare, Themselves .*reported by other/
      ),
      'beside what she has seen': ({ band }) => expect(band.reasons).toEqual(['H-neck', 'H-weapon', 'H-kill']),
      "and is nobody's own answer": ({ band }) => expect(band.known).toBe(1)
    },
    mustNot: {
      'it is read as hers': ({ reading }) =>
        expect(reading.answers.filter(({ question, source }) => question === 'neck' && source === 'self')).toEqual([])
    }
  }
]
