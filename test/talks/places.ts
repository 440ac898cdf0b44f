// Where somebody stands when they write: brought there by answers that raise nothing, whoever they are.

import type { PersonEvent } from '../../src/conversation/person-event.ts'
import { QUIET } from '../../src/flow/proof/paths.ts'
import type { Answers, Channel } from '../../src/questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../../src/questions/catalogue.ts'
import { type Around, act, beginOn, joinedBy, placeAt, type Talk, USUAL, write } from './talk.ts'

export type Who = 'self' | 'friend' | 'professional' | 'young' | 'harmer'

/** How each of them differs from the quietest survivor. */
const PEOPLE: Readonly<Record<Who, Answers>> = {
  self: {},
  friend: { audience: 'friend' },
  professional: { audience: 'professional' },
  young: { ageBand: 'under16' },
  harmer: { audience: 'harmer' }
}

/** A question, or: waiting for a person who is not free; with a worker; before the first text; after a typed exit; where a no to writing is told what it does. */
export type Where = QuestionId | 'waiting' | 'worker' | 'start' | 'afterLeave' | 'beforeYouGo'

const STEPS_MAX = 80

function towards(talk: Talk, answers: Answers): PersonEvent {
  const place = placeAt(talk)
  if (place.kind === 'check') return { type: 'confirm', check: place.name, yes: false }
  if (place.kind !== 'question') return { type: 'goOn' }
  const { question } = place
  const value = answers[question]
  if (value === 'skip' || value === undefined) {
    const [first] = QUESTIONS[question].options
    return value === undefined && first !== undefined && !QUESTIONS[question].skip
      ? { type: 'answer', question, value: first }
      : { type: 'skip', question }
  }
  return { type: 'answer', question, value }
}

/** Answers until they stand at that question. Throws where the path does not lead there. */
async function upTo(start: Talk, answers: Answers, isThere: (talk: Talk) => boolean, name: string): Promise<Talk> {
  let talk = start
  for (let count = 0; count < STEPS_MAX; count++) {
    if (isThere(talk)) return talk
    talk = (await act(talk, towards(talk, answers))).after
  }
  throw new Error(`these answers do not lead to ${name}`)
}

const isAt = (question: QuestionId) => (talk: Talk) => {
  const place = placeAt(talk)
  return place.kind === 'question' && place.question === question
}

async function made(channel: Channel, who: Who, where: Where, told: Answers, around: Around): Promise<Talk> {
  const opened = beginOn(channel, around)
  if (where === 'start') return opened
  const first = channel === 'sms' ? (await write(opened, 'hi')).after : opened
  const answers: Answers = { ...QUIET, ...PEOPLE[who], ...told }
  if (where === 'afterLeave') {
    const there = await upTo(first, answers, isAt('deviceWatched'), 'deviceWatched')
    return (await write(there, 'stop')).after
  }
  if (where === 'beforeYouGo') return (await act(first, { type: 'answer', question: 'channelOk', value: 'no' })).after
  if (where === 'waiting' || where === 'worker') {
    const there = await upTo(first, answers, isAt('privacyLimits'), 'privacyLimits')
    const asked = (await act(there, { type: 'person' })).after
    return where === 'worker' ? joinedBy(asked) : asked
  }
  return upTo(first, answers, isAt(where), where)
}

const known = new Map<string, Promise<Talk>>()

/** Somebody at a place. Standing there is the same for everybody who came the same way, so it is made once. */
export function standing(
  channel: Channel,
  who: Who,
  where: Where,
  told: Answers = {},
  around: Around = USUAL
): Promise<Talk> {
  const key = JSON.stringify([channel, who, where, told])
  const talk = known.get(key) ?? made(channel, who, where, told, USUAL)
  known.set(key, talk)
  return talk.then(there => ({ ...there, around }))
}

/** Answers that lead to questions which not everybody is asked. */
const WAYS: readonly Answers[] = [
  {},
  { children: 'yes' },
  { neck: 'lastFewDays' },
  { honour: 'yes' },
  { physical: 'thisWeek' },
  { stalking: 'yes' },
  { livesWith: 'no' },
  { wants: 'safePlace' },
  { wants: 'housing', noRecourse: 'yes' },
  { contactMethod: 'text', contactDetail: '07700 900123' },
  { contactMethod: 'call', contactDetail: '07700 900123', ifOtherAnswers: 'coverName' }
]

/** Somebody at a place, by whichever way leads there: as who they are said to be, else as anybody who is asked it. */
export async function somehowAt(channel: Channel, who: Who, where: Where, around: Around): Promise<Talk> {
  const people = [who, ...(Object.keys(PEOPLE) as Who[])]
  for (const each of people) {
    for (const told of WAYS) {
      const there = await standing(channel, each, where, told, around).catch(() => null)
      if (there) return there
    }
  }
  throw new Error(`nobody is asked ${where} on ${channel}`)
}
