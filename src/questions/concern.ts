import type { QuestionId } from './catalogue.ts'
import type { Perspective } from './perspective.ts'

/**
 * What a person may speak of in their own words and should then be asked about plainly. Never counted by itself:
 * what counts is the answer to the question. Most serious first: this order is the order of asking.
 */
export const CONCERNS = [
  'suicide',
  'neck',
  'weapon',
  'kill',
  'childHarmed',
  'unsafe',
  'selfHarm',
  'theirSuicide',
  'travel',
  'physical',
  'sexual',
  'honour',
  'stalking',
  'control',
  'pregnant',
  'immigration',
  'tech'
] as const

export type Concern = (typeof CONCERNS)[number]

/** The question to ask somebody about themselves, and the one that takes a report about another. Null: none is asked. */
const ASKED: Readonly<Record<Concern, readonly [self: QuestionId, reported: QuestionId | null]>> = {
  suicide: ['suicide', null],
  neck: ['neck', 'signsSeen'],
  weapon: ['weapon', 'signsSeen'],
  kill: ['threatsToKill', 'signsSeen'],
  childHarmed: ['childrenHarmed', 'signsSeen'],
  // "I'm not safe": whether somebody is in danger now.
  unsafe: ['dangerNow', 'dangerNow'],
  selfHarm: ['suicide', null],
  // The one who hurts them threatens to die.
  theirSuicide: ['threatsToKill', 'signsSeen'],
  travel: ['takenAway', null],
  physical: ['physical', 'signsSeen'],
  sexual: ['sexual', null],
  honour: ['honour', null],
  stalking: ['stalking', 'signsSeen'],
  control: ['control', null],
  pregnant: ['pregnantOrBaby', null],
  immigration: ['immigrationThreat', null],
  tech: ['tech', null]
}

/** The question that asks about a concern, of somebody who speaks for themselves or about another person. */
export const questionAbout = (concern: Concern, about: Perspective): QuestionId | null =>
  ASKED[concern][about === 'self' ? 0 : 1]
