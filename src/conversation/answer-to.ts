// Which words answer what somebody asks the service: chosen by what is true now, and only from what is signed.
import type { Channel } from '../questions/answer.ts'
import type { Perspective } from '../questions/perspective.ts'
import type { Topic } from '../questions/topic.ts'
import type { Answers } from '../wording/answers.ts'
import type { AnswerKey } from '../wording/keys.ts'
import type { Availability } from './ports.ts'

export interface Situation {
  readonly channel: Channel
  /** Nothing may show what this is. */
  readonly short: boolean
  readonly about: Perspective
  /** Paths on which some things are not spoken of; null on the others. */
  readonly path: 'young' | 'harmer' | null
  readonly availability: Availability
  /** They have asked for a person, and none has joined. */
  readonly waiting: boolean
  /** A worker has read what they wrote. */
  readonly read: boolean
  /** The day it is, as 2026-11-30. */
  readonly day: string
}

export interface AnswerChosen {
  readonly key: AnswerKey
  readonly values: Readonly<Record<string, string>>
}

/** Their answer is only true at this moment. */
export const BY_WHO_IS_THERE: readonly Topic[] = [
  'hours',
  'howLong',
  'anyoneThere',
  'isSomeoneComing',
  'courtTomorrow',
  'getsOut'
]

/** About a place to live, or about staying hidden: domain guide, hard rules (e) and (f). */
const ABOUT_A_HOME: readonly Topic[] = ['pet', 'whereWouldIGo', 'refugeSpace', 'rent', 'haveToLeave']
const ABOUT_HIDING: readonly Topic[] = ['canHeSee', 'history', 'hideThis', 'bill', 'tracker', 'passport']

type Presence = 'onDuty' | 'closed' | 'nobody' | 'waiting' | 'read'

function presenceOf(topic: Topic, { availability, waiting, read }: Situation): Presence | null {
  if (!BY_WHO_IS_THERE.includes(topic)) return null
  // Whoever asks for the hours is told the hours, also while they wait.
  if (waiting && topic !== 'hours') return read ? 'read' : 'waiting'
  if (availability.onDuty) return 'onDuty'
  return !availability.open && availability.opensAt !== null ? 'closed' : 'nobody'
}

function formsOf({ path, about }: Situation): string[] {
  return [...(path === 'young' ? ['_young'] : []), ...(about === 'self' ? [] : [`_${about}`]), '']
}

/** Keys of the answer, the one that fits best first. */
function keysFor(topic: Topic, presence: Presence | null, situation: Situation): string[] {
  const stems = presence ? [`${topic}_${presence}`] : [topic]
  const keys = situation.short
    ? [...stems, topic, presence ? `any_${presence}` : 'any'].map(stem => `${stem}_short`)
    : stems.flatMap(stem => formsOf(situation).map(form => `${stem}${form}`))
  return situation.channel === 'web' ? keys.flatMap(key => [`${key}_web`, key]) : keys
}

/** A child is not told about homes unless in words of its own, and a person who harms neither about homes nor about hiding. */
function isSpokenOf(topic: Topic, { path }: Situation, answers: Answers): boolean {
  if (path === 'harmer') return ![...ABOUT_A_HOME, ...ABOUT_HIDING].includes(topic)
  return path !== 'young' || !ABOUT_A_HOME.includes(topic) || answers.has(`${topic}_young`)
}

/** The answer to what somebody asks; null where none may be given: then a person is offered. */
export function answerTo(topic: Topic, situation: Situation, answers: Answers): AnswerChosen | null {
  if (!answers.isGiven(topic, situation.day) || !isSpokenOf(topic, situation, answers)) return null
  const presence = presenceOf(topic, situation)
  const key = keysFor(topic, presence, situation).find(each => answers.has(each))
  if (key === undefined || !answers.has(key)) return null
  const { opensAt } = situation.availability
  return { key, values: presence === 'closed' && opensAt !== null ? { open: opensAt } : {} }
}
