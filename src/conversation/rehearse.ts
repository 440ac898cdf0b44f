// A conversation that nobody has: the turns of the real road, one after another, with nothing kept and nobody told.
import { begin, type Place, placeOf, type Snapshot } from '../flow/step.ts'
import { REHEARSED_TURNS } from '../limits.ts'
import { type Answer, type Answers, type Channel, SKIP } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Words } from '../wording/words.ts'
import type { Change, Conversation, NewMessage } from './conversation.ts'
import { decide } from './decide.ts'
import type { PersonEvent } from './person-event.ts'
import type { Availability } from './ports.ts'
import { PRACTICE } from './practice.ts'
import { prompt } from './prompts.ts'
import type { Room } from './setting.ts'

export interface Rehearsal extends Pick<Room, 'flow' | 'words' | 'lexicons'> {
  readonly channel: Channel
  readonly answers: Answers
  readonly availability: Availability
}

export interface Rehearsed {
  readonly messages: readonly NewMessage[]
  /** Where the person stands when the answers given here are used up. */
  readonly place: Place
}

/** By SMS a choice is typed by its digits, and the town by its name. */
function typed(question: QuestionId, value: Answer, words: Words): string {
  const options: readonly string[] = QUESTIONS[question].options
  if (options.length === 0) return String(value)
  if (question === 'area') return words.option(question, String(value))
  return [value]
    .flat()
    .map(option => options.indexOf(option) + 1)
    .join(' ')
}

/** What this person does next; null when they have no answer to what is asked. */
function next({ answers, channel, words }: Rehearsal, place: Place): PersonEvent | null {
  if (place.kind === 'pause') return { type: 'goOn' }
  if (place.kind !== 'question') return null
  const { question } = place
  const value = answers[question]
  if (value === undefined) return null
  if (value === SKIP) return { type: 'skip', question }
  return channel === 'sms'
    ? { type: 'typed', text: typed(question, value, words) }
    : { type: 'answer', question, value }
}

const nobody = ({ channel, words }: Rehearsal, snapshot: Snapshot): Conversation => ({
  id: 'rehearsal',
  reference: '',
  channel,
  locale: words.locale,
  flow: '',
  snapshot,
  owner: { kind: 'assistant' },
  status: 'open',
  handoverState: null,
  // The first question has been put already.
  lastSeq: 1,
  returns: { wrongWords: 0, decoyAt: null, backAt: null },
  phone: null,
  textsBlocked: false,
  heardAt: new Date(),
  openedAt: new Date(0),
  expiresAt: new Date(0)
})

const after = (conversation: Conversation, { snapshot, owner, status }: Change): Conversation => ({
  ...conversation,
  ...(snapshot ? { snapshot } : {}),
  ...(owner ? { owner } : {}),
  ...(status ? { status } : {})
})

const wentOn = (words: Words): NewMessage => ({
  from: 'person',
  kind: 'answer',
  text: words.page('goOn'),
  locale: words.locale
})

/** Plays the answers until one is missing. What is said is what the road says: the same decision, the same gate. */
export async function rehearse(rehearsal: Rehearsal): Promise<Rehearsed> {
  const { flow, words, lexicons, channel, availability } = rehearsal
  const desk = { availability: () => Promise.resolve(availability) }
  const room = { flow, words, lexicons, desk, webAddress: null, ear: () => false, practice: PRACTICE }
  const { snapshot, effects } = begin(flow, channel)
  let conversation = nobody(rehearsal, snapshot)
  const messages = effects.flatMap(effect => (effect.type === 'ask' ? [prompt(words, effect.question, channel)] : []))
  for (let turn = 0; turn < REHEARSED_TURNS; turn++) {
    const event = next(rehearsal, placeOf(flow, conversation.snapshot))
    const change = event && (await decide(conversation, event, new Date(0), room))
    if (!change) break
    // Going on from a pause is a press, of which the road keeps no words.
    if (event.type === 'goOn') messages.push(wentOn(words))
    messages.push(...change.messages)
    const former = conversation.snapshot
    conversation = after(conversation, change)
    // An answer that does not lead on, such as "tell me more", would be given for ever.
    if (conversation.snapshot.state === former.state) break
  }
  return { messages, place: placeOf(flow, conversation.snapshot) }
}
