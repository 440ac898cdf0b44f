// The questions themselves: urgent cards, short mode, words that are not understood or only nearly, a change of mind.
import { answers, changes, confirms, presses, type Story, says, skipsTheRest, speaks, until } from '../telling/story.ts'
import { aboutAnother, alone, by, byBoth } from './path.ts'

const urgent = [
  ...byBoth('neck', 'a hand at the neck, days ago', [
    alone,
    answers({ wantsNow: 'questions' }),
    until('neck'),
    answers({ neck: 'lastFewDays', neckSymptoms: 'unsure' })
  ]),
  ...byBoth('suicide', 'might act on it', [
    alone,
    answers({ wantsNow: 'questions' }),
    until('suicide'),
    answers({ suicide: 'mightAct' })
  ]),
  ...byBoth('travel', 'taken abroad in days', [
    alone,
    answers({ wantsNow: 'questions' }),
    until('children'),
    answers({ children: 'yes', childrenHarmed: 'before', honour: 'yes', takenAway: 'inDays' })
  ])
]

const short = [
  by('sms', 'short-mode', 'not sure if it is OK to text', [
    answers({ channelOk: 'unsure', dangerNow: 'unsure', audience: 'survivor', privacyLimits: 'ok' }),
    skipsTheRest
  ]),
  by('web', 'short-mode', 'not sure if it is OK to message', [
    answers({ channelOk: 'unsure', dangerNow: 'unsure', audience: 'survivor', privacyLimits: 'ok' }),
    until('relationship')
  ]),
  by('sms', 'short-mode-friend', 'a friend who is not sure', [
    answers({ channelOk: 'unsure', audience: 'friend', privacyLimits: 'ok' }),
    skipsTheRest
  ]),
  by('sms', 'short-mode-professional', 'a professional whose phone is seen', [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'professional', deviceWatched: 'yes', privacyLimits: 'ok' }),
    skipsTheRest
  ]),
  by('sms', 'short-mode-information', 'just information, and somebody may look', [
    answers({ channelOk: 'unsure', audience: 'survivor', privacyLimits: 'ok' }),
    until('wantsNow'),
    answers({ wantsNow: 'information' })
  ])
]

const words = [
  ...byBoth('two-misses', 'nothing is understood, twice', [
    alone,
    answers({ wantsNow: 'questions' }),
    says('asdf'),
    says('wat??'),
    confirms('yes'),
    until('contactTimes')
  ]),
  ...byBoth('near-miss', 'nearly an option', [
    alone,
    answers({ wantsNow: 'questions', wants: 'talk' }),
    says('southamton'),
    confirms('no'),
    says('southhampton near the docks'),
    confirms('yes')
  ]),
  ...byBoth('own-words', 'says more than was asked', [
    alone,
    answers({ wantsNow: 'questions' }),
    says('he kicked the dog and he follows me to work'),
    confirms('yes'),
    answers({ stalking: 'yes', wants: 'talk' })
  ])
]

const changed = [
  by('web', 'change', 'changes an answer, and goes back', [
    alone,
    answers({ wantsNow: 'questions', wants: 'safePlace', area: 'hart' }),
    changes('deviceWatched'),
    answers({ deviceWatched: 'yes' }),
    presses('back'),
    answers({ area: 'fareham' }),
    presses('repeat')
  ]),
  by('sms', 'back', 'goes back, repeats, skips', [
    alone,
    answers({ wantsNow: 'questions', wants: 'safePlace' }),
    presses('back'),
    answers({ wants: 'talk' }),
    presses('repeat'),
    says('S')
  ]),
  by('web', 'language', 'another language in the middle', [alone, speaks('pl'), answers({ wantsNow: 'questions' })]),
  by('web', 'friend-language', 'another language, about somebody else', [aboutAnother('friend'), speaks('pl')])
]

export const survivors: readonly Story[] = [...urgent, ...short, ...words, ...changed]
