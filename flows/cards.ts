// Which answer brings which card. A card gives help at once and asks nothing. Domain guide, sections 4 and 8.
import type { CardRule } from '../src/flow/flow.ts'
import { all, any, is } from '../src/questions/condition.ts'

export const cards: readonly CardRule[] = [
  { when: is('dangerNow', 'yes'), card: 'emergency' },
  { when: all(is('personNear', 'yes'), any(is('fear', 'very'), is('dangerNow', 'unsure', 'skip'))), card: 'emergency' },
  { when: is('physical', 'thisWeek'), card: 'seeDoctor' },
  { when: is('neck', 'lastFewDays'), card: 'medical' },
  { when: is('weapon', 'hereNow'), card: 'emergency' },
  { when: is('suicide', 'mightAct', 'atTimes'), card: 'suicide' },
  { when: is('childrenHarmed', 'now'), card: 'emergency' },
  { when: is('takenAway', 'inDays'), card: 'emergency' }
]
