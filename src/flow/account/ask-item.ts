// A question as it is told: its words to each speaker, and what each answer brings.
import { type Channel, SKIP } from '../../questions/answer.ts'
import type { QuestionId } from '../../questions/catalogue.ts'
import type { Condition } from '../../questions/condition.ts'
import type { Perspective } from '../../questions/perspective.ts'
import type { Words } from '../../wording/words.ts'
import type { Step } from '../language.ts'
import { type Chosen, cardsBroughtBy, flagsBroughtBy } from './brought-by.ts'
import { conditionInWords } from './condition-words.ts'
import type { AskItem, OptionAccount, Wording } from './items.ts'
import { sentenceOn } from './line-item.ts'
import { channelsOf, type Teller, type Where } from './teller.ts'

/** The different ways in which something is put, and to whom. */
export function wordingsOf(
  speakers: readonly Perspective[],
  where: Where,
  textOf: (channel: Channel, about: Perspective) => string
): Wording[] {
  const known: readonly Perspective[] = speakers.length > 0 ? speakers : ['self']
  return channelsOf(where).flatMap(channel => {
    const byText = new Map<string, Perspective[]>()
    for (const about of known) {
      const text = textOf(channel, about)
      byText.set(text, [...(byText.get(text) ?? []), about])
    }
    return [...byText].map(([text, about]) => ({ channel, about: byText.size > 1 ? about : null, text }))
  })
}

/** What an answer, or a yes to something written, brings. */
export function broughtBy({ dialogue, speech }: Teller, chosen: Chosen): Pick<OptionAccount, 'flags' | 'cards'> {
  const inWords = (also: Condition | null) => also && conditionInWords(also, speech)
  return {
    flags: flagsBroughtBy(dialogue, chosen).map(({ flag, also }) => ({ flag, also: inWords(also) })),
    cards: cardsBroughtBy(dialogue, chosen).map(({ card, also }) => ({ card, also: inWords(also) }))
  }
}

/** An option by its label, and by the others it has for other speakers. */
function labelOf(words: Words, question: QuestionId, option: string, speakers: readonly Perspective[]): string {
  const labels = speakers.map(about => words.option(question, option, about))
  return [...new Set(labels)].join(' / ') || words.option(question, option)
}

/** One question where it stands in a section. */
export function askItem(teller: Teller, section: string, step: Extract<Step, { kind: 'ask' }>): AskItem {
  const { dialogue, words, where } = teller
  const { question, more } = step
  const known = dialogue.flow.questions[question]
  const speakers = teller.speakers.of(section, question)
  const never = teller.speakers.never(section)
  const optionOf = (id: string, label: string): OptionAccount => ({
    id,
    label,
    ...broughtBy(teller, { question, option: id, never, channel: where })
  })
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
  const wordings = wordingsOf(speakers, where, (channel, about) => words.question(question, channel, about).text)
  return { kind: 'ask', question, wordings, options, remarks }
}
