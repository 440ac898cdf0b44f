// The second column of the table of flags: "H, any one: high". One row, one function.
import { MEDIUM, mControl, mLeaving, mPhysical, mPreg, mTheirSuicide } from './medium-flags.ts'
import {
  childHarmedSeen,
  followed,
  neckGrabbed,
  type Person,
  picked,
  threatToKillSeen,
  under16,
  weaponSeen
} from './person.ts'

const hNeck = (p: Person) => picked(p, 'neck', 'lastFewDays') || picked(p, 'neck', 'before') || neckGrabbed(p)

const hWeapon = (p: Person) => picked(p, 'weapon', 'before') || weaponSeen(p)

const hKill = (p: Person) =>
  picked(p, 'threatsToKill', 'me') ||
  picked(p, 'threatsToKill', 'child') ||
  picked(p, 'threatsToKill', 'someoneElse') ||
  threatToKillSeen(p)

const hSexual = (p: Person) => picked(p, 'sexual', 'yes')

export const HIGH: readonly [string, (p: Person) => boolean][] = [
  ['H-neck', hNeck],
  ['H-weapon', hWeapon],
  ['H-kill', hKill],
  ['H-believes', p => picked(p, 'believesSerious', 'yes')],
  ['H-sexual', hSexual],
  ['H-suicide', p => picked(p, 'suicide', 'atTimes')],
  ['H-honour', p => picked(p, 'honour', 'yes')],
  ['H-travel', p => picked(p, 'takenAway', 'maybe')],
  ['H-child', p => picked(p, 'childrenHarmed', 'before') || childHarmedSeen(p) || under16(p)],
  ['H-stalk', p => (picked(p, 'stalking', 'yes') || followed(p)) && picked(p, 'fear', 'very')],
  ['H-theirsuicide', p => mTheirSuicide(p) && mLeaving(p)],
  ['H-preg', p => mPreg(p) && (mPhysical(p) || hNeck(p) || hWeapon(p) || hKill(p))],
  ['H-cluster', p => mLeaving(p) && mControl(p) && (mPhysical(p) || hSexual(p))],
  ['H-pro', p => picked(p, 'referrerRisk', 'high') || picked(p, 'referrerRisk', 'highOnJudgement')],
  ['H-many', p => MEDIUM.filter(([, raised]) => raised(p)).length >= 4]
]
