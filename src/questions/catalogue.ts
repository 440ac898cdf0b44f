// The vocabulary: every question there is, its options and where its answer stands in the summary. Words are in locales/.
import { ack, many, one, text } from './question.ts'

/** All 67 questions. Ids and option ids are the project's vocabulary: flows, locales, scenarios, summary, statistics. */
export const QUESTIONS = {
  channelOk: one('safety.channel_ok', ['yes', 'no', 'unsure'], { skip: false }),
  dangerNow: one('risk.danger_now', ['yes', 'no', 'unsure']),
  audience: one('contact.audience', ['survivor', 'friend', 'professional', 'harmer']),
  personNear: one('safety.person_near', ['yes', 'soon', 'no']),
  deviceWatched: one('safety.device_watched', ['yes', 'maybe', 'no']),
  ageBand: one('person.age_band', ['under16', '16to17', '18plus']),
  privacyLimits: ack('consent.limits_shown_at', ['ok', 'tellMeMore'], { skip: false }),
  wantsNow: one('contact.choice', ['person', 'questions', 'information']),
  wants: one('needs.wanted', ['safePlace', 'stayHomeSafely', 'talk', 'housing', 'money', 'legal', 'unsure']),
  area: one('needs.area', [
    'basingstokeAndDeane',
    'eastHampshire',
    'eastleigh',
    'fareham',
    'gosport',
    'hart',
    'havant',
    'newForest',
    'rushmoor',
    'testValley',
    'winchester',
    'southampton',
    'portsmouth',
    'isleOfWight',
    'elsewhere'
  ]),
  safeTonight: one('needs.safe_tonight', ['yes', 'no', 'unsure']),
  relationship: one('situation.relationship', [
    'partner',
    'exPartner',
    'parent',
    'myChild',
    'otherFamily',
    'carer',
    'moreThanOne'
  ]),
  livesWith: one('situation.lives_with', ['yes', 'no', 'sometimes']),
  fear: one('risk.fear', ['not', 'aBit', 'very']),
  believesSerious: one('risk.believes_serious', ['yes', 'maybe', 'no']),
  physical: one('risk.physical', ['thisWeek', 'before', 'no']),
  neck: one('risk.strangulation', ['lastFewDays', 'before', 'no']),
  neckSymptoms: one('risk.neck_symptoms', ['yes', 'no', 'unsure']),
  weapon: one('risk.weapon', ['hereNow', 'before', 'no']),
  threatsToKill: many('risk.threats_to_kill', ['me', 'child', 'themselves', 'someoneElse', 'none']),
  separation: one('risk.separation', ['leftInLastYear', 'thinkingTheyMayKnow', 'thinking', 'no']),
  stalking: one('risk.stalking', ['yes', 'no']),
  control: one('risk.control', ['yes', 'no']),
  suicide: one('risk.suicide', ['mightAct', 'atTimes', 'no']),
  children: one('household.children', ['no', 'yes']),
  childrenHarmed: one('risk.children_harmed', ['now', 'before', 'no']),
  honour: one('risk.honour_forced_marriage', ['yes', 'no']),
  takenAway: one('risk.travel', ['inDays', 'maybe', 'no']),
  pregnantOrBaby: one('risk.pregnancy_baby', ['yes', 'no']),
  sexual: one('risk.sexual', ['yes', 'no']),
  tech: one('risk.tech', ['yes', 'maybe', 'no']),
  courtOrder: one('risk.orders', ['broken', 'yes', 'no']),
  theirHealth: one('risk.their_health', ['yes', 'no']),
  escalation: one('risk.escalation', ['yes', 'no']),
  gender: one('person.gender_own_words', ['woman', 'man', 'otherWords']),
  movingWith: many('household.moving', ['justMe', 'children', 'fourOrMoreChildren', 'son16Plus', 'other']),
  pets: one('household.pets', ['no', 'dog', 'cat', 'other']),
  tenure: one('needs.tenure', [
    'council',
    'housingAssociation',
    'privateRent',
    'own',
    'familyOrFriends',
    'hostelOrSupported',
    'noHome',
    'other'
  ]),
  homeAtRisk: one('needs.home_at_risk', ['yes', 'no', 'unsure']),
  noRecourse: one('needs.nrpf', ['yes', 'no', 'unsure']),
  immigrationThreat: one('risk.immigration_threat', ['yes', 'no']),
  needs: many('person.needs_tags', [
    'lgbtq',
    'disabledOrIll',
    'over60',
    'deaf',
    'faithOrCulture',
    'drinkOrDrugs',
    'mentalHealth',
    'none'
  ]),
  friendRelation: one('third_party.relationship', ['friend', 'family', 'neighbour', 'work']),
  survivorAware: one('third_party.survivor_aware', ['yes', 'no', 'unsure']),
  signsSeen: many('risk.reported_by_other', [
    'hurt',
    'neckGrabbed',
    'weapon',
    'threatToKill',
    'followed',
    'childHarmed',
    'none'
  ]),
  friendSafe: one('third_party.own_safety', ['yes', 'no', 'unsure']),
  friendWorry: text('verbatim[]'),
  referrerRole: one('referrer.role_org', [
    'police',
    'health',
    'housing',
    'privateLandlord',
    'socialLandlord',
    'education',
    'socialCare',
    'other'
  ]),
  referralConsent: one('consent.referral', ['yes', 'no', 'notAsked', 'notSafeToAsk']),
  referrerRisk: one('referrer.risk_assessment', ['high', 'highOnJudgement', 'medium', 'standard', 'notDone']),
  safetyPlan: one('referrer.safety_plan', ['yes', 'no', 'needHelp']),
  referrerChildren: one('referrer.children_safeguarding', ['no', 'yesReferred', 'yesNotYet']),
  referrerWants: one('needs.wanted', [
    'safeAccommodation',
    'sanctuary',
    'housing',
    'riskHelp',
    'landlordAdvice',
    'socialHousingAdvice'
  ]),
  referrerContact: text('referrer.contact'),
  youngChoice: one('contact.choice', ['person', 'childline', 'both']),
  youngNickname: text('person.nickname'),
  accessNeeds: many('access.language_and_needs', [
    'otherLanguage',
    'bsl',
    'largeText',
    'easyWords',
    'wheelchair',
    'interpreter',
    'none'
  ]),
  helpSoughtBefore: one('monitoring.help_sought_before', ['first', 'onceOrTwice', 'threeOrFour', 'fiveOrMore']),
  contactMethod: one('safe_contact.method', ['text', 'call', 'email', 'none']),
  contactDetail: text('safe_contact.detail', { masked: true }),
  textFirst: one('safe_contact.text_first', ['yes', 'no', 'setTimes']),
  voicemail: one('safe_contact.voicemail', ['no', 'yesNoDetails', 'yes']),
  contactTimes: many('safe_contact.times', [
    'weekdayMorning',
    'weekdayAfternoon',
    'weekdayEvening',
    'weekend',
    'anyTime'
  ]),
  ifOtherAnswers: one('safe_contact.if_other_answers', ['hangUp', 'wrongNumber', 'coverName']),
  coverName: text('safe_contact.cover_name'),
  safeWord: text('safe_contact.code_word', { masked: true }),
  decoyWord: text('safe_contact.decoy_set', { masked: true })
} as const

export type QuestionId = keyof typeof QUESTIONS
/** The option ids of one question; a text question has none. */
export type OptionOf<Q extends QuestionId> = (typeof QUESTIONS)[Q]['options'][number]

export const QUESTION_IDS = Object.keys(QUESTIONS) as QuestionId[]

/** True for an id of the catalogue: what arrives from outside is text until this says otherwise. */
export const isQuestion = (id: string): id is QuestionId => Object.hasOwn(QUESTIONS, id)
