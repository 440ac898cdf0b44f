import { defineFlow } from '../../../src/flow/flow.ts'
import { ask, go, section, wait, when } from '../../../src/flow/language.ts'
import { any, is } from '../../../src/questions/condition.ts'

const opening = section(ask('channelOk'), when(is('channelOk', 'unsure'), [go('elsewhere')]), wait())

export const flow = defineFlow({
  id: 'fault',
  start: 'opening',
  sections: { opening },
  cards: [],
  urgent: any(),
  shortMode: any(),
  checks: { about: any(), urgent: any() }
})
