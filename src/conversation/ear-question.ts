// The second ear's one question, in the form that fits who is asked: its words, what can be chosen, and what a bare yes or no means.
import type { EarAnswer } from '../flow/check.ts'
import type { Channel } from '../questions/answer.ts'
import type { Perspective } from '../questions/perspective.ts'
import type { CheckKey } from '../wording/keys.ts'

export interface EarForm {
  readonly text: CheckKey
  /** By text: the whole sentence, its digits in it. */
  readonly byText: CheckKey
  /** What can be chosen, in order; by text these are the digits of the sentence. */
  readonly options: readonly { readonly said: EarAnswer; readonly label: CheckKey }[]
  /** What a bare yes, and a bare no, means. */
  readonly yes: EarAnswer
  readonly no: EarAnswer
}

export interface EarSetting {
  readonly channel: Channel
  readonly about: Perspective
  readonly short: boolean
  /** They are younger than eighteen, or have shown it. */
  readonly young: boolean
}

const UNSURE = { said: 'unsure', label: 'earUnsure' } as const

const FULL: EarForm = {
  text: 'ear',
  byText: 'earByText',
  options: [
    { said: 'danger', label: 'earDanger' },
    { said: 'life', label: 'earLife' },
    { said: 'both', label: 'earBoth' },
    { said: 'neither', label: 'earNeither' },
    UNSURE
  ],
  yes: 'both',
  no: 'neither'
}

/** Whoever writes about another may be writing about themselves. */
const OF_ANOTHER: EarForm = {
  ...FULL,
  options: [
    { said: 'danger', label: 'earDanger' },
    { said: 'life', label: 'earTheirLife' },
    { said: 'both', label: 'earBoth' },
    { said: 'neither', label: 'earNeither' },
    UNSURE,
    { said: 'aboutMe', label: 'earAboutMe' }
  ]
}

const YOUNG: EarForm = {
  text: 'earYoung',
  byText: 'earYoungByText',
  options: [
    { said: 'neither', label: 'yes' },
    { said: 'danger', label: 'no' },
    { said: 'life', label: 'earYoungLife' },
    UNSURE
  ],
  yes: 'neither',
  no: 'danger'
}

/** Names no topic: somebody may be looking. */
const SHORT: EarForm = {
  text: 'earShort',
  byText: 'earShort',
  options: [{ said: 'neither', label: 'yes' }, { said: 'unsure', label: 'no' }, UNSURE],
  yes: 'neither',
  no: 'unsure'
}

/** The form for somebody. Own-words specification, section 6. */
export function earForm({ channel, about, short, young }: EarSetting): EarForm {
  if (young) return YOUNG
  if (short && channel === 'web') return SHORT
  return about === 'self' ? FULL : OF_ANOTHER
}
