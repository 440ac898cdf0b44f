import { defineFlow } from '../../../src/flow/flow.ts'
import { ask, section, wait } from '../../../src/flow/language.ts'
import { any } from '../../../src/questions/condition.ts'

const opening = section(ask('channelOk'), wait())

export const flow = defineFlow({
  id: 'fault',
  start: 'opening',
  sections: { opening },
  cards: [],
  urgent: any(),
  shortMode: any(),
  checks: { about: any(), urgent: any() },
  on: { LEAVE: {} }
})
