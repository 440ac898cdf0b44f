// Whatever is no question: what happens there, and every sentence and page that belongs to it.
import type { DrawnKey, MessageKey, PageId } from '../../wording/keys.ts'
import type { Words } from '../../wording/words.ts'
import type { Step } from '../language.ts'
import type { LineItem, PageText } from './items.ts'
import { channelsOf, type Teller, titleOf, type Where } from './teller.ts'

type OtherStep = Exclude<Step, { kind: 'ask' | 'when' }>

/** Every sentence a step names, however the step is made: a kind that is new here is still told by its words. */
const keysIn = (step: Step): MessageKey[] =>
  Object.entries(step).flatMap(([field, value]: [string, unknown]) => {
    if (['kind', 'section', 'pages'].includes(field)) return []
    return [value].flat().filter(one => typeof one === 'string') as MessageKey[]
  })

/** Stands for what is filled in at that moment: a time, a name. */
const OPEN = { open: '…', name: '…' }

/** One sentence as each channel says it. */
export const sentenceOn = (words: Words, where: Where, key: MessageKey): string[] => [
  ...new Set(channelsOf(where).map(channel => words.message(key, OPEN, channel)))
]

const pagesIn = (step: Step): readonly PageId[] => ('pages' in step ? (step.pages as readonly PageId[]) : [])

/** A page to read as each channel gives it: its title, then its paragraphs. */
export const pageOn = (words: Words, where: Where, page: PageId): PageText => {
  const told = channelsOf(where).map(channel => words.info(page, channel))
  const paragraphs = new Set(told.flatMap(one => one.paragraphs))
  return { page, title: told[0]?.title ?? page, paragraphs: [...paragraphs] }
}

const TITLES: Readonly<Record<string, DrawnKey>> = {
  say: 'step-say',
  pause: 'step-pause',
  handover: 'step-handover',
  wait: 'step-wait',
  leave: 'step-leave',
  shelf: 'step-shelf'
}
const ENDS: readonly string[] = ['go', 'wait', 'leave', 'shelf']

function titleOfStep(words: Words, step: OtherStep): string {
  if (step.kind === 'go') return words.drawn('step-go', { path: titleOf(words, step.section) })
  const title = TITLES[step.kind]
  return title ? words.drawn(title) : words.drawn('step-other', { kind: step.kind })
}

/** A step that asks nothing. */
export function lineItem({ words, where }: Teller, step: OtherStep): LineItem {
  const keys = keysIn(step)
  return {
    kind: 'line',
    step: [step.kind, ...(step.kind === 'go' ? [step.section] : keys), ...pagesIn(step)].join(' '),
    title: titleOfStep(words, step),
    keys,
    said: keys.flatMap(key => sentenceOn(words, where, key)),
    pages: pagesIn(step).map(page => pageOn(words, where, page)),
    ends: ENDS.includes(step.kind)
  }
}
