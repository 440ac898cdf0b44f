// The one door: everybody starts with the opening and goes on along their own path.
import { defineFlow } from '../src/flow/flow.ts'
import { anyImmediate } from '../src/triage/flags.ts'
import { cards } from './cards.ts'
import { checks } from './checks.ts'
import { friend, friendQuiet } from './friend.ts'
import { harmer } from './harmer.ts'
import { information, pagesForFriends, pagesForProfessionals, personNow } from './information.ts'
import { opening, shortMode } from './parts/opening.ts'
import { safeContact } from './parts/safe-contact.ts'
import { professional, professionalQuiet, referrer } from './professional.ts'
import { survivor, whileWaiting } from './survivor.ts'
import { young } from './young.ts'

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
    friendQuiet,
    professional,
    professionalQuiet,
    referrer,
    personNow,
    information,
    pagesForFriends,
    pagesForProfessionals,
    safeContact
  },
  cards,
  urgent: anyImmediate,
  shortMode,
  checks
})
