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
