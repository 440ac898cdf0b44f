// Questions as they are put: by SMS with their digits, on the page as words that stand above their choices.
import type { YesOrNo } from '../flow/check.ts'
import type { Effect } from '../flow/events.ts'
import type { Channel } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Perspective } from '../questions/perspective.ts'
import type { MessageKey, PageId } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import type { NewMessage } from './conversation.ts'
import { earForm } from './ear-question.ts'
import { sentence } from './sentence.ts'

/** By SMS what can be chosen follows with its digits. */
const numbered = (text: string, labels: readonly string[]): string =>
  `${text} ${labels.map((label, index) => `${index + 1} ${label}`).join(', ')}.`

/** A question as it is put: by SMS with its digits, the last of which is Skip. Triage specification, section 1. */
export function prompt(words: Words, question: QuestionId, channel: Channel, about: Perspective = 'self'): NewMessage {
  const { text, options } = words.question(question, channel, about)
  const labels = [...options.map(option => option.label), ...(QUESTIONS[question].skip ? [words.page('skip')] : [])]
  // The area list is too long for a text: the town is typed.
  const isTyped = options.length === 0 || question === 'area'
  const asked = channel === 'sms' && !isTyped ? numbered(text, labels) : text
  return { from: 'assistant', kind: 'ask', question, text: words.on(channel, asked), locale: words.locale }
}

/** How a check is put: by whom it is read, and what it repeats. */
export interface CheckScene {
  readonly words: Words
  readonly channel: Channel
  readonly about: Perspective
  readonly short: boolean
  readonly young: boolean
  /** What they wrote; repeated on the page alone, and never in short mode. */
  readonly quote: string | null
}

/** A plain yes or no about something they wrote, or the second ear's question. */
export function checkPrompt(check: YesOrNo, scene: CheckScene): NewMessage {
  const { words, channel } = scene
  const text = checkText(check, scene)
  const labels = [words.check('yes'), words.check('no'), words.check('skip')]
  const asked = channel === 'sms' && check.kind !== 'ear' ? numbered(text, labels) : text
  return { from: 'assistant', kind: 'said', text: words.on(channel, asked), locale: words.locale }
}

/** The words of a check, without its digits: what a page has for its heading. */
export function checkText(check: YesOrNo, scene: CheckScene): string {
  const { words, channel, about } = scene
  if (check.kind === 'rail') return words.check(check.rail, {}, about)
  if (check.kind === 'signal') return words.check(check.signal, {}, about)
  if (check.kind === 'audience') return words.check(check.audience === 'harmer' ? 'ownBehaviour' : 'aboutMe', {}, about)
  if (check.kind === 'ear') {
    const form = earForm(scene)
    return words.check(channel === 'sms' ? form.byText : form.text, {}, about)
  }
  return meantText(check, scene)
}

/** What was meant says what it is about: the statement where one is written, else the question with the answer. Specification, section 4. */
function meantText(
  check: Extract<YesOrNo, { kind: 'meant' }>,
  { words, channel, about, short, quote }: CheckScene
): string {
  const { question, value } = check
  const label = [value].flat().map(option => words.option(question, option, about))
  const statement = typeof value === 'string' ? words.statement(question, value, about) : undefined
  if (short) return words.check('meantShort', { label: label.join(', ') }, about)
  const means = statement
    ? words.check('means', { statement }, about)
    : words.check('meant', { question: words.question(question, channel, about).text, label: label.join(', ') }, about)
  return channel === 'web' && quote !== null
    ? words.check('youWrote', { quote: shortened(quote), means }, about)
    : means
}

/** Enough of what they wrote to know it again, in characters: a heading is no place for a letter. */
const QUOTED = 120
const shortened = (quote: string): string => (quote.length <= QUOTED ? quote : `${quote.slice(0, QUOTED)} ...`)

/** The shelf of pages; by SMS their titles follow with digits. */
function shelfPrompt(words: Words, message: MessageKey, pages: readonly PageId[], channel: Channel): NewMessage {
  const said = sentence(words, channel, 'said', message)
  const titles = pages.map(page => words.info(page, channel).title)
  return channel === 'sms' ? { ...said, text: words.on(channel, numbered(said.text, titles)) } : said
}

/** A page: by SMS its words and the way back, on the web its title; the rest is on the page itself. */
function pagePrompt(words: Words, page: PageId, channel: Channel): NewMessage {
  const { title, paragraphs } = words.info(page, channel)
  const text = channel === 'sms' ? numbered(paragraphs.join(' '), [words.page('backToPages')]) : title
  return { from: 'assistant', kind: 'said', text: words.on(channel, text), locale: words.locale }
}

/** The prompts among the effects of a step, in order. */
export function promptsOf(effects: readonly Effect[], scene: CheckScene): NewMessage[] {
  const { words, channel, about } = scene
  return effects.flatMap(effect => {
    if (effect.type === 'ask') return [prompt(words, effect.question, channel, about)]
    if (effect.type === 'check') return [checkPrompt(effect.check, scene)]
    if (effect.type === 'shelf') return [shelfPrompt(words, effect.message, effect.pages, channel)]
    return effect.type === 'page' ? [pagePrompt(words, effect.page, channel)] : []
  })
}
