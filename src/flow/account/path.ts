// One path of the dialogue as a practice lead reads it, before anybody decides how it looks.
import { type Channel, SKIP } from '../../questions/answer.ts'
import type { QuestionId } from '../../questions/catalogue.ts'
import type { Condition } from '../../questions/condition.ts'
import type { Perspective } from '../../questions/perspective.ts'
import type { DrawnKey, MessageKey, PageId } from '../../wording/keys.ts'
import type { Words } from '../../wording/words.ts'
import type { Step } from '../language.ts'
import { cardsBroughtBy, flagsBroughtBy } from './brought-by.ts'
import { conditionInWords, type Speech, speechWith } from './condition-words.ts'
import { stepsWith } from './decided.ts'
import type { Dialogue, DrawnFlag } from './dialogue.ts'
import { type Speakers, speakersOf } from './speakers.ts'

export interface Wording {
  readonly channel: Channel
  /** Null: everybody who is asked here is asked in these words. */
  readonly about: Perspective | null
  readonly text: string
}
export interface OptionAccount {
  readonly id: string
  readonly label: string
  readonly flags: readonly { readonly flag: DrawnFlag; readonly also: string | null }[]
  readonly cards: readonly { readonly card: MessageKey; readonly also: string | null }[]
}
export interface AskItem {
  readonly kind: 'ask'
  readonly question: QuestionId
  readonly wordings: readonly Wording[]
  /** The last one is the skip, where it may be skipped. */
  readonly options: readonly OptionAccount[]
  /** What is special about it, e.g. that it must be answered. */
  readonly remarks: readonly string[]
}
export interface OnlyItem {
  readonly kind: 'only'
  readonly condition: string
  readonly items: readonly Item[]
}
export interface PageText {
  readonly page: PageId
  readonly title: string
  readonly paragraphs: readonly string[]
}
/** Anything but a question: what happens, and the sentences that are said there, as on each channel. */
export interface LineItem {
  readonly kind: 'line'
  readonly step: string
  readonly title: string
  readonly keys: readonly MessageKey[]
  /** Nothing follows it on this path. */
  readonly ends: boolean
  readonly said: readonly string[]
  /** Pages that may be opened here. */
  readonly pages: readonly PageText[]
}
export type Item = AskItem | OnlyItem | LineItem

export interface PathAccount {
  readonly name: string
  readonly title: string
  readonly items: readonly Item[]
}

/** `whileWaiting` -> `While waiting`: for a section nobody has named. */
const spaced = (name: string): string => {
  const words = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const titleOf = (words: Words, section: string): string => words.path(section) ?? spaced(section)

/** Null: both channels, each difference said as a condition. */
export type Where = Channel | null

export const channelsOf = (where: Where): readonly Channel[] => (where ? [where] : ['web', 'sms'])

/** The different ways in which one question is put, and to whom. */
function wordingsOf(words: Words, question: QuestionId, speakers: readonly Perspective[], where: Where): Wording[] {
  const first = speakers[0] ?? 'self'
  return channelsOf(where).flatMap(channel => {
    const textFor = (about: Perspective) => words.question(question, channel, about).text
    const others = speakers.filter(about => textFor(about) !== textFor(first))
    const differing = [first, ...others]
    return differing.map(about => ({ channel, about: others.length > 0 ? about : null, text: textFor(about) }))
  })
}

/** An option by its label, and by the others it has for other speakers. */
function labelOf(words: Words, question: QuestionId, option: string, speakers: readonly Perspective[]): string {
  const labels = speakers.map(about => words.option(question, option, about))
  return [...new Set(labels)].join(' / ') || words.option(question, option)
}

export interface Teller {
  readonly dialogue: Dialogue
  readonly words: Words
  readonly where: Where
  readonly speech: Speech
  readonly speakers: Speakers
}

/** Makes the accounts of one dialogue on one channel, or on both. `options`: whether conditions name them by label or id. */
export function tellerOf(dialogue: Dialogue, words: Words, where: Where, options: Speech['options']): Teller {
  const speech: Speech = { words, rules: dialogue.rules, options }
  return {
    dialogue,
    words,
    where,
    speech: where ? speechWith(speech, { channel: where }) : speech,
    speakers: speakersOf(dialogue.flow)
  }
}

function askItem(teller: Teller, section: string, step: Extract<Step, { kind: 'ask' }>): AskItem {
  const { dialogue, words, where, speech } = teller
  const { question, more } = step
  const known = dialogue.flow.questions[question]
  const speakers = teller.speakers.of(section, question)
  const inWords = (also: Condition | null) => also && conditionInWords(also, speech)
  const optionOf = (id: string, label: string): OptionAccount => {
    const chosen = { question, option: id, never: teller.speakers.never(section), channel: where }
    return {
      id,
      label,
      flags: flagsBroughtBy(dialogue, chosen).map(({ flag, also }) => ({ flag, also: inWords(also) })),
      cards: cardsBroughtBy(dialogue, chosen).map(({ card, also }) => ({ card, also: inWords(also) }))
    }
  }
  const options = [
    ...(known?.options ?? []).map(id => optionOf(id, labelOf(words, question, id, speakers))),
    ...(known?.skip === false ? [] : [optionOf(SKIP, words.page('skip'))])
  ]
  const told = more ? sentenceOn(words, where, more) : []
  const remarks = [
    ...(known?.kind === 'text' ? [words.drawn('ask-text')] : []),
    ...(known?.kind === 'many' ? [words.drawn('ask-many')] : []),
    ...(known?.skip === false ? [words.drawn('ask-must')] : []),
    ...told.map(text => words.drawn('ask-more', { text }))
  ]
  const wordings = wordingsOf(words, question, speakers, where)
  return { kind: 'ask', question, wordings, options, remarks }
}

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

function lineItem({ words, where }: Teller, step: OtherStep): LineItem {
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

function itemsOf(teller: Teller, section: string, steps: readonly Step[]): Item[] {
  return steps.map((step): Item => {
    if (step.kind === 'ask') return askItem(teller, section, step)
    if (step.kind !== 'when') return lineItem(teller, step)
    const condition = conditionInWords(step.condition, teller.speech)
    return { kind: 'only', condition, items: itemsOf(teller, section, step.steps) }
  })
}

/** One section of the flow. */
export function pathOf(teller: Teller, section: string): PathAccount {
  const { dialogue, words, where } = teller
  const steps = dialogue.flow.sections[section] ?? []
  const walked = where ? stepsWith(steps, { channel: where }) : steps
  return { name: section, title: titleOf(words, section), items: itemsOf(teller, section, walked) }
}

/** Every item, those inside a condition included. */
export const everyItem = (items: readonly Item[]): Item[] =>
  items.flatMap(item => (item.kind === 'only' ? [item, ...everyItem(item.items)] : [item]))
