// From effects to words. Sentences about people being there are chosen by what is true, in this one place.
import type { Effect } from '../flow/events.ts'
import type { Place } from '../flow/step.ts'
import type { Channel } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { MessageKey } from '../wording/keys.ts'
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
): NewMessage => ({ from: 'assistant', kind, key, text: words.message(key, values, channel), locale: words.locale })

/** A question as it is put: by SMS with its digits, the last of which is Skip. Triage specification, section 1. */
export function prompt(words: Words, question: QuestionId, channel: Channel): NewMessage {
  const { text, options } = words.question(question, channel)
  return { from: 'assistant', kind: 'ask', question, text: channel === 'sms' ? numbered() : text, locale: words.locale }

  function numbered(): string {
    // The area list is too long for a text: the town is typed.
    if (options.length === 0 || question === 'area') return text
    const labels = options.map(option => option.label)
    if (QUESTIONS[question].skip) labels.push(words.page('skip'))
    return `${text} ${labels.map((label, index) => `${index + 1} ${label}`).join(', ')}.`
  }
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
  /** Where the person stands after the step. */
  readonly place: Place
  /** People have been alerted to this conversation. */
  readonly alerted: boolean
  /** The person has come to where nothing more is asked, or has asked for a person again: silence would be cruel. */
  readonly settles: boolean
  readonly availability: Availability
}

/** What the assistant says, in order: urgent help first, who is there, then the next question. */
export function compose(effects: readonly Effect[], scene: Scene): NewMessage[] {
  const { words, channel, place, alerted, settles, availability } = scene
  const said: NewMessage[] = []
  const prompts: NewMessage[] = []
  let emergency = false
  for (const effect of effects) {
    if (effect.type === 'card') {
      if (effect.card === 'emergency') emergency = true
      else said.push(sentence(words, channel, 'card', effect.card))
    }
    if (effect.type === 'say') said.push(sentence(words, channel, 'said', effect.message))
    if (effect.type === 'note') said.push(sentence(words, channel, 'note', effect.note))
    if (effect.type === 'ask') prompts.push(prompt(words, effect.question, channel))
    // By SMS the emergency text stands alone: one reply, then silence until they text (scenario S03).
    if (effect.type === 'pause' && !(channel === 'sms' && emergency))
      prompts.push(sentence(words, channel, 'said', effect.message))
  }
  if (emergency) said.unshift(sentence(words, channel, 'card', emergencyKey(alerted, availability)))
  const asked = effects.some(effect => effect.type === 'handover')
  if ((asked || settles) && !emergency) said.push(whoIsThere(words, channel, availability, place.kind !== 'waiting'))
  return [...said, ...prompts]
}
