// What is asked because of what somebody wrote: told as a path, though nobody walks it from end to end.
import { SKIP } from '../../questions/answer.ts'
import { CONCERNS, questionAbout } from '../../questions/concern.ts'
import type { Condition } from '../../questions/condition.ts'
import type { Perspective } from '../../questions/perspective.ts'
import type { AskedSignal, CheckRules } from '../check.ts'
import type { Flow } from '../flow.ts'
import { broughtBy, wordingsOf } from './ask-item.ts'
import { conditionInWords } from './condition-words.ts'
import { decided } from './decided.ts'
import type { AskItem, Item, LineItem, PathAccount } from './items.ts'
import { type Teller, titleOf } from './teller.ts'

/** Its name among the sections. */
export const CHECKS = 'ownWords'

/** Everything there is a sheet for. */
export const pathNames = ({ sections, checks }: Flow): string[] => [
  ...Object.keys(sections),
  ...(checks ? [CHECKS] : [])
]

/** Which rule lets which be asked, as `putNow` decides. */
export const SIGNALS: Readonly<Record<keyof CheckRules, readonly AskedSignal[]>> = {
  urgent: ['heldNow', 'injuryNow'],
  about: ['petsHarmed']
}
const EVERYBODY: readonly Perspective[] = ['self', 'friend', 'professional']

function signalItem(teller: Teller, signal: AskedSignal): AskItem {
  const { words, where } = teller
  const option = (id: 'yes' | 'no' | typeof SKIP) => ({ id, label: words.check(id), flags: [], cards: [] })
  return {
    kind: 'ask',
    question: signal,
    wordings: wordingsOf(EVERYBODY, where, (_channel, about) => words.check(signal, {}, about)),
    options: [
      { ...option('yes'), ...broughtBy(teller, { signal, never: new Set(), channel: where }) },
      option('no'),
      option(SKIP)
    ],
    remarks: []
  }
}

/** Questions of the flow that are asked before their turn. */
function concernItem({ words }: Teller): LineItem {
  const said = CONCERNS.map(concern => words.drawn('concern-asks', { concern, question: questionAbout(concern) }))
  return { kind: 'line', step: 'concerns', title: words.drawn('step-concerns'), keys: [], said, pages: [], ends: true }
}

/** The plain questions about what somebody wrote, and when they may be put. */
export function checksPath(teller: Teller): PathAccount {
  const { dialogue, words, where, speech } = teller
  const { checks } = dialogue.flow
  const only = (condition: Condition, items: readonly Item[]): Item[] => {
    const open = where ? decided(condition, { channel: where }) : condition
    if (typeof open === 'boolean') return open ? [...items] : []
    return [{ kind: 'only', condition: conditionInWords(open, speech), items }]
  }
  const asked = (rule: keyof CheckRules) => SIGNALS[rule].map(signal => signalItem(teller, signal))
  return {
    name: CHECKS,
    title: titleOf(words, CHECKS),
    items: checks
      ? [...only(checks.urgent, asked('urgent')), ...only(checks.about, [...asked('about'), concernItem(teller)])]
      : []
  }
}
