// Which answer brings which card. A card helps at once and asks nothing. Domain guide, sections 4 and 8; the words are in locales/.
import type { CardRule } from '../src/flow/flow.ts'
import { all, any, confirmed, is, not } from '../src/questions/condition.ts'
import { quiet } from './parts/opening.ts'

/** Help that cannot wait: shown on every channel, however short things are kept. */
const urgent: readonly CardRule[] = [
  { when: is('dangerNow', 'yes'), card: 'emergency' },
  { when: all(is('personNear', 'yes'), any(is('fear', 'very'), is('dangerNow', 'unsure', 'skip'))), card: 'emergency' },
  { when: is('physical', 'thisWeek'), card: 'seeDoctor' },
  { when: is('neck', 'lastFewDays'), card: 'medical' },
  { when: is('weapon', 'hereNow'), card: 'emergency' },
  { when: is('suicide', 'mightAct', 'atTimes'), card: 'suicide' },
  { when: is('childrenHarmed', 'now'), card: 'emergency' },
  { when: is('takenAway', 'inDays'), card: 'emergency' },
  { when: confirmed('heldNow'), card: 'emergency' },
  { when: confirmed('injuryNow'), card: 'emergency' },
  { when: is('deviceWatched', 'yes', 'maybe'), card: 'deviceCare' }
]

/** Words a tired person needs to hear. They name the topic, so in short mode by SMS they are not said. */
const kind: readonly CardRule[] = [
  { when: is('friendSafe', 'no', 'unsure'), card: 'friendOwnSafety' },
  { when: is('wants', 'stayHomeSafely'), card: 'stayTone' },
  { when: all(is('wants', 'stayHomeSafely'), is('livesWith', 'yes', 'sometimes')), card: 'stayAway' },
  { when: any(is('wants', 'safePlace'), is('referrerWants', 'safeAccommodation')), card: 'noPromise' },
  { when: is('physical', 'before'), card: 'sorryHappened' },
  { when: all(is('physical', 'no'), is('control', 'yes')), card: 'counts' },
  { when: is('noRecourse', 'yes', 'unsure'), card: 'visaAdvice' },
  { when: is('helpSoughtBefore', 'threeOrFour', 'fiveOrMore'), card: 'sorryLong' },
  { when: is('referrerRisk', 'notDone', 'skip'), card: 'riskCheckReminder' },
  { when: is('safetyPlan', 'no', 'needHelp', 'skip'), card: 'safetyPlanReminder' },
  { when: is('referrerChildren', 'yesNotYet'), card: 'childrenReminder' }
]

export const cards: readonly CardRule[] = [
  ...urgent,
  ...kind.map(({ when, card }) => ({ when: all(not(quiet), when), card }))
]
