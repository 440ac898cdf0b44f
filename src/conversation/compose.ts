// From effects to words. Sentences about people being there are chosen by what is true, in this one place.

import type { YesOrNo } from '../flow/check.ts'
import type { Effect, Note } from '../flow/events.ts'
import type { Place } from '../flow/step.ts'
import type { Channel } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Perspective } from '../questions/perspective.ts'
import type { MessageKey, PageId } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import type { MessageKind, NewMessage } from './conversation.ts'
import type { Availability } from './ports.ts'

/** A fixed sentence of the assistant. */
export const sentence = (
  words: Words,
  channel: Channel,
  kind: MessageKind,
  key: MessageKey,
  values: Record<string, string> = {}
): NewMessage => ({
  from: 'assistant',
  kind,
  key,
  text: words.on(channel, words.message(key, values, channel)),
  locale: words.locale
})

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

/** A plain yes or no about something they wrote. */
export function checkPrompt(words: Words, check: YesOrNo, channel: Channel, about: Perspective): NewMessage {
  const text = checkText(words, check, about)
  const labels = [words.check('yes'), words.check('no'), words.check('skip')]
  const asked = channel === 'sms' ? numbered(text, labels) : text
  return { from: 'assistant', kind: 'said', text: words.on(channel, asked), locale: words.locale }
}

/** The words of a check, without its digits: what a page has for its heading. */
export function checkText(words: Words, check: YesOrNo, about: Perspective): string {
  if (check.kind === 'rail') return words.check(check.rail, {}, about)
  if (check.kind === 'signal') return words.check(check.signal, {}, about)
  const meant = [check.value].flat().map(option => words.option(check.question, option, about))
  return words.check('meant', { label: meant.join(', ') }, about)
}

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

/** Who is there, said only as it is. `more`: questions are still offered while they wait. */
export function whoIsThere(
  words: Words,
  channel: Channel,
  { onDuty, open, opensAt }: Availability,
  more: boolean
): NewMessage {
  if (onDuty) return sentence(words, channel, 'status', more ? 'whileYouWait' : 'waiting')
  if (!open && opensAt !== null) return sentence(words, channel, 'status', 'outOfHours', { open: opensAt })
  return sentence(words, channel, 'status', 'nobodyOnDuty')
}

/** "Our team was told" only when there is a team and it was told. */
const emergencyKey = (told: boolean, availability: Availability): MessageKey => {
  if (!told) return 'emergency'
  return availability.onDuty ? 'emergencyTeamTold' : 'emergencyNobodyHere'
}

export interface Scene {
  readonly words: Words
  readonly channel: Channel
  readonly about: Perspective
  /** Where the person stands after the step. */
  readonly place: Place
  /** People have been alerted to this conversation. */
  readonly alerted: boolean
  /** The person has come to where nothing more is asked, or has asked for a person again: silence would be cruel. */
  readonly settles: boolean
  /** An answer that was written before this question had left. */
  readonly early: boolean
  /** The address of the page, where they asked for it; null otherwise. */
  readonly page: string | null
  /** A few words in which nothing could be read. */
  readonly garbled: boolean
  readonly availability: Availability
}

/** What the assistant says, in order: urgent help first, who is there, then the next question. */
export function compose(effects: readonly Effect[], scene: Scene): NewMessage[] {
  const { words, channel, about, place, alerted, settles, early, page, garbled, availability } = scene
  const said: NewMessage[] = []
  const prompts: NewMessage[] = []
  let emergency = false
  if (early) said.push(sentence(words, channel, 'note', 'stale'))
  /** Own words are kept, in the words that fit where they are: a slip of the thumb by text, at the door, before a yes or no. */
  const noteKey = (note: Note): MessageKey => {
    if (note !== 'wordsKept') return note
    // Whoever has come back may not be the person who left: this must not say that anybody reads, nor that anything is kept.
    if (place.kind === 'question' && place.returning) return 'answerFirst'
    if (garbled && channel === 'sms') return 'notUnderstood'
    return place.kind === 'check' ? 'wordsKeptCheck' : note
  }
  for (const effect of effects) {
    if (effect.type === 'card') {
      if (effect.card === 'emergency') emergency = true
      else said.push(sentence(words, channel, 'card', effect.card))
    }
    if (effect.type === 'say') said.push(sentence(words, channel, 'said', effect.message))
    if (effect.type === 'note') {
      said.push(sentence(words, channel, 'note', noteKey(effect.note)))
    }
    if (effect.type === 'ask') prompts.push(prompt(words, effect.question, channel, about))
    if (effect.type === 'check') prompts.push(checkPrompt(words, effect.check, channel, about))
    if (effect.type === 'shelf') prompts.push(shelfPrompt(words, effect.message, effect.pages, channel))
    if (effect.type === 'page') prompts.push(pagePrompt(words, effect.page, channel))
    // By SMS the emergency text stands alone: one reply, then silence until they text (scenario S03).
    if (effect.type === 'pause' && !(channel === 'sms' && emergency))
      prompts.push(sentence(words, channel, 'said', effect.message))
  }
  if (emergency) said.unshift(sentence(words, channel, 'card', emergencyKey(alerted, availability)))
  const asked = effects.some(effect => effect.type === 'handover')
  if ((asked || settles) && !emergency) said.push(whoIsThere(words, channel, availability, place.kind !== 'waiting'))
  if (page !== null && !emergency) said.push(sentence(words, channel, 'said', 'pageInstead', { address: page }))
  return [...said, ...prompts]
}
