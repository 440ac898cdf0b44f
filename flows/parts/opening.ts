// What everyone is asked first, on every channel. Triage specification, section 1.

import { ask, go, leave, pause, say, section, when } from '../../src/flow/language.ts'
import { all, any, is, on } from '../../src/questions/condition.ts'

const survivor = is('audience', 'survivor', 'skip')

/** Short mode: somebody may be looking. A skipped answer is never read as no. Triage specification, section 1. */
export const shortMode = any(
  is('channelOk', 'unsure'),
  is('personNear', 'yes', 'soon', 'skip'),
  is('deviceWatched', 'yes', 'skip'),
  all(on('sms'), is('deviceWatched', 'maybe'))
)

/** Short mode by SMS: every word stays on the phone, so the questions end early and no text names the topic. */
export const quiet = all(on('sms'), shortMode)

export const opening = section(
  ask('channelOk'),
  // On the page a no first says what happens, and whom they can call; by text it is silence at once.
  when(is('channelOk', 'no'), [when(on('web'), [pause('beforeYouGo')]), leave()]),
  ask('dangerNow'),
  when(is('dangerNow', 'yes'), [pause('goOnWhenReady')]),
  ask('audience'),
  when(survivor, [ask('personNear')]),
  when(all(on('web'), is('personNear', 'yes')), [pause('stopForNow')]),
  ask('deviceWatched'),
  when(survivor, [ask('ageBand')]),
  when(all(on('web'), shortMode), [say('sayLess')]),
  ask('privacyLimits', { more: 'privacyMore' }),
  when(is('ageBand', 'under16'), [go('young')]),
  when(is('audience', 'harmer'), [go('harmer')]),
  ask('wantsNow'),
  when(is('wantsNow', 'person'), [go('personNow')]),
  when(is('wantsNow', 'information'), [go('information')]),
  when(is('audience', 'friend'), [go('friend')]),
  when(is('audience', 'professional'), [go('professional')]),
  go('survivor')
)
