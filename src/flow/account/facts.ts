// The dialogue as plain facts that can be kept in a file and compared: what is asked where, in which words, and what it brings.
import { type Channel, SKIP } from '../../questions/answer.ts'
import { isQuestion, type QuestionId } from '../../questions/catalogue.ts'
import type { Condition } from '../../questions/condition.ts'
import type { Perspective } from '../../questions/perspective.ts'
import type { MessageKey, PageId } from '../../wording/keys.ts'
import type { Words } from '../../wording/words.ts'
import { whereInWords } from './as-text.ts'
import { pathNames } from './checks-path.ts'
import { conditionInWords, type Speech } from './condition-words.ts'
import type { Dialogue, NamedRule } from './dialogue.ts'
import { type AskItem, everyItem, type Item, type Wording } from './items.ts'
import { pageOn, sentenceOn } from './line-item.ts'
import { pathOf } from './path.ts'
import { channelsOf, tellerOf } from './teller.ts'

export interface StepFact {
  /** The question, or the kind of step and what it names. */
  readonly step: string
  readonly isQuestion: boolean
  /** Condition in words; empty: always. */
  readonly only: string
}
export interface QuestionFact {
  /** By channel and speaker, in words. */
  readonly texts: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, string>>
  readonly remarks: readonly string[]
}
/** A name, and each condition that is enough for it, in words. */
export type Alternatives = Readonly<Record<string, readonly string[]>>

export interface DialogueFacts {
  readonly paths: Readonly<Record<string, readonly StepFact[]>>
  readonly questions: Readonly<Record<string, QuestionFact>>
  readonly sentences: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly flags: Alternatives
  readonly cards: Alternatives
  readonly rules: Alternatives
}

const stepsOf = (items: readonly Item[], words: Words, only: readonly string[] = []): StepFact[] =>
  items.flatMap((item): StepFact[] => {
    if (item.kind === 'only') return stepsOf(item.items, words, [...only, item.condition])
    const step = item.kind === 'ask' ? item.question : item.step
    return [{ step, isQuestion: item.kind === 'ask', only: only.join(words.drawn('if-and')) }]
  })

const ABOUTS = ['self', 'friend', 'professional'] as const

/** In every way it is put: first to somebody about themselves, then where it differs for others. */
function textsOf(words: Words, question: QuestionId): Record<string, string> {
  const wordings = channelsOf(null).flatMap((channel): Wording[] => {
    const text = (about: Perspective) => words.question(question, channel, about).text
    const others = ABOUTS.filter(about => text(about) !== text('self'))
    return [
      { channel, about: null, text: text('self') },
      ...others.map(about => ({ channel, about: [about], text: text(about) }))
    ]
  })
  return Object.fromEntries(wordings.map(wording => [whereInWords(words, wording), wording.text]))
}

/** Labels, with those for other speakers where they differ. */
function labelsOf(words: Words, question: QuestionId, options: readonly string[]): Record<string, string> {
  const told = options.filter(id => id !== SKIP)
  const labels = (id: string) => new Set(ABOUTS.map(about => words.option(question, id, about)))
  return Object.fromEntries(told.map(id => [id, [...labels(id)].join(' / ')]))
}

function questionFact({ question, options, remarks, wordings }: AskItem, words: Words): QuestionFact {
  if (isQuestion(question)) {
    return {
      texts: textsOf(words, question),
      options: labelsOf(
        words,
        question,
        options.map(({ id }) => id)
      ),
      remarks
    }
  }
  return {
    texts: Object.fromEntries(wordings.map(wording => [whereInWords(words, wording), wording.text])),
    options: Object.fromEntries(options.map(({ id, label }) => [id, label])),
    remarks
  }
}

const onEach = (words: Words, textOn: (channel: Channel) => string): Record<string, string> =>
  Object.fromEntries(channelsOf(null).map(channel => [words.drawn(`where-${channel}`), textOn(channel)]))

const sentenceFact = (words: Words, key: MessageKey) =>
  onEach(words, channel => sentenceOn(words, channel, key).join(' '))

const pageFact = (words: Words, page: PageId) =>
  onEach(words, channel => {
    const { title, paragraphs } = pageOn(words, channel, page)
    return [title, ...paragraphs].join(' / ')
  })

const alternatives = (when: Condition, speech: Speech): string[] =>
  ('any' in when ? when.any : [when]).map(part => conditionInWords(part, speech))

/** All that a practice lead agrees to, as data. */
export function factsOfDialogue(dialogue: Dialogue, words: Words): DialogueFacts {
  const { flow, flags, rules } = dialogue
  const { speech, ...teller } = tellerOf(dialogue, words, null, 'ids')
  const paths = pathNames(flow).map(section => pathOf({ ...teller, speech }, section))
  const items = paths.flatMap(path => everyItem(path.items))
  const asked = items.filter(item => item.kind === 'ask')
  const cards = [...new Set(flow.cards.map(({ card }) => card))]
  const lines = items.filter(item => item.kind === 'line')
  const { byTruth } = dialogue
  const chosen = [...cards.flatMap(card => byTruth.cards[card] ?? [card]), ...byTruth.handover]
  const said = new Set([...lines.flatMap(item => item.keys), ...chosen])
  const pages = new Set(lines.flatMap(item => item.pages.map(({ page }) => page)))
  const conditionsOf = (name: MessageKey) =>
    flow.cards.filter(({ card }) => card === name).flatMap(({ when }) => alternatives(when, speech))
  /** A rule is spelled out without its own name. */
  const spelledOut = ({ name, when }: NamedRule) =>
    alternatives(when, { ...speech, rules: rules.filter(rule => rule.name !== name) })
  return {
    paths: Object.fromEntries(paths.map(path => [path.name, stepsOf(path.items, words)])),
    questions: Object.fromEntries(asked.map(item => [item.question, questionFact(item, words)])),
    sentences: Object.fromEntries([
      ...[...said].map(key => [key, sentenceFact(words, key)]),
      ...[...pages].map(page => [page, pageFact(words, page)])
    ]),
    flags: Object.fromEntries(flags.map(({ id, when }) => [id, alternatives(when, speech)])),
    cards: Object.fromEntries(cards.map(card => [card, conditionsOf(card)])),
    rules: Object.fromEntries(
      rules.filter(rule => !rule.byFlags).map(rule => [words.drawn(rule.name), spelledOut(rule)])
    )
  }
}
