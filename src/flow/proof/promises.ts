// What every flow promises a person, stated a second time and apart from the flows, so that a slip in one is seen.
import type { Channel } from '../../questions/answer.ts'
import type { QuestionId } from '../../questions/catalogue.ts'
import { all, any, type Condition, confirmed, is } from '../../questions/condition.ts'
import type { Question } from '../../questions/question.ts'
import type { MessageKey } from '../../wording/keys.ts'

/** Most questions any path may ask. Triage specification, section 1. */
export const LONGEST: Readonly<Record<Channel, number>> = { web: 52, sms: 50 }

/** The only questions without a skip: whether we may write at all, and what we cannot keep to ourselves. */
export const NEVER_SKIPPED: readonly QuestionId[] = ['channelOk', 'privacyLimits']

export const mayWrite = is('channelOk', 'yes', 'unsure')
export const knowsTheLimits = is('privacyLimits', 'ok')
export const isSurvivor = is('audience', 'survivor', 'skip')
/** Nobody under 16 and nobody on the harmer route is asked about harm, whatever they write. */
export const mayBeAskedOfHarm = all(
  is('privacyLimits', 'ok'),
  any(is('audience', 'friend', 'professional'), all(isSurvivor, is('ageBand', '16to17', '18plus', 'skip')))
)
/** The one way to the end on which nobody was asked for. */
export const wantsInformation = is('wantsNow', 'information')

const fieldStarts = (question: Question, beginnings: readonly string[]) =>
  beginnings.some(beginning => question.field.startsWith(beginning))

/**
 * What could tell a reader over the shoulder who is writing: own words (they hold names), anything about the person
 * or a referrer, where they live, how they are reached. Not asked before it is known to be safe to write.
 */
export const isIdentifying = (question: Question): boolean =>
  question.kind === 'text' || fieldStarts(question, ['person.', 'referrer.', 'safe_contact.', 'needs.area'])

/**
 * What an answer to may have to be passed on: what was done, to whom, by whom. Not asked before the limits of
 * confidentiality were shown. Whether there is danger now comes first on purpose: life before paperwork.
 */
export const isAboutHarm = (id: QuestionId, question: Question): boolean =>
  id !== 'dangerNow' &&
  (question.kind === 'text' ||
    fieldStarts(question, ['risk.', 'situation.', 'household.', 'third_party.', 'referrer.']))

/** Safe contact is for being reached by a worker: asked only once a worker was asked for. */
export const isSafeContact = (question: Question): boolean => fieldStarts(question, ['safe_contact.'])

/** Asked of a survivor only while they wait: by then a person has been asked for. */
export const WHILE_WAITING: readonly QuestionId[] = [
  'pregnantOrBaby',
  'sexual',
  'tech',
  'courtOrder',
  'theirHealth',
  'escalation',
  'gender',
  'movingWith',
  'pets',
  'tenure',
  'homeAtRisk',
  'noRecourse',
  'immigrationThreat',
  'needs',
  'helpSoughtBefore',
  'youngChoice',
  'youngNickname'
]

/** All a survivor or a friend is asked after the opening where every question stays on a phone somebody may read. */
export const SHORT_BY_SMS: readonly QuestionId[] = ['wants', 'area', 'safeTonight', 'accessNeeds']
export const OPENING: readonly QuestionId[] = [
  'channelOk',
  'dangerNow',
  'audience',
  'personNear',
  'deviceWatched',
  'ageBand',
  'privacyLimits',
  'wantsNow'
]
export const isShortened = any(is('audience', 'friend'), all(isSurvivor, is('ageBand', '16to17', '18plus', 'skip')))

const isNear = all(is('personNear', 'yes'), any(is('fear', 'very'), is('dangerNow', 'unsure', 'skip')))

/** Answers that bring help at once, in the same turn; `urgent` also calls everybody on duty. Domain guide, section 4. */
export const HELP_AT_ONCE: readonly {
  readonly when: Condition
  readonly card?: MessageKey
  readonly urgent: boolean
}[] = [
  { when: is('dangerNow', 'yes'), card: 'emergency', urgent: true },
  { when: isNear, card: 'emergency', urgent: true },
  { when: is('weapon', 'hereNow'), card: 'emergency', urgent: true },
  { when: is('childrenHarmed', 'now'), card: 'emergency', urgent: true },
  { when: is('takenAway', 'inDays'), card: 'emergency', urgent: true },
  { when: confirmed('heldNow'), card: 'emergency', urgent: true },
  { when: confirmed('injuryNow'), card: 'emergency', urgent: true },
  { when: is('suicide', 'mightAct'), card: 'suicide', urgent: true },
  { when: is('suicide', 'atTimes'), card: 'suicide', urgent: false },
  { when: is('neck', 'lastFewDays'), card: 'medical', urgent: false },
  { when: all(is('neck', 'lastFewDays'), is('neckSymptoms', 'yes', 'unsure')), urgent: true }
]
