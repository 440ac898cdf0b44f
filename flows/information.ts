// Just information, or just a person. Nobody is called from the shelf of pages, and a person is always one press away.
import { go, handover, say, section, shelf, wait, when } from '../src/flow/language.ts'
import { is } from '../src/questions/condition.ts'
import { quiet } from './parts/opening.ts'

export const personNow = section(handover(), go('safeContact'))

export const information = section(
  when(quiet, [say('infoShort'), wait()]),
  when(is('audience', 'friend'), [go('pagesForFriends')]),
  when(is('audience', 'professional'), [go('pagesForProfessionals')]),
  shelf('shelf', 'thisCounts', 'stayingSafer', 'thisPhone', 'children', 'money', 'housing', 'talking', 'questions')
)

export const pagesForFriends = section(
  shelf('shelf', 'helping', 'thisCounts', 'children', 'housing', 'talking', 'questions')
)

export const pagesForProfessionals = section(
  shelf('shelf', 'referring', 'riskCheck', 'safetyPlan', 'housing', 'talking', 'questions')
)
