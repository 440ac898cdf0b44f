// Whom the second reading reads: everything it may look at, and the plain facts the specification names once.
import type { Answers, Signal } from '../../../src/questions/answer.ts'
import type { QuestionId } from '../../../src/questions/catalogue.ts'

export interface Person {
  readonly answers: Answers
  readonly outOfHours: boolean
  readonly signals: readonly Signal[]
}

/** The person picked this option, alone or among others. A question nobody asked is no option at all. */
export function picked(person: Person, question: QuestionId, option: string): boolean {
  const answer = person.answers[question]
  if (answer === undefined) return false
  if (typeof answer === 'string') return answer === option
  return answer.includes(option)
}

/** Triage specification, section 2, paragraph "Facts": what somebody else has seen or been told. */
export const hurt = (p: Person) => picked(p, 'signsSeen', 'hurt')
export const neckGrabbed = (p: Person) => picked(p, 'signsSeen', 'neckGrabbed')
export const weaponSeen = (p: Person) => picked(p, 'signsSeen', 'weapon')
export const threatToKillSeen = (p: Person) => picked(p, 'signsSeen', 'threatToKill')
export const followed = (p: Person) => picked(p, 'signsSeen', 'followed')
export const childHarmedSeen = (p: Person) => picked(p, 'signsSeen', 'childHarmed')

export function childrenYes(p: Person): boolean {
  return (
    picked(p, 'children', 'yes') ||
    picked(p, 'referrerChildren', 'yesReferred') ||
    picked(p, 'referrerChildren', 'yesNotYet')
  )
}

export const largeFamily = (p: Person) => picked(p, 'movingWith', 'fourOrMoreChildren')

export const multipleDisadvantage = (p: Person) =>
  picked(p, 'needs', 'drinkOrDrugs') && picked(p, 'needs', 'mentalHealth')

/** Section 1, opening: a skipped dangerNow counts as unsure. */
export const dangerUnsure = (p: Person) => picked(p, 'dangerNow', 'unsure') || picked(p, 'dangerNow', 'skip')

export const harmer = (p: Person) => picked(p, 'audience', 'harmer')
export const professional = (p: Person) => picked(p, 'audience', 'professional')
export const under16 = (p: Person) => picked(p, 'ageBand', 'under16')
