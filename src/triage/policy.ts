// The risk policy, all of it: flags, numbers, and who changed what, why and when. Triage specification, section 2.
// A design for the practice lead to sign off, not a validated instrument. How to change it: docs/decisions/020-risk-policy.md.
import type { QuestionId } from '../questions/catalogue.ts'
import { all, any, atLeast, type Condition, confirmed, is } from '../questions/condition.ts'

export interface Flag<Id extends string = string> {
  readonly id: Id
  readonly when: Condition
}

export interface PolicyChange {
  readonly version: number
  /** ISO date. */
  readonly on: string
  readonly what: string
  readonly why: string
  readonly draftedBy: string
  /** The practice lead who signed this version. Null: sign-off is still required, and start-up says so. */
  readonly signedOff: { readonly name: string; readonly role: string; readonly on: string } | null
  /** Two different people, needed as soon as anybody's answers would be read as less serious than before. */
  readonly loweringAgreedBy: readonly { readonly name: string; readonly role: string }[]
}

export interface Policy {
  readonly version: number
  readonly immediate: readonly Flag[]
  readonly high: readonly Flag[]
  readonly medium: readonly Flag[]
  /** The questions that count as "known". */
  readonly keyQuestions: readonly QuestionId[]
  /** From this many known answers on, "nothing was said" begins to mean something. */
  readonly enoughKnown: number
  /** This many M flags together are medium. */
  readonly mediumTogether: number
  /** M flags that are medium even alone. */
  readonly mediumAlone: readonly string[]
}

const table = <const F extends string>(rows: { readonly [Id in F]: Condition }): readonly Flag<F>[] =>
  Object.entries<Condition>(rows).map(([id, when]) => ({ id: id as F, when }))

// Shared by several rows. `signsSeen` is what a friend or a professional reports: the same flags, second-hand.
const physical = any(is('physical', 'thisWeek', 'before'), is('signsSeen', 'hurt'))
const neck = any(is('neck', 'lastFewDays', 'before'), is('signsSeen', 'neckGrabbed'))
const weaponBefore = any(is('weapon', 'before'), is('signsSeen', 'weapon'))
const threatToKill = any(is('threatsToKill', 'me', 'child', 'someoneElse'), is('signsSeen', 'threatToKill'))
const threatToThemselves = is('threatsToKill', 'themselves')
const leaving = is('separation', 'leftInLastYear', 'thinkingTheyMayKnow', 'thinking')
const control = is('control', 'yes')
const stalking = any(is('stalking', 'yes'), is('signsSeen', 'followed'))
const pregnant = is('pregnantOrBaby', 'yes')
const sexual = is('sexual', 'yes')

/** I: any one is immediate. A skipped `dangerNow` counts as unsure. */
export const IMMEDIATE = table({
  'I-danger': is('dangerNow', 'yes'),
  'I-near': all(is('personNear', 'yes'), any(is('fear', 'very'), is('dangerNow', 'unsure', 'skip'))),
  'I-medical': any(all(is('neck', 'lastFewDays'), is('neckSymptoms', 'yes', 'unsure')), confirmed('injuryNow')),
  'I-weapon': is('weapon', 'hereNow'),
  'I-child': is('childrenHarmed', 'now'),
  'I-suicide': is('suicide', 'mightAct'),
  'I-travel': is('takenAway', 'inDays'),
  'I-held': confirmed('heldNow')
})

/** M: each counts; four or more are high. */
export const MEDIUM = table({
  'M-physical': physical,
  'M-fear': is('fear', 'very'),
  'M-believes': is('believesSerious', 'maybe'),
  'M-leaving': leaving,
  'M-control': control,
  'M-stalk': stalking,
  'M-theirsuicide': threatToThemselves,
  'M-preg': pregnant,
  'M-tech': any(is('tech', 'yes'), is('deviceWatched', 'yes')),
  'M-breach': is('courtOrder', 'broken'),
  'M-theirhealth': is('theirHealth', 'yes'),
  'M-worse': is('escalation', 'yes'),
  'M-immigration': is('immigrationThreat', 'yes'),
  'M-multi': is('relationship', 'moreThanOne'),
  'M-pets': confirmed('petsHarmed')
})

/** H: any one is high. */
export const HIGH = table({
  'H-neck': neck,
  'H-weapon': weaponBefore,
  'H-kill': threatToKill,
  'H-believes': is('believesSerious', 'yes'),
  'H-sexual': sexual,
  'H-suicide': is('suicide', 'atTimes'),
  'H-honour': is('honour', 'yes'),
  'H-travel': is('takenAway', 'maybe'),
  'H-child': any(is('childrenHarmed', 'before'), is('signsSeen', 'childHarmed'), is('ageBand', 'under16')),
  'H-stalk': all(stalking, is('fear', 'very')),
  'H-theirsuicide': all(threatToThemselves, leaving),
  'H-preg': all(pregnant, any(physical, neck, weaponBefore, threatToKill)),
  'H-cluster': all(leaving, control, any(physical, sexual)),
  'H-pro': is('referrerRisk', 'high', 'highOnJudgement'),
  'H-many': atLeast(4, ...MEDIUM.map(flag => flag.when))
})

export const POLICY: Policy = {
  version: 1,
  immediate: IMMEDIATE,
  high: HIGH,
  medium: MEDIUM,
  keyQuestions: [
    'dangerNow',
    'fear',
    'believesSerious',
    'physical',
    'neck',
    'weapon',
    'threatsToKill',
    'separation',
    'stalking',
    'control',
    'suicide'
  ],
  enoughKnown: 8,
  mediumTogether: 2,
  mediumAlone: ['M-physical', 'M-fear', 'M-believes']
}

/** Every version there was, oldest first; the last one is in force. */
export const POLICY_CHANGES: readonly PolicyChange[] = [
  {
    version: 1,
    on: '2026-11-22',
    what: 'The first policy: every flag, number and order of the triage specification, section 2.',
    why: 'Covers the concerns of public DASH guidance and of published lists of overriding concerns. Wording and numbers are our own.',
    draftedBy: 'Drafted with the product; no practice lead has seen it yet',
    signedOff: null,
    loweringAgreedBy: []
  }
]
