// The third column of the table of flags: "M". One row, one function.
import { followed, hurt, type Person, picked } from './person.ts'

export const mPhysical = (p: Person) => picked(p, 'physical', 'thisWeek') || picked(p, 'physical', 'before') || hurt(p)

export const mFear = (p: Person) => picked(p, 'fear', 'very')

export const mBelieves = (p: Person) => picked(p, 'believesSerious', 'maybe')

export const mLeaving = (p: Person) =>
  p.answers.separation !== undefined && !picked(p, 'separation', 'no') && !picked(p, 'separation', 'skip')

export const mControl = (p: Person) => picked(p, 'control', 'yes')

const mStalk = (p: Person) => picked(p, 'stalking', 'yes') || followed(p)

export const mTheirSuicide = (p: Person) => picked(p, 'threatsToKill', 'themselves')

export const mPreg = (p: Person) => picked(p, 'pregnantOrBaby', 'yes')

export const MEDIUM: readonly [string, (p: Person) => boolean][] = [
  ['M-physical', mPhysical],
  ['M-fear', mFear],
  ['M-believes', mBelieves],
  ['M-leaving', mLeaving],
  ['M-control', mControl],
  ['M-stalk', mStalk],
  ['M-theirsuicide', mTheirSuicide],
  ['M-preg', mPreg],
  ['M-tech', p => picked(p, 'tech', 'yes') || picked(p, 'deviceWatched', 'yes')],
  ['M-breach', p => picked(p, 'courtOrder', 'broken')],
  ['M-theirhealth', p => picked(p, 'theirHealth', 'yes')],
  ['M-worse', p => picked(p, 'escalation', 'yes')],
  ['M-immigration', p => picked(p, 'immigrationThreat', 'yes')],
  ['M-multi', p => picked(p, 'relationship', 'moreThanOne')],
  ['M-pets', p => p.signals.includes('petsHarmed')]
]
