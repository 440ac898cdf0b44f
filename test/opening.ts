// The opening as somebody answers it who is alone and whom nobody watches: where most tests about people begin.
import type { PersonEvent } from '../src/conversation/person-event.ts'
import type { QuestionId } from '../src/questions/catalogue.ts'

export const OPENING = [
  ['channelOk', 'yes'],
  ['dangerNow', 'no'],
  ['audience', 'survivor'],
  ['personNear', 'no'],
  ['deviceWatched', 'no'],
  ['ageBand', '18plus'],
  ['privacyLimits', 'ok']
] as const satisfies readonly (readonly [QuestionId, string])[]

export const answer = (question: QuestionId, value: string): PersonEvent => ({ type: 'answer', question, value })

/** The opening as events. */
export const opening = (): PersonEvent[] => OPENING.map(([question, value]) => answer(question, value))
