// Nothing is wrong here: what the faults beside it are measured against.
import { defineFlow } from '../../../src/flow/flow.ts'
import { ask, go, leave, say, section, wait, when } from '../../../src/flow/language.ts'
import { any, is } from '../../../src/questions/condition.ts'

const opening = section(ask('channelOk'), when(is('channelOk', 'no'), [leave()]), say('friend'), go('rest'))
const rest = section(ask('area'), wait())

export const sound = defineFlow({
  id: 'sound',
  start: 'opening',
  sections: { opening, rest },
  cards: [{ when: is('fear', 'very'), card: 'emergency' }],
  urgent: any(),
  shortMode: any(),
  checks: { about: any(), urgent: any() }
})
