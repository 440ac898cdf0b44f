// A friend or relative: how to help without making it worse. Triage specification, section 1.
import { ask, go, handover, say, section, wait, when } from '../src/flow/language.ts'
import { quiet } from './parts/opening.ts'

export const friend = section(
  when(quiet, [go('friendQuiet')]),
  say('friend'),
  ask('friendRelation'),
  ask('survivorAware'),
  ask('friendSafe'),
  ask('signsSeen'),
  ask('wants'),
  ask('area'),
  ask('friendWorry'),
  // The one they worry about has the same way to us; whether to use it is theirs to say.
  say('friendTheyToo'),
  handover(),
  ask('accessNeeds'),
  go('safeContact')
)

export const friendQuiet = section(ask('wants'), ask('area'), ask('accessNeeds'), handover(), wait())
