// Conversations to summarise: invented people, and the real road where a test needs what it stores.
import { join } from 'node:path'
import { door } from '../../flows/index.ts'
import type { Conversation, Message } from '../../src/conversation/conversation.ts'
import { decide } from '../../src/conversation/decide.ts'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import type { Reading } from '../../src/conversation/ports.ts'
import { PRACTICE } from '../../src/conversation/practice.ts'
import { blank } from '../../src/flow/memory.ts'
import { begin, currentAnswers } from '../../src/flow/step.ts'
import { type Answer, type AnswerRecord, type Answers, type Channel, SKIP } from '../../src/questions/answer.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import type { Facts } from '../../src/questions/condition.ts'
import { type Context, summarise } from '../../src/summary/build.ts'
import type { Summary } from '../../src/summary/schema.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'

const wordbook = await Wordbook.open(join(import.meta.dirname, '../../locales'), ({ key }) => {
  throw new Error(`words are missing: ${key}`)
})
export const english = wordbook.in('en')

/** A Sunday in winter: London and UTC show the same clock. */
export const START = new Date('2026-11-22T14:00:00.000Z')
export const minutesLater = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000)

export interface Told {
  readonly question: QuestionId
  readonly value: Answer | null
  readonly verbatim?: string
  /** False: it was said once and does not count any more. */
  readonly inForce?: boolean
  /** Own words arrive as a message too; by SMS such a message names no question. */
  readonly said?: 'named' | 'unnamed'
}

export interface Setting {
  readonly channel?: Channel
  readonly withheld?: readonly QuestionId[]
  readonly conversation?: Partial<Conversation>
  readonly messages?: readonly Message[]
}

const conversationOf = (channel: Channel): Conversation => ({
  id: '00000000-0000-4000-8000-000000000001',
  reference: '7F3K',
  channel,
  locale: 'en',
  flow: 'f',
  snapshot: { state: 'waiting', memory: blank(channel) },
  owner: { kind: 'queue' },
  status: 'open',
  handoverState: null,
  returns: { wrongWords: 0, decoyAt: null, backAt: null },
  lastSeq: 0,
  openedAt: START,
  heardAt: START,
  phone: null,
  textsBlocked: false,
  expiresAt: minutesLater(10_000)
})

const recordOf = ({ question, value, verbatim }: Told, minute: number, channel: Channel): AnswerRecord => ({
  question,
  value,
  verbatim: verbatim ?? null,
  wordingVersion: english.question(question, channel).version,
  locale: 'en',
  source: 'self',
  channel,
  at: minutesLater(minute).toISOString(),
  confirmed: value !== null
})

/** A reading in which these things were told, a minute apart, and the answers in force. */
export function readingOf(story: readonly Told[], setting: Setting = {}): { reading: Reading; facts: Facts } {
  const channel = setting.channel ?? 'web'
  const messages = story.flatMap(({ question, verbatim, said }, minute): Message[] =>
    said && verbatim
      ? [
          {
            seq: minute + 1,
            from: 'person',
            kind: 'said',
            text: verbatim,
            locale: 'en',
            at: minutesLater(minute),
            ...(said === 'named' ? { question } : {})
          }
        ]
      : []
  )
  const inForce = story.filter(told => told.value !== null && told.inForce !== false)
  const answers: Answers = Object.fromEntries(inForce.map(told => [told.question, told.value]))
  const reading: Reading = {
    conversation: { ...conversationOf(channel), ...setting.conversation },
    messages: [...messages, ...(setting.messages ?? [])],
    answers: story.map((told, minute) => recordOf(told, minute, channel)),
    withheld: (setting.withheld ?? []).map(question => ({ question, withheld: true, at: START.toISOString() })),
    workerBands: [],
    records: [],
    notes: []
  }
  return { reading, facts: { answers, channel } }
}

export const contextFor = (facts: Facts, more: Partial<Context> = {}): Context => ({
  facts,
  words: english,
  now: minutesLater(120),
  handoverType: 'standard',
  outOfHours: false,
  ...more
})

export function summaryOf(story: readonly Told[], setting: Setting = {}, more: Partial<Context> = {}): Summary {
  const { reading, facts } = readingOf(story, setting)
  return summarise(reading, contextFor(facts, more))
}

/** A conversation held over the real road: what the store would read back after these events, a minute apart. */
export async function held(
  channel: Channel,
  events: readonly PersonEvent[]
): Promise<{ reading: Reading; facts: Facts }> {
  const { snapshot, effects } = begin(door, channel)
  // By SMS it is the person's text that opens a conversation.
  const asked = channel === 'sms' ? [] : effects.flatMap(effect => (effect.type === 'ask' ? [effect.question] : []))
  let conversation: Conversation = { ...conversationOf(channel), snapshot, owner: { kind: 'assistant' } }
  const messages: Message[] = asked.map(question => ({
    seq: 1,
    from: 'assistant',
    kind: 'ask',
    text: english.question(question, channel).text,
    locale: 'en',
    at: START,
    question
  }))
  const answers: AnswerRecord[] = []
  const withheld: Reading['withheld'][number][] = []
  const desk = { availability: async () => ({ onDuty: true, open: true, opensAt: null }) }
  for (const [index, event] of events.entries()) {
    const at = minutesLater(index + 1)
    const change = await decide(conversation, event, at, {
      flow: door,
      words: english,
      lexicons: [english.lexicon],
      desk,
      webAddress: null,
      ear: () => false,
      practice: PRACTICE
    })
    if (!change) continue
    for (const message of change.messages) messages.push({ ...message, seq: messages.length + 1, at })
    answers.push(...(change.answers ?? []))
    withheld.push(...(change.withheld ?? []))
    conversation = {
      ...conversation,
      lastSeq: messages.length,
      ...(change.snapshot ? { snapshot: change.snapshot } : {}),
      ...(change.owner ? { owner: change.owner } : {}),
      ...(change.status ? { status: change.status } : {})
    }
  }
  const facts = { answers: currentAnswers(conversation.snapshot), channel }
  return { reading: { conversation, messages, answers, withheld, workerBands: [], records: [], notes: [] }, facts }
}

export const answer = (question: QuestionId, value: Answer, words?: string): PersonEvent =>
  value === SKIP ? { type: 'skip', question } : { type: 'answer', question, value, ...(words ? { words } : {}) }
