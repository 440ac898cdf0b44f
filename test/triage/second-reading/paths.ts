// The roads people really go down, in the order of the specification's section 1: what makes an invented person likely.
import type { QuestionId } from '../../../src/questions/catalogue.ts'

const SAFE_CONTACT: readonly QuestionId[] = [
  'contactMethod',
  'contactDetail',
  'textFirst',
  'voicemail',
  'ifOtherAnswers',
  'coverName',
  'contactTimes'
]

const SURVIVOR: readonly QuestionId[] = [
  ...(['channelOk', 'dangerNow', 'audience', 'personNear', 'deviceWatched', 'ageBand'] as const),
  ...(['privacyLimits', 'wantsNow', 'wants', 'area', 'safeTonight', 'relationship', 'livesWith'] as const),
  ...(['fear', 'believesSerious', 'physical', 'neck', 'neckSymptoms', 'weapon', 'threatsToKill'] as const),
  ...(['separation', 'stalking', 'control', 'suicide', 'children', 'childrenHarmed', 'honour'] as const),
  ...(['takenAway', 'pregnantOrBaby', 'sexual', 'tech', 'courtOrder', 'theirHealth', 'escalation'] as const),
  ...(['gender', 'movingWith', 'pets', 'tenure', 'homeAtRisk', 'noRecourse', 'immigrationThreat'] as const),
  ...(['needs', 'accessNeeds', 'helpSoughtBefore'] as const),
  ...SAFE_CONTACT,
  ...(['safeWord', 'decoyWord'] as const)
]

const YOUNG: readonly QuestionId[] = [
  ...(['channelOk', 'dangerNow', 'audience', 'personNear', 'deviceWatched', 'ageBand'] as const),
  ...(['privacyLimits', 'youngChoice', 'area', 'youngNickname', 'accessNeeds'] as const)
]

const FRIEND: readonly QuestionId[] = [
  ...(['channelOk', 'dangerNow', 'audience', 'deviceWatched', 'privacyLimits', 'wantsNow'] as const),
  ...(['friendRelation', 'survivorAware', 'friendSafe', 'signsSeen', 'wants', 'area'] as const),
  ...(['friendWorry', 'accessNeeds'] as const),
  ...SAFE_CONTACT
]

const PROFESSIONAL: readonly QuestionId[] = [
  ...(['channelOk', 'dangerNow', 'audience', 'deviceWatched', 'privacyLimits', 'wantsNow'] as const),
  ...(['referrerRole', 'referralConsent', 'referrerWants', 'area', 'referrerRisk', 'safetyPlan'] as const),
  ...(['referrerChildren', 'signsSeen', 'pregnantOrBaby', 'livesWith', 'tenure', 'gender'] as const),
  ...(['movingWith', 'pets', 'noRecourse', 'needs', 'referrerContact', 'accessNeeds'] as const),
  ...SAFE_CONTACT
]

const HARMER: readonly QuestionId[] = [
  ...(['channelOk', 'dangerNow', 'audience', 'deviceWatched', 'privacyLimits'] as const),
  ...(['area', 'accessNeeds'] as const),
  ...SAFE_CONTACT
]

/** Which questions are asked on each road, and what is certain about whoever goes down it. */
export const PATHS = [
  { asked: SURVIVOR, certain: { audience: 'survivor', ageBand: '18plus' } },
  { asked: SURVIVOR, certain: { audience: 'skip', ageBand: '16to17' } },
  { asked: YOUNG, certain: { audience: 'survivor', ageBand: 'under16' } },
  { asked: FRIEND, certain: { audience: 'friend' } },
  { asked: PROFESSIONAL, certain: { audience: 'professional' } },
  { asked: HARMER, certain: { audience: 'harmer' } }
] as const

/** Asked only after this answer to another question. */
export const ONLY_AFTER: Partial<Record<QuestionId, readonly [QuestionId, readonly string[]]>> = {
  neckSymptoms: ['neck', ['lastFewDays']],
  childrenHarmed: ['children', ['yes']],
  takenAway: ['honour', ['yes']],
  immigrationThreat: ['noRecourse', ['yes', 'unsure']]
}
