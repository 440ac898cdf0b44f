// Risk flags: the versioned policy of the triage specification, section 2, as data. A design for the practice lead to
// sign off, not a validated instrument. Changing a row needs who, why and when in docs/decisions.
import { all, any, atLeast, type Condition, confirmed, type Facts, holds, is } from '../questions/condition.ts'

export const POLICY_VERSION = 1

export interface Flag {
  readonly id: string
  readonly when: Condition
}

const table = <const F extends string>(rows: { readonly [Id in F]: Condition }) =>
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

/** Any I flag: people are alerted at once. */
export const anyImmediate: Condition = any(...IMMEDIATE.map(flag => flag.when))

/** Any flag at all: the "positive" of the specification, section 1. */
export const anyFlag: Condition = any(...[...IMMEDIATE, ...HIGH, ...MEDIUM].map(flag => flag.when))

/** The ids of the flags that hold, in the order of their table. */
export const raised = <F extends Flag>(flags: readonly F[], facts: Facts): F['id'][] =>
  flags.filter(flag => holds(flag.when, facts)).map(flag => flag.id)
