// The first column of the table of flags: "I, any one: immediate". One row, one function.
import { dangerUnsure, type Person, picked } from './person.ts'

export const IMMEDIATE: readonly [string, (p: Person) => boolean][] = [
  ['I-danger', p => picked(p, 'dangerNow', 'yes')],
  ['I-near', p => picked(p, 'personNear', 'yes') && (picked(p, 'fear', 'very') || dangerUnsure(p))],
  [
    'I-medical',
    p =>
      (picked(p, 'neck', 'lastFewDays') && (picked(p, 'neckSymptoms', 'yes') || picked(p, 'neckSymptoms', 'unsure'))) ||
      p.signals.includes('injuryNow')
  ],
  ['I-weapon', p => picked(p, 'weapon', 'hereNow')],
  ['I-child', p => picked(p, 'childrenHarmed', 'now')],
  ['I-suicide', p => picked(p, 'suicide', 'mightAct')],
  ['I-travel', p => picked(p, 'takenAway', 'inDays')],
  ['I-held', p => p.signals.includes('heldNow')]
]
