// Everyone else who comes through the door. Until their own paths are written in full, each is brought to a person early.
import { ask, go, handover, pause, say, section, wait, when } from '../src/flow/language.ts'
import { on } from '../src/questions/condition.ts'

/** Under 16: nothing is asked about what happened, and a person is called at once. */
export const young = section(
  handover(),
  when(on('web'), [say('child')]),
  ask('youngChoice'),
  ask('area'),
  ask('youngNickname'),
  ask('accessNeeds'),
  wait()
)

export const harmer = section(handover(), ask('area'), ask('accessNeeds'), go('safeContact'))

export const friend = section(say('friend'), handover(), ask('area'), ask('accessNeeds'), go('safeContact'))

export const professional = section(handover(), ask('area'), ask('accessNeeds'), wait())

export const personNow = section(handover(), go('safeContact'))

/** No handover here; a person is always one press away. */
export const information = section(pause('infoCounts'), pause('infoTalk'), wait())
