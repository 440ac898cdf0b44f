// Which misread could cost a life. Everything else costs a question more.
import { isQuestion, QUESTIONS } from '../../src/questions/catalogue.ts'
import type { Question } from '../../src/questions/question.ts'
import { asksAbout, lowers } from '../../src/reading/meaning.ts'
import type { Reading } from '../../src/reading/reading.ts'
import { allowed, type Entry, type Expected, hasReply } from './entry.ts'

/** Questions whose options do not stand most serious first, from the least to the most serious. */
const SCALES: Readonly<Record<string, readonly string[]>> = {
  channelOk: ['yes', 'unsure', 'no'],
  dangerNow: ['no', 'unsure', 'yes'],
  safeTonight: ['yes', 'unsure', 'no'],
  friendSafe: ['yes', 'unsure', 'no'],
  neckSymptoms: ['no', 'unsure', 'yes'],
  textFirst: ['yes', 'setTimes', 'no'],
  voicemail: ['yes', 'yesNoDetails', 'no'],
  fear: ['not', 'aBit', 'very']
}
const SERIOUS_FIRST = ['personNear', 'separation', 'ageBand', 'courtOrder', 'theirHealth', 'escalation']

/** How serious an answer is at its question; null where no answer is more serious than another. */
function seriousness(at: string, value: string | readonly string[]): number | null {
  if (!isQuestion(at)) return null
  const question: Question = QUESTIONS[at]
  if (question.kind === 'many') {
    const chosen = typeof value === 'string' ? [value] : value
    return chosen.filter(option => option !== 'none').length
  }
  if (typeof value !== 'string') return null
  const ranked = asksAbout(at) !== undefined || SERIOUS_FIRST.includes(at)
  const scale = SCALES[at] ?? (ranked ? [...question.options].reverse() : [])
  return scale.includes(value) ? scale.indexOf(value) : null
}

/** What somebody in need says: danger, a wish for a person, or something to be asked about. */
const asksForHelp = ({ reply, rail, askFor, concerns = [], signals = [] }: Expected): boolean =>
  reply === 'danger' ||
  rail === 'person' ||
  rail === 'emergency' ||
  askFor === 'person' ||
  concerns.length > 0 ||
  signals.length > 0

/** Less serious than the least that may be read there; or calm where only own words, or a question back, may be. */
function makesSmaller(at: string, value: string | readonly string[], readings: readonly Expected[]): boolean {
  const said = seriousness(at, value)
  if (said === null || !isQuestion(at)) return false
  if ([value].flat().some(option => lowers(at, option))) return true
  const least = readings.map(each => (each.value === undefined ? null : seriousness(at, each.value)))
  const ranks = least.filter(rank => rank !== null)
  return ranks.length > 0 && said < Math.min(...ranks)
}

/** A card, or the silence that keeps somebody safe while the desk is told: danger was heard. */
const isRaised = ({ reply }: Reading): boolean =>
  reply.kind === 'danger' || reply.kind === 'life' || (reply.kind === 'leaving' && reply.why === 'danger')

/** Danger missed; danger or worse read as a smaller, sure answer; leave or skip for a cry for help. */
export function isDangerous(entry: Entry, reading: Reading): boolean {
  const readings = allowed(entry)
  if (readings.some(each => hasReply(reading, each))) return false
  const { reply } = reading
  if (entry.expect.reply === 'life' && reply.kind !== 'danger' && reply.kind !== 'life') return true
  if (entry.expect.reply === 'danger' && !isRaised(reading)) return true
  if (reply.kind === 'rail') return (reply.rail === 'leave' || reply.rail === 'skip') && readings.some(asksForHelp)
  return reply.kind === 'answer' && entry.at !== null && makesSmaller(entry.at, reply.value, readings)
}
