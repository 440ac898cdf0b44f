// Under 16: a person is called at once, and nothing is asked about what happened. Triage specification, section 1.
import { ask, handover, say, section, wait, when } from '../src/flow/language.ts'
import { on } from '../src/questions/condition.ts'

export const young = section(
  handover(),
  when(on('web'), [say('child')]),
  ask('youngChoice'),
  ask('area'),
  ask('youngNickname'),
  ask('accessNeeds'),
  wait()
)
