// Someone who is being hurt, and may be on a watched phone. Triage specification, section 1: order and conditions.
import { ask, go, handover, section, wait, when } from '../src/flow/language.ts'
import { any, is, on } from '../src/questions/condition.ts'
import { anyFlag } from '../src/triage/flags.ts'
import { quiet } from './parts/opening.ts'

const placeWanted = any(is('wants', 'safePlace'), is('safeTonight', 'no', 'unsure'))

export const survivor = section(
  ask('wants'),
  ask('area'),
  ask('safeTonight'),
  // Short mode by SMS: every question stays on the phone, so the questions end early and name no topic.
  when(quiet, [ask('accessNeeds'), handover(), wait()]),
  ask('relationship'),
  ask('livesWith'),
  ask('fear'),
  ask('believesSerious'),
  ask('physical'),
  ask('neck'),
  when(is('neck', 'lastFewDays'), [ask('neckSymptoms')]),
  ask('weapon'),
  ask('threatsToKill'),
  ask('separation'),
  ask('stalking'),
  ask('control'),
  ask('suicide'),
  ask('children'),
  when(is('children', 'yes'), [ask('childrenHarmed')]),
  ask('honour'),
  when(is('honour', 'yes'), [ask('takenAway')]),
  handover(),
  go('whileWaiting')
)

/** Asked while the person waits, and only if they want to; it stops the moment a worker joins. */
export const whileWaiting = section(
  when(anyFlag, [ask('pregnantOrBaby'), ask('sexual')]),
  when(any(is('stalking', 'yes'), is('deviceWatched', 'yes', 'maybe')), [ask('tech')]),
  when(any(is('separation', 'leftInLastYear'), is('livesWith', 'no')), [ask('courtOrder')]),
  when(any(is('physical', 'thisWeek', 'before'), is('fear', 'very'), is('control', 'yes')), [
    ask('theirHealth'),
    ask('escalation')
  ]),
  when(placeWanted, [ask('gender'), ask('movingWith'), ask('pets')]),
  when(is('wants', 'stayHomeSafely', 'housing'), [ask('tenure'), ask('homeAtRisk')]),
  when(any(placeWanted, is('wants', 'housing', 'money')), [ask('noRecourse')]),
  when(is('noRecourse', 'yes', 'unsure'), [ask('immigrationThreat')]),
  ask('needs'),
  ask('accessNeeds'),
  when(on('web'), [ask('helpSoughtBefore')]),
  go('safeContact')
)
