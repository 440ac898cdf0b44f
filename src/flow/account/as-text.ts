// Every path as plain text: what reviewers compare, line by line.
import { SKIP } from '../../questions/answer.ts'
import type { Perspective } from '../../questions/perspective.ts'
import type { Words } from '../../wording/words.ts'
import { versionOf } from '../flow.ts'
import { pathNames } from './checks-path.ts'
import { conditionInWords } from './condition-words.ts'
import type { Dialogue } from './dialogue.ts'
import type { AskItem, Item, Wording } from './items.ts'
import { pathOf } from './path.ts'
import { type Teller, tellerOf } from './teller.ts'

const indented = (lines: readonly string[]): string[] => lines.map(line => `  ${line}`)

export const aboutInWords = (words: Words, about: readonly Perspective[]): string =>
  about.map(one => words.drawn(`about-${one}`)).join(words.drawn('if-lastOr'))

export const whereInWords = (words: Words, { channel, about }: Omit<Wording, 'text'>): string =>
  [words.drawn(`where-${channel}`), ...(about ? [aboutInWords(words, about)] : [])].join(', ')

function optionLines({ options }: AskItem, words: Words): string[] {
  const told = options.filter(({ id, flags, cards }) => id !== SKIP || flags.length + cards.length > 0)
  return told.map(({ id, label, flags, cards }) => {
    const also = (condition: string | null) => (condition ? ` ${words.drawn('also', { condition })}` : '')
    const brought = [
      ...flags.map(({ flag, also: rest }) => `${flag.id}${also(rest)}`),
      ...cards.map(({ card, also: rest }) => `${words.drawn('card', { card })}${also(rest)}`)
    ]
    return `- ${id}: ${label}${brought.length > 0 ? ` [${brought.join('; ')}]` : ''}`
  })
}

function askLines(item: AskItem, words: Words): string[] {
  const wordings = item.wordings.map(wording => `${whereInWords(words, wording)}: ${wording.text}`)
  return [item.question, ...indented([...wordings, ...optionLines(item, words), ...item.remarks])]
}

const linesOf = (items: readonly Item[], words: Words): string[] =>
  items.flatMap(item => {
    if (item.kind === 'ask') return askLines(item, words)
    if (item.kind === 'only') {
      return [words.drawn('only', { condition: item.condition }), ...indented(linesOf(item.items, words))]
    }
    const pages = item.pages.flatMap(({ title, paragraphs }) => [title, ...indented(paragraphs)])
    return [`(${item.title})`, ...indented([...item.said, ...pages])]
  })

function rules({ dialogue, words, speech }: Teller): string[] {
  const others = (name: string) => ({ ...speech, rules: speech.rules.filter(rule => rule.name !== name) })
  const spelled = dialogue.rules.filter(rule => !rule.byFlags)
  return [
    ...spelled.map(({ name, when }) => `${words.drawn(name)}: ${conditionInWords(when, others(name))}`),
    ...dialogue.flags.map(({ id, name, when }) => `${id} (${words.staff(name)}): ${conditionInWords(when, speech)}`),
    ...dialogue.flow.cards.map(
      ({ card, when }) => `${words.drawn('card', { card })}: ${conditionInWords(when, speech)}`
    )
  ]
}

/** One path. */
export function pathAsText(dialogue: Dialogue, words: Words, section: string): string {
  const teller = tellerOf(dialogue, words, null, 'labels')
  return linesOf(pathOf(teller, section).items, words).join('\n')
}

/** The whole dialogue. */
export function asText(dialogue: Dialogue, words: Words): string {
  const teller = tellerOf(dialogue, words, null, 'ids')
  const paths = pathNames(dialogue.flow).flatMap(section => {
    const path = pathOf(teller, section)
    return [`== ${path.title} (${path.name})`, ...linesOf(path.items, words), '']
  })
  const head = words.drawn('text-head', { version: versionOf(dialogue.flow) })
  return [head, '', ...paths, `== ${words.drawn('text-rules')}`, ...rules(teller), ''].join('\n')
}
