// How many wait, for the script of any open page (call-out.ts): numbers and fixed words, nothing of anybody.

import type { Calls } from '../store/calls.ts'
import type { Words } from '../wording/words.ts'
import { type Part, part } from './part.ts'
import type { SignedIn } from './signed-in.ts'

type Mine = Pick<SignedIn, 'sound' | 'notify'>

export const callsPart = ({ people, ringing, left }: Calls, { sound, notify }: Mine, words: Words): Part =>
  part(
    'calls',
    <span
      hidden
      data-people={people}
      data-ringing={ringing + left}
      data-sound={sound}
      data-notify={notify}
      data-text={words.staff('callText')}
      data-said={[words.staff('waitingCount', { people }), left > 0 && words.staff('atRiskCall', { left })]
        .filter(Boolean)
        .join(' ')}
    />
  )
