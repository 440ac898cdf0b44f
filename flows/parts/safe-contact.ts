// How we may reach the person later, if at all. The default is not at all. Triage specification, section 1.

import { ask, section, wait, when } from '../../src/flow/language.ts'
import { all, any, given, is, on } from '../../src/questions/condition.ts'
import { quiet } from './opening.ts'

const survivor = is('audience', 'survivor', 'skip')
const wantsContact = is('contactMethod', 'text', 'call', 'email')

export const safeContact = section(
  when(any(is('dangerNow', 'yes'), quiet), [wait()]),
  ask('contactMethod'),
  when(wantsContact, [
    ask('contactDetail'),
    when(is('contactMethod', 'text'), [ask('textFirst')]),
    when(is('contactMethod', 'call'), [
      ask('voicemail'),
      ask('ifOtherAnswers'),
      when(is('ifOtherAnswers', 'coverName'), [ask('coverName')])
    ]),
    ask('contactTimes')
  ]),
  when(all(survivor, any(on('web'), wantsContact)), [
    ask('safeWord'),
    when(all(on('web'), given('safeWord')), [ask('decoyWord')])
  ]),
  wait()
)
