// One section of the flow, told.
import type { Step } from '../language.ts'
import { askItem } from './ask-item.ts'
import { CHECKS, checksPath } from './checks-path.ts'
import { conditionInWords } from './condition-words.ts'
import { stepsWith } from './decided.ts'
import type { Item, PathAccount } from './items.ts'
import { lineItem } from './line-item.ts'
import { type Teller, tellerIn, titleOf } from './teller.ts'

function itemsOf(teller: Teller, section: string, steps: readonly Step[]): Item[] {
  return steps.map((step): Item => {
    if (step.kind === 'ask') return askItem(teller, section, step)
    if (step.kind !== 'when') return lineItem(teller, step)
    const condition = conditionInWords(step.condition, teller.speech)
    return { kind: 'only', condition, items: itemsOf(teller, section, step.steps) }
  })
}

/** One section of the flow, or what is asked because of what somebody wrote. */
export function pathOf(general: Teller, section: string): PathAccount {
  if (section === CHECKS) return checksPath(general)
  const teller = tellerIn(general, section)
  const { dialogue, words, where } = teller
  const steps = dialogue.flow.sections[section] ?? []
  const walked = where ? stepsWith(steps, { channel: where }) : steps
  return { name: section, title: titleOf(words, section), items: itemsOf(teller, section, walked) }
}
