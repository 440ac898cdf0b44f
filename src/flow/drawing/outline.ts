// A flow as boxes and arrows, before anybody decides how they look.
import type { Channel } from '../../questions/answer.ts'
import type { Flow } from '../flow.ts'
import type { Step } from '../language.ts'
import { decided, sectionsOn } from './channel.ts'
import { conditionInWords, type DrawingWords } from './words.ts'

export type BoxKind = Step['kind'] | 'start'

export interface Box {
  readonly id: string
  readonly kind: BoxKind
  readonly title: string
  /** Smaller print: the options, or what is special about a question. */
  readonly details: readonly string[]
}
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly label: string
}
export interface SectionOutline {
  readonly name: string
  readonly title: string
  readonly boxes: readonly Box[]
  readonly arrows: readonly Arrow[]
}

/** Arrow past what a condition does not hold for. */
export const OTHERWISE = 'otherwise'

/** An end of the drawing so far, waiting for the box that follows. */
interface Loose {
  readonly from: string
  readonly label: string
}

/** `whileWaiting` -> `While waiting`. */
export const titleOf = (section: string): string => {
  const words = section.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function boxOf(id: string, step: Step, flow: Flow, words: DrawingWords, channel: Channel): Box {
  switch (step.kind) {
    case 'ask': {
      const { text, sms, options } = words.questions[step.question]
      const question = flow.questions[step.question]
      const details = [
        Object.values(options ?? {}).join(' · ') || 'own words',
        ...(question?.kind === 'many' ? ['several may be picked'] : []),
        ...(question?.skip === false ? ['must be answered'] : [])
      ]
      return { id, kind: 'ask', title: (channel === 'sms' && sms) || text, details }
    }
    case 'when':
      return { id, kind: 'when', title: `Only if ${conditionInWords(step.condition, words)}`, details: [] }
    case 'say':
      return { id, kind: 'say', title: words.messages[step.message], details: [] }
    case 'pause':
      return { id, kind: 'pause', title: words.messages[step.message], details: ['waits until the person goes on'] }
    case 'handover':
      return { id, kind: 'handover', title: 'A person is asked for', details: ['unless one was already'] }
    case 'go':
      return { id, kind: 'go', title: `Goes on at: ${titleOf(step.section)}`, details: [] }
    case 'wait':
      return { id, kind: 'wait', title: 'Waits for a person', details: [] }
    case 'leave':
      return { id, kind: 'leave', title: 'Ends in silence', details: [] }
    case 'shelf':
      return { id, kind: 'shelf', title: words.messages[step.message], details: [...step.pages] }
  }
}

function outlineOf(
  name: string,
  steps: readonly Step[],
  flow: Flow,
  words: DrawingWords,
  channel: Channel
): SectionOutline {
  const boxes: Box[] = [{ id: `${name}_start`, kind: 'start', title: titleOf(name), details: [] }]
  const arrows: Arrow[] = []
  const draw = (list: readonly Step[], incoming: readonly Loose[]): readonly Loose[] => {
    let loose = incoming
    for (const step of list) {
      const id = `${name}_${boxes.length}`
      boxes.push(boxOf(id, step, flow, words, channel))
      arrows.push(...loose.map(({ from, label }) => ({ from, to: id, label })))
      if (step.kind === 'when') {
        loose = [...draw(step.steps, [{ from: id, label: 'yes' }]), { from: id, label: OTHERWISE }]
      } else {
        loose = step.kind === 'go' || step.kind === 'wait' || step.kind === 'leave' ? [] : [{ from: id, label: '' }]
      }
    }
    return loose
  }
  draw(steps, [{ from: `${name}_start`, label: '' }])
  return { name, title: titleOf(name), boxes, arrows }
}

/** Named rules keep their name when a channel leaves only a part of them. */
const namesOn = (words: DrawingWords, channel: Channel): DrawingWords => ({
  ...words,
  rules: words.rules.flatMap(({ rule, name }) => {
    const left = decided(rule, channel)
    return typeof left === 'boolean' ? [] : [{ rule: left, name }]
  })
})

/** Every section of a flow as one channel sees it. */
export const outline = (flow: Flow, words: DrawingWords, channel: Channel): SectionOutline[] =>
  Object.entries(sectionsOn(flow, channel)).map(([name, steps]) =>
    outlineOf(name, steps, flow, namesOn(words, channel), channel)
  )
