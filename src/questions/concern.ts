import type { QuestionId } from './catalogue.ts'

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

/** The question that asks about a concern: of a friend or a professional in words about the other person. */
const ASKED: Readonly<Record<Concern, QuestionId>> = {
  suicide: 'suicide',
  neck: 'neck',
  weapon: 'weapon',
  kill: 'threatsToKill',
  childHarmed: 'childrenHarmed',
  // "I'm not safe": whether somebody is in danger now.
  unsafe: 'dangerNow',
  selfHarm: 'suicide',
  // The one who hurts them threatens to die.
  theirSuicide: 'threatsToKill',
  travel: 'takenAway',
  physical: 'physical',
  sexual: 'sexual',
  honour: 'honour',
  stalking: 'stalking',
  control: 'control',
  pregnant: 'pregnantOrBaby',
  immigration: 'immigrationThreat',
  tech: 'tech'
}

/**
 * The question that asks about a concern, whoever speaks: somebody else's answer raises the same flag and is kept as
 * "reported by other".
 */
export const questionAbout = (concern: Concern): QuestionId => ASKED[concern]
