// Somebody worried about how they act: no blame, no excuse, a person of their own. Triage specification, section 1.
import { ask, go, handover, say, section, when } from '../src/flow/language.ts'
import { not } from '../src/questions/condition.ts'
import { quiet } from './parts/opening.ts'

export const harmer = section(
  when(not(quiet), [say('harmerHello')]),
  handover(),
  ask('area'),
  ask('accessNeeds'),
  go('safeContact')
)
