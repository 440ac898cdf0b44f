// A conversation without a database and without a clock: turn after turn through the real road of one turn (decide.ts). What a person
// is told, what the desk sees, and where they stand before and after.
import { door } from '../../flows/index.ts'
import type { Change, Conversation, NewMessage, Owner } from '../../src/conversation/conversation.ts'
import { decide } from '../../src/conversation/decide.ts'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import type { Availability } from '../../src/conversation/ports.ts'
import { PRACTICE, type Practice } from '../../src/conversation/practice.ts'
import { prompt } from '../../src/conversation/prompts.ts'
import { hasUnasked, type Unclaimed } from '../../src/conversation/unclaimed.ts'
import { nameOf } from '../../src/flow/check.ts'
import { begin, currentAnswers, isShort, type Place, placeOf, step } from '../../src/flow/step.ts'
import type { Answers, Channel } from '../../src/questions/answer.ts'
import type { Mark } from '../../src/questions/mark.ts'
import { raises } from '../../src/reading/ear/ear.ts'
import { LOCALES } from '../../src/wording/folder.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'

const wordbook = await Wordbook.open(LOCALES, ({ key }) => {
  throw new Error(`words are missing: ${key}`)
})
export const english = wordbook.in('en')

/** A day on which the fixed answers are signed. */
const START = new Date('2026-12-01T14:00:00.000Z')
const MINUTE = 60_000

/** Everything around a conversation that a test may want otherwise. */
export interface Around {
  readonly availability: Availability
  readonly ear: (text: string) => boolean
  readonly practice: Practice
}
const NOBODY_FREE: Availability = { onDuty: false, open: true, opensAt: null }
/** Nobody is free, the line is open, and the second ear listens. */
export const USUAL: Around = { availability: NOBODY_FREE, ear: raises, practice: PRACTICE }
export const WITHOUT_EAR: Around = { ...USUAL, ear: () => false }

/** A conversation as it stands, with what was said in it last. */
export interface Talk {
  readonly conversation: Conversation
  readonly at: Date
  /** What staff know of somebody nobody was asked to join; null: nothing. */
  readonly unclaimed: Unclaimed | null
  readonly around: Around
}

/** What one thing a person did brought about. */
export interface Turn {
  readonly after: Talk
  /** What went back, in order. By text each of them is one text. */
  readonly said: readonly NewMessage[]
  readonly from: Place
  readonly to: Place
  /** Marks that this turn added. */
  readonly marks: readonly Mark[]
  /** It made the conversation urgent, or asked for a person. */
  readonly urgent: boolean
  readonly asked: boolean
  readonly left: boolean
  /** The page went quiet: somebody is near. */
  readonly hushed: boolean
  readonly change: Change | null
}

export const placeAt = ({ conversation }: Talk): Place => placeOf(door, conversation.snapshot)
export const shortAt = ({ conversation }: Talk): boolean => isShort(door, conversation.snapshot)
export const answersAt = ({ conversation }: Talk): Answers => currentAnswers(conversation.snapshot)
export const marksAt = ({ conversation }: Talk): readonly Mark[] => conversation.snapshot.memory.marks
/** Names of what waits to be asked. */
export const checksAt = ({ conversation }: Talk): string[] => conversation.snapshot.memory.checks.map(nameOf)

/** On the page the first question stands there; by text it is the person who begins. */
export function beginOn(channel: Channel, around: Around = USUAL): Talk {
  const { snapshot } = begin(door, channel)
  const conversation: Conversation = {
    id: '00000000-0000-4000-8000-000000000001',
    reference: '7F3K',
    channel,
    locale: 'en',
    flow: 'f',
    snapshot,
    owner: { kind: 'assistant' },
    status: 'open',
    handoverState: null,
    returns: { wrongWords: 0, decoyAt: null, backAt: null },
    lastSeq: channel === 'sms' ? 0 : 1,
    openedAt: START,
    heardAt: START,
    phone: channel === 'sms' ? '+447700900123' : null,
    textsBlocked: false,
    expiresAt: new Date(START.getTime() + 10_000 * MINUTE)
  }
  return { conversation, at: START, unclaimed: null, around }
}

/** One thing a person does, `later` ms after the one before. */
export async function act(talk: Talk, event: PersonEvent, later = MINUTE): Promise<Turn> {
  const { conversation, around } = talk
  const at = new Date(talk.at.getTime() + later)
  const change = await decide(conversation, event, at, {
    flow: door,
    words: english,
    lexicons: [english.lexicon],
    desk: { availability: async () => around.availability },
    webAddress: null,
    ear: around.ear,
    practice: around.practice
  })
  const next: Conversation = {
    ...conversation,
    lastSeq: conversation.lastSeq + (change?.messages.length ?? 0),
    ...(change?.heard ? { heardAt: at } : {}),
    ...(change?.snapshot ? { snapshot: change.snapshot } : {}),
    ...(change?.owner ? { owner: change.owner } : {}),
    ...(change?.status ? { status: change.status } : {})
  }
  const unclaimed = change?.unclaimed === undefined ? talk.unclaimed : change.unclaimed
  const before = conversation.snapshot.memory
  const { memory } = next.snapshot
  return {
    after: { conversation: next, at, unclaimed, around },
    said: (change?.messages ?? []).filter(({ from }) => from === 'assistant'),
    from: placeOf(door, conversation.snapshot),
    to: placeOf(door, next.snapshot),
    marks: memory.marks.filter(mark => !before.marks.includes(mark)),
    urgent: memory.urgent && !before.urgent,
    asked: memory.handover && !before.handover,
    left: next.status === 'left',
    hushed: memory.hushed,
    change
  }
}

/** Writes something. By text whoever had left writes to a new conversation, as the store opens one. */
export function write(talk: Talk, text: string, later = MINUTE): Promise<Turn> {
  const { channel, status } = talk.conversation
  const isNew = channel === 'sms' && status !== 'open'
  const from = isNew ? { ...beginOn(channel, talk.around), at: talk.at } : talk
  const at = new Date(from.at.getTime() + later)
  return act(from, { type: 'typed', text, ...(channel === 'sms' ? { at } : {}) }, later)
}

/** Several texts, one after another. */
export async function writeAll(talk: Talk, texts: readonly string[], later = MINUTE): Promise<Turn[]> {
  const turns: Turn[] = []
  for (const text of texts) turns.push(await write(turns.at(-1)?.after ?? talk, text, later))
  return turns
}

/** A worker takes it. */
export function joinedBy(talk: Talk, owner: Owner = { kind: 'worker', id: 'w1', name: 'Sam' }): Talk {
  const { snapshot } = step(door, talk.conversation.snapshot, { type: 'WORKER_JOINED' })
  const kept = { ...snapshot, exchange: talk.conversation.snapshot.exchange }
  return { ...talk, conversation: { ...talk.conversation, snapshot: kept, owner } }
}

/** The question as it stands, in the words of whoever is asked: what comes back and is only this says nothing. */
export function questionText(talk: Talk): string | null {
  const place = placeAt(talk)
  if (place.kind !== 'question') return null
  const { audience } = answersAt(talk)
  const about = audience === 'friend' || audience === 'professional' ? audience : 'self'
  return prompt(english, place.question, talk.conversation.channel, about).text
}

/** Whether staff see that there is something: urgent, a mark, something to ask, or the list of those nobody was asked for. */
export function deskKnows(turn: Turn): boolean {
  const { after } = turn
  const { memory } = after.conversation.snapshot
  return (
    memory.urgent ||
    memory.handover ||
    marksAt(after).length > 0 ||
    after.unclaimed !== null ||
    hasUnasked(after.conversation.snapshot) ||
    checksAt(after).length > 0
  )
}
