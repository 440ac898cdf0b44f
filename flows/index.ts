// The one door: everybody starts with the opening and goes on along their own path.
import { defineFlow } from '../src/flow/flow.ts'
import { anyImmediate } from '../src/triage/flags.ts'
import { cards } from './cards.ts'
import { friend, harmer, information, personNow, professional, young } from './others.ts'
import { opening, shortMode } from './parts/opening.ts'
import { safeContact } from './parts/safe-contact.ts'
import { survivor, whileWaiting } from './survivor.ts'

export const door = defineFlow({
  id: 'door',
  start: 'opening',
  sections: {
    opening,
    survivor,
    whileWaiting,
    young,
    harmer,
    friend,
    professional,
    personNow,
    information,
    safeContact
  },
  cards,
  urgent: anyImmediate,
  shortMode
})
