// What somebody asks the service, or remarks to it, in the order in which they say it.
import { ASIDE_WORDS } from '../limits.ts'
import { COURTESIES, TOPICS, type Topic } from '../questions/topic.ts'
import type { Prepared } from './prepare.ts'
import type { Match, Scan } from './scan.ts'

interface Asked extends Match {
  readonly topic: Topic
}

function find(scan: Scan, prepared: readonly Prepared[], isCourtesy: boolean): Asked[] {
  return TOPICS.filter(topic => COURTESIES.includes(topic) === isCourtesy).flatMap(topic =>
    prepared.flatMap(({ topics }) => scan.find(topics[topic]).map(match => ({ ...match, topic })))
  )
}

/** Asking how this goes on asks for somebody as well: "can you help me". */
const MAY_ASK_FOR_SOMEBODY: readonly Topic[] = ['whatNext']

/** Whether a wish for a person is but a part of a question to the service: "is this a bot", "can you call me". */
export function isAsked(scan: Scan, prepared: readonly Prepared[]): (match: Match) => boolean {
  const asked = find(scan, prepared, false).filter(({ topic }) => !MAY_ASK_FOR_SOMEBODY.includes(topic))
  return match => asked.some(({ start, end }) => start < match.end && match.start < end)
}

/** How many words mean something and stand in none of these, nor in a courtesy. */
function beside(scan: Scan, prepared: readonly Prepared[], asked: readonly Match[]): number {
  const covers = [...asked, ...prepared.flatMap(each => scan.find(each.polite))]
  const isMeant = (word: string, index: number): boolean =>
    word !== '' &&
    !prepared.some(({ small }) => small.has(word)) &&
    !covers.some(({ start, end }) => start <= index && index < end)
  return scan.words.filter(isMeant).length
}

/** The topics of a text. A courtesy is one only while nothing but courtesy was said. */
export function topicsIn(scan: Scan, prepared: readonly Prepared[]): readonly Topic[] {
  const asked = find(scan, prepared, false)
  const courteous = asked.length > 0 ? [] : find(scan, prepared, true)
  const heard = beside(scan, prepared, courteous) === 0 ? [...asked, ...courteous] : asked
  // "A refuge place with my dog" has the shorter question in it: of two that begin together the longer one comes first.
  const inOrder = heard.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return [...new Set(inOrder.map(({ topic }) => topic))]
}

/** Whether a message is nothing but questions and remarks to the service: what it tells beside them is a word or two. */
export const onlyAsks = (scan: Scan, prepared: readonly Prepared[]): boolean =>
  beside(scan, prepared, [...find(scan, prepared, false), ...find(scan, prepared, true)]) <= ASIDE_WORDS
