// Whoever does not write about themselves, or is young, or hurts somebody.
import type { OptionOf } from '../../src/questions/catalogue.ts'
import { answers, type Story, skipsTheRest, until } from '../telling/story.ts'
import { aboutAnother, byBoth } from './path.ts'

type Role = OptionOf<'referrerRole'>

/** Every role, with what they come for. */
const COME_FOR: Readonly<Record<Role, OptionOf<'referrerWants'>>> = {
  police: 'riskHelp',
  health: 'safeAccommodation',
  housing: 'sanctuary',
  privateLandlord: 'landlordAdvice',
  socialLandlord: 'socialHousingAdvice',
  education: 'riskHelp',
  socialCare: 'safeAccommodation',
  other: 'housing'
}

const professionals = (Object.entries(COME_FOR) as [Role, OptionOf<'referrerWants'>][]).flatMap(
  ([referrerRole, referrerWants]) =>
    byBoth(`professional-${referrerRole}`, `a professional: ${referrerRole}, for ${referrerWants}`, [
      aboutAnother('professional'),
      answers({ wantsNow: 'questions', referrerRole, referralConsent: 'yes', referrerWants, area: 'winchester' }),
      until('contactMethod'),
      answers({ contactMethod: 'none' })
    ])
)

const friends = [
  ...byBoth('friend', 'a friend who is not safe either', [
    aboutAnother('friend'),
    answers({ wantsNow: 'questions', friendRelation: 'neighbour', survivorAware: 'no', friendSafe: 'no' }),
    answers({ signsSeen: ['hurt', 'childHarmed'], wants: 'talk', area: 'southampton' }),
    answers({ friendWorry: 'the little one looks scared all the time' }),
    skipsTheRest
  ])
]

const young = [
  ...byBoth('under-16', 'under 16', [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'survivor', personNear: 'no', deviceWatched: 'no' }),
    answers({ ageBand: 'under16', privacyLimits: 'tellMeMore' }),
    answers({ privacyLimits: 'ok', youngChoice: 'both', area: 'havant', youngNickname: 'Bee' }),
    skipsTheRest
  ]),
  ...byBoth('16-to-17', '16 or 17: the adult path', [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'survivor', personNear: 'no', deviceWatched: 'no' }),
    answers({ ageBand: '16to17', privacyLimits: 'ok', wantsNow: 'questions', wants: 'talk', area: 'gosport' }),
    until('fear')
  ])
]

const harmers = byBoth('own-behaviour', 'worried about how they act', [
  answers({ channelOk: 'yes', dangerNow: 'no', audience: 'harmer', deviceWatched: 'no', privacyLimits: 'ok' }),
  answers({ area: 'southampton' }),
  skipsTheRest
])

export const others: readonly Story[] = [...friends, ...professionals, ...young, ...harmers]
